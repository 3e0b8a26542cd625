/**
 * A person's name in a list: initials until pressed, and again after half a minute without use.
 * While masked the name is not in the page at all, and the dots do not tell its length.
 */
import Eye from "lucide-solid/icons/eye";
import EyeOff from "lucide-solid/icons/eye-off";
import { type Accessor, createEffect, createSignal, Show } from "solid-js";
import { quiet } from "../idle.ts";
import { t } from "../look.ts";

const initialsOf = (name: string): readonly string[] =>
  name
    .split(/\s+/u)
    .map((word) => Array.from(word)[0] ?? "")
    .filter((letter) => letter !== "");

/** "María López" becomes "M•• L••". */
export const maskName = (name: string): string =>
  initialsOf(name)
    .map((letter) => `${letter}••`)
    .join(" ");

/** Whether the names of a list are shown; hides them again when nobody uses the page. */
export function createReveal(): { readonly shown: Accessor<boolean>; readonly toggle: () => void } {
  const [shown, setShown] = createSignal(false);
  createEffect(() => {
    if (quiet()) setShown(false);
  });
  return { shown, toggle: () => setShown((was) => !was) };
}

export function Name(props: { readonly name: string; readonly shown: boolean }) {
  return (
    <Show when={props.name !== ""} fallback={<span class="quiet">{t().shell.nameUnknown}</span>}>
      <Show
        when={props.shown}
        fallback={
          <>
            <span class="item-title-masked" aria-hidden="true">
              {maskName(props.name)}
            </span>
            <span class="visually-hidden">{t().shell.maskedName(initialsOf(props.name).join(" "))}</span>
          </>
        }
      >
        {props.name}
      </Show>
    </Show>
  );
}

/** Shows or hides all names of a list. */
export function RevealButton(props: { readonly shown: boolean; readonly onPress: () => void }) {
  return (
    <button
      type="button"
      class="button"
      aria-pressed={props.shown}
      title={t().shell.namesHidden}
      onClick={() => {
        props.onPress();
      }}
    >
      <Show when={props.shown} fallback={<Eye />}>
        <EyeOff />
      </Show>
      {props.shown ? t().shell.hideNames : t().shell.showNames}
    </button>
  );
}
