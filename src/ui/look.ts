/**
 * How the page looks and speaks on this computer: theme, language, minutes until it locks itself
 * when nobody uses it or it is hidden.
 * Kept in the browser's storage, which holds nothing else of Vereda in the clear; where storage is
 * refused, the choice lasts as long as the page.
 */
import { createEffect, createMemo, createRoot, createSignal } from "solid-js";
import {
  createFormats,
  type Formats,
  type Language,
  LANGUAGES,
  pickLanguage,
  type Texts,
  textsOf,
} from "#i18n";

export const THEMES = ["light", "dark", "sun"] as const;
export type Theme = (typeof THEMES)[number];

/** Minutes without use after which the page locks itself. There is no "never": computers are shared. */
export const IDLE_MINUTES = [2, 5, 10, 15, 30] as const;
const USUAL_IDLE = 5;
/** Minutes that the page may be hidden before it locks itself. */
export const AWAY_MINUTES = [1, 3, 5, 10] as const;
const USUAL_AWAY = 3;

const KEY = "vereda.look";

interface Look {
  readonly theme: Theme;
  readonly language: Language;
  readonly idleMinutes: number;
  readonly awayMinutes: number;
}

const oneOf = <T>(list: readonly T[], value: unknown): T | null =>
  list.find((item) => item === value) ?? null;

function readStored(): Partial<Record<keyof Look, unknown>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof stored === "object" && stored !== null ? stored : {};
  } catch {
    return {};
  }
}

function firstLook(): Look {
  const stored = readStored();
  const dark = typeof matchMedia === "function" && matchMedia("(prefers-color-scheme: dark)").matches;
  return {
    theme: oneOf(THEMES, stored.theme) ?? (dark ? "dark" : "light"),
    language: oneOf(LANGUAGES, stored.language) ?? pickLanguage(navigator.languages),
    idleMinutes: oneOf(IDLE_MINUTES, stored.idleMinutes) ?? USUAL_IDLE,
    awayMinutes: oneOf(AWAY_MINUTES, stored.awayMinutes) ?? USUAL_AWAY,
  };
}

const look = createRoot(() => {
  const [current, setCurrent] = createSignal(firstLook());
  const texts = createMemo(() => textsOf(current().language));
  const formats = createMemo(() => createFormats(current().language));
  createEffect(() => {
    const { theme, language } = current();
    document.documentElement.dataset["theme"] = theme;
    document.documentElement.lang = language;
  });
  return { current, setCurrent, texts, formats };
});

export const theme = (): Theme => look.current().theme;
export const language = (): Language => look.current().language;
export const idleMinutes = (): number => look.current().idleMinutes;
export const awayMinutes = (): number => look.current().awayMinutes;

/** Changes some of the choices; the others stay. */
export const setLook = (change: Partial<Look>): void => {
  const next = look.setCurrent((current) => ({ ...current, ...change }));
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // a browser that refuses storage still shows the page
  }
};

/** All texts in the chosen language (reactive). */
export const t = (): Texts => look.texts();

/** Numbers and times in the chosen language (reactive). */
export const f = (): Formats => look.formats();
