/**
 * Buttons. A busy button keeps its focus and takes no second press (people press again for fear
 * that nothing was saved). One filled button per page.
 */
import { type JSX, type ParentProps, Show, splitProps } from "solid-js";

type Look = "normal" | "primary" | "plain" | "danger";

export interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: Look;
  readonly busy?: boolean;
  /** What stands on it while busy. */
  readonly busyText?: string;
  readonly wide?: boolean;
  readonly icon?: JSX.Element;
  readonly onPress?: () => void;
}

const OWN = ["look", "busy", "busyText", "wide", "icon", "onPress", "children", "class"] as const;

export function Button(props: ParentProps<ButtonProps>) {
  const [own, rest] = splitProps(props, OWN);
  return (
    <button
      type="button"
      {...rest}
      class={`button button-${own.look ?? "normal"} ${own.class ?? ""}`}
      classList={{ "button-wide": own.wide === true }}
      aria-busy={own.busy === true ? "true" : undefined}
      onClick={(event) => {
        if (own.busy === true) event.preventDefault();
        else own.onPress?.();
      }}
    >
      {own.icon}
      <Show when={own.busy === true && own.busyText} fallback={own.children}>
        {own.busyText}
      </Show>
    </button>
  );
}

/** A button that reads as a link inside text or beside a fact. */
export function LinkButton(props: ParentProps<{ readonly onPress: () => void; readonly label?: string }>) {
  return (
    <button
      type="button"
      class="link-button"
      aria-label={props.label}
      onClick={() => {
        props.onPress();
      }}
    >
      {props.children}
    </button>
  );
}
