/** Finding a person: one box, results while typing, and always where it was searched. */
import { A, useNavigate } from "@solidjs/router";
import Search from "lucide-solid/icons/search";
import { createEffect, createSignal, For, Match, onMount, Show, Switch } from "solid-js";
import type { QueryPart, SearchAnswer } from "#engine";
import { wordRefusal } from "#i18n";
import { carrySought } from "../carried.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { CoverageNote } from "../parts/coverage.tsx";
import { Fold } from "../parts/fold.tsx";
import { IndexedNote } from "../parts/indexed-note.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { PersonHit } from "../parts/person-hit.tsx";
import { type ToldPart, toldParts, UnderstoodNote } from "../parts/understood.tsx";
import { reportStepPath } from "../paths.ts";
import { createQuickSearch } from "../quick-search.ts";
import { soughtDraft } from "../report-fields.ts";

const LEAST_LETTERS = 2;
const PAUSE_MS = 80;
const MOST_RESULTS = 20;

type Answered = Extract<SearchAnswer, { kind: "answer" }>;

/** Arrow keys walk from the box into the results and back. */
function moveFocus(event: KeyboardEvent): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const stops = [...document.querySelectorAll<HTMLElement>("#field-search, .items .item-open")];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function ReportButton(props: { readonly answer: Answered; readonly primary?: boolean }) {
  const navigate = useNavigate();
  return (
    <Button
      look={props.primary === true ? "primary" : "normal"}
      onPress={() => {
        carrySought(soughtDraft(props.answer.understood));
        navigate(reportStepPath(1));
      }}
    >
      {t().search.report}
    </Button>
  );
}

function Results(props: { readonly answer: Answered }) {
  return (
    <div class="stack">
      <IndexedNote indexed={props.answer.indexed} />
      <Show
        when={props.answer.results.length > 0}
        fallback={
          <Show when={props.answer.indexed === null} fallback={<p class="empty">{t().search.noneYet}</p>}>
            <div class="empty">
              <h2>{t().search.none}</h2>
              <p>{t().search.noneText}</p>
              <ReportButton answer={props.answer} primary />
            </div>
          </Show>
        }
      >
        <div role="status">
          <h2>{t().search.found(props.answer.results.length)}</h2>
        </div>
        <ul class="items">
          <For each={props.answer.results}>{(hit) => <PersonHit hit={hit} />}</For>
        </ul>
        <Fold title={t().search.strengthTitle} text={t().search.strengthText} />
      </Show>
      <CoverageNote coverage={props.answer.coverage} />
      <Show when={props.answer.results.length > 0}>
        <div>
          <ReportButton answer={props.answer} />
        </div>
      </Show>
    </div>
  );
}

const keyOf = ({ part, text }: ToldPart): string => `${part} ${text}`;

/** What of a question does not count: only while the text says the same. */
function createRefining(answer: () => Answered | null) {
  const [off, setOff] = createSignal<ReadonlySet<string>>(new Set());
  const told = () => toldParts(answer()?.understood ?? {});
  return {
    told,
    without: () => told().flatMap((one) => (off().has(keyOf(one)) ? [one.part] : [])),
    toggle: (one: ToldPart): void => {
      const next = new Set(off());
      if (!next.delete(keyOf(one))) next.add(keyOf(one));
      setOff(next);
    },
  };
}

/** A name that was read as it was typed needs no words. */
const isWorthSaying = (told: readonly ToldPart[], asked: string): boolean =>
  told.length > 1 || told[0]?.part !== "name" || told[0].text !== asked;

export function SearchPage() {
  const [text, setText] = createSignal("");
  let box: HTMLInputElement | undefined;
  onMount(() => box?.focus());
  const [without, setWithout] = createSignal<readonly QueryPart[]>([]);
  const search = createQuickSearch({
    ...{ text, without, least: LEAST_LETTERS, pauseMs: PAUSE_MS, limit: MOST_RESULTS },
  });
  const refining = createRefining(() => answered());
  createEffect(() => setWithout(refining.without()));
  const answered = () => {
    const answer = search.value();
    return answer?.kind === "answer" ? answer : null;
  };
  const refused = () => {
    const answer = search.value();
    return answer?.kind === "refused" ? answer : null;
  };
  return (
    <Page title={t().search.title} focusHeading={false}>
      <div class="stack stack-wide" role="search" onKeyDown={moveFocus}>
        <div class="search-box">
          <label class="label" for="field-search">
            {t().search.box}
          </label>
          <div class="field-wrap">
            <Search />
            <input
              ref={box}
              id="field-search"
              class="input"
              type="text"
              inputmode="search"
              enterkeyhint="search"
              autocomplete="off"
              spellcheck={false}
              aria-describedby="search-hint"
              value={text()}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </div>
          <p class="hint" id="search-hint">
            {t().search.boxHint}
          </p>
        </div>
        <Switch fallback={<Start short={text().trim().length === 1} />}>
          <Match when={search.error()}>
            <Notice kind="error" role="alert">
              <p>{t().search.failed}</p>
              <div>
                <Button onPress={search.again}>{t().shell.retry}</Button>
              </div>
            </Notice>
          </Match>
          <Match when={refused()}>
            {(answer) => (
              <Notice kind="info" role="status">
                {wordRefusal(t(), answer().refusal)}
              </Notice>
            )}
          </Match>
          <Match when={answered()}>
            {(answer) => (
              <>
                <Show when={isWorthSaying(refining.told(), search.asked() ?? "")}>
                  <UnderstoodNote
                    told={refining.told()}
                    telling={answer().telling}
                    without={without()}
                    onToggle={refining.toggle}
                  />
                </Show>
                <Results answer={answer()} />
              </>
            )}
          </Match>
        </Switch>
      </div>
    </Page>
  );
}

function Start(props: { readonly short: boolean }) {
  return (
    <div class="stack">
      <Show when={props.short}>
        <p class="quiet">{t().search.waiting}</p>
      </Show>
      <p class="quiet">{t().search.coverageConsent}</p>
      <div>
        <A class="button" href={reportStepPath(1)}>
          {t().search.report}
        </A>
      </div>
    </div>
  );
}
