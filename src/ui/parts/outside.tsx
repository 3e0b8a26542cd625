/** The frame of pages outside an open vault: sign, language, theme, and the path through the hills. */
import Moon from "lucide-solid/icons/moon";
import Sun from "lucide-solid/icons/sun";
import SunDim from "lucide-solid/icons/sun-dim";
import { createEffect, For, type ParentProps, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { LANGUAGE_NAMES, LANGUAGES } from "#i18n";
import { language, setLook, t, theme, type Theme, THEMES } from "../look.ts";
import { Landscape, Sign } from "./brand.tsx";

const THEME_ICONS: Readonly<Record<Theme, typeof Sun>> = { light: SunDim, dark: Moon, sun: Sun };

/** The next theme in a circle, by one button. */
export function ThemeButton() {
  const next = (): Theme => THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length] ?? "light";
  return (
    <button
      type="button"
      class="button button-plain"
      aria-label={`${t().settings.theme}: ${t().settings.themes[theme()]}`}
      onClick={() => {
        setLook({ theme: next() });
      }}
    >
      <Dynamic component={THEME_ICONS[theme()]} />
      {t().settings.themes[theme()]}
    </button>
  );
}

export function LanguageButton() {
  const others = () => LANGUAGES.filter((one) => one !== language());
  return (
    <For each={others()}>
      {(other) => (
        <button
          type="button"
          class="button button-plain"
          lang={other}
          onClick={() => {
            setLook({ language: other });
          }}
        >
          {LANGUAGE_NAMES[other]}
        </button>
      )}
    </For>
  );
}

export interface OutsideProps {
  readonly title: string;
  readonly narrow?: boolean;
}

export function Outside(props: ParentProps<OutsideProps>) {
  createEffect(() => {
    document.title = props.title === t().shell.app ? props.title : `${props.title} · ${t().shell.app}`;
  });
  return (
    <div class="outside">
      <header class="outside-bar">
        <Show when={props.narrow !== true} fallback={<span />}>
          <span class="wordmark">
            <Sign size={36} />
            {t().shell.app}
          </span>
        </Show>
        <div class="row">
          <LanguageButton />
          <ThemeButton />
        </div>
      </header>
      <main class="outside-main" classList={{ "outside-narrow": props.narrow === true }}>
        {props.children}
      </main>
      <Landscape />
    </div>
  );
}
