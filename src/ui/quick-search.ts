/**
 * Searching while somebody types: waits for a pause, drops answers that come too late. While search is being made ready,
 * answers are of those who are looked at so far, and are asked for again until they are of everybody.
 */
import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { SearchAnswer } from "#engine";
import { useApp } from "./app-context.ts";
import { createLive, type Live } from "./live.ts";

export interface QuickSearchOptions {
  readonly text: Accessor<string>;
  readonly least: number;
  readonly pauseMs: number;
  readonly limit: number;
}

export type QuickSearch = Live<SearchAnswer> & {
  /** The text that the current answer is about; null before the first question. */
  readonly asked: Accessor<string | null>;
};

export function createQuickSearch(options: QuickSearchOptions): QuickSearch {
  const app = useApp();
  const [asked, setAsked] = createSignal<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on(options.text, (text) => {
      clearTimeout(timer);
      const wanted = text.trim();
      if (wanted.length < options.least) setAsked(null);
      else timer = setTimeout(() => setAsked(wanted), options.pauseMs);
    }),
  );
  onCleanup(() => {
    clearTimeout(timer);
  });
  const live = createLive({
    key: asked,
    ask: (text) => app.engine.search(text, { limit: options.limit, early: true }),
    concerns: (event) =>
      event.kind === "records" || (event.kind === "progress" && event.progress.task === "index"),
  });
  return { ...live, asked };
}
