/**
 * Searching while somebody types: waits for a pause, drops answers that come too late. While search is being made ready,
 * answers are of those who are looked at so far, and are asked for again until they are of everybody.
 */
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { QueryPart, SearchAnswer } from "#engine";
import { useApp } from "./app-context.ts";
import { createLive, type Live } from "./live.ts";

export interface QuickSearchOptions {
  readonly text: Accessor<string>;
  readonly least: number;
  readonly pauseMs: number;
  readonly limit: number;
  /** Of what the text says, these do not count. */
  readonly without?: Accessor<readonly QueryPart[]>;
}

interface Question {
  readonly text: string;
  readonly without: readonly QueryPart[];
}

const isSame = (one: Question | null, other: Question | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

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
  const question = createMemo<Question | null>(
    () => {
      const text = asked();
      return text === null ? null : { text, without: options.without?.() ?? [] };
    },
    null,
    { equals: isSame },
  );
  const live = createLive({
    key: question,
    ask: ({ text, without }) => app.engine.search(text, { limit: options.limit, early: true, without }),
    concerns: (event) =>
      event.kind === "records" || (event.kind === "progress" && event.progress.task === "index"),
  });
  return { ...live, asked };
}
