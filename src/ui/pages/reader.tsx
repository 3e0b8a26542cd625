/**
 * A backup that was opened by its passphrase: what it holds, to read and to search. This computer is no part of
 * the mesh, so nothing here writes; how to come back to work is said above.
 */
import { createMemo, createSignal, For, Show } from "solid-js";
import type { ListItem, RecordId, SearchAnswer } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { TextField } from "../parts/field.tsx";
import { createReveal, Name, RevealButton } from "../parts/masked-name.tsx";
import { FocusedHeading } from "../parts/focused-heading.tsx";
import { IndexedNote } from "../parts/indexed-note.tsx";
import { LockButton } from "../parts/lock-button.tsx";
import { Notice } from "../parts/notice.tsx";
import { Outside } from "../parts/outside.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { createQuickSearch } from "../quick-search.ts";
import { wordError, wordPerson } from "../wording.ts";
import { LeaveFold } from "./leave-computer.tsx";
import { RecordSummary } from "./record-summary.tsx";

/** A long list is shown in windows of this many. */
const WINDOW = 100;
const LEAST_LETTERS = 2;
const PAUSE_MS = 80;

const KINDS = ["report", "guest", "card"] as const;

type Found = Pick<ListItem, "id" | "title" | "fields">;

function Facts(props: { readonly id: RecordId }) {
  const app = useApp();
  const record = createLive({
    key: () => props.id,
    ask: (id) => app.engine.show(id),
    concerns: (event, id) => event.kind === "records" && event.ids.includes(id),
  });
  return (
    <>
      <Show when={record.error()}>{(error) => <p role="alert">{wordError(error())}</p>}</Show>
      <Show when={record.value()}>{(view) => <RecordSummary view={view()} mayWrite={false} />}</Show>
    </>
  );
}

function Row(props: { readonly item: Found; readonly shown: boolean }) {
  const [open, setOpen] = createSignal(false);
  return (
    <li>
      <details class="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Name name={props.item.title} shown={props.shown} />
        </summary>
        <div class="fold-body stack">
          <p class="quiet">{wordPerson(props.item.fields)}</p>
          <Show when={open()}>
            <Facts id={props.item.id} />
          </Show>
        </div>
      </details>
    </li>
  );
}

function Rows(props: { readonly items: readonly Found[]; readonly shown: boolean }) {
  const [most, setMost] = createSignal(WINDOW);
  return (
    <>
      <ul>
        <For each={props.items.slice(0, most())}>{(item) => <Row item={item} shown={props.shown} />}</For>
      </ul>
      <Show when={props.items.length > most()}>
        <div>
          <Button onPress={() => setMost((count) => count + WINDOW)}>
            {t().record.showMore(Math.min(WINDOW, props.items.length - most()))}
          </Button>
        </div>
      </Show>
    </>
  );
}

function OfKind(props: { readonly kind: (typeof KINDS)[number]; readonly shown: boolean }) {
  const app = useApp();
  const items = createLive({
    key: () => props.kind,
    ask: (kind) => app.engine.list(kind),
    concerns: (event) => event.kind === "records",
  });
  const newestFirst = createMemo(() =>
    (items.value() ?? []).toSorted((a, b) => (b.changedAt ?? 0) - (a.changedAt ?? 0)),
  );
  return (
    <>
      <Show when={items.error()}>
        <Notice kind="error" role="alert">
          {wordError(items.error())}
        </Notice>
      </Show>
      <Show when={items.value()}>
        <Show when={newestFirst().length > 0} fallback={<p class="empty">{t().backup.readerEmpty}</p>}>
          <Rows items={newestFirst()} shown={props.shown} />
        </Show>
      </Show>
    </>
  );
}

function wordFound({ results, indexed }: Extract<SearchAnswer, { kind: "answer" }>): string {
  if (results.length > 0) return t().search.found(results.length);
  return indexed === null ? t().search.none : t().search.noneYet;
}

function Records() {
  const reveal = createReveal();
  const [text, setText] = createSignal("");
  const search = createQuickSearch({ text, least: LEAST_LETTERS, pauseMs: PAUSE_MS, limit: WINDOW });
  const found = () => {
    const answer = search.value();
    return answer?.kind === "answer" ? answer : null;
  };
  return (
    <section class="stack" aria-label={t().backup.readerRecords}>
      <TextField id="field-search" label={t().search.box} value={text()} onValue={setText} type="search" />
      <div>
        <RevealButton shown={reveal.shown()} onPress={reveal.toggle} />
      </div>
      <Show
        when={found()}
        fallback={
          <Tabs
            label={t().backup.readerRecords}
            tabs={KINDS.map((kind) => ({
              value: kind,
              label: t().backup.readerKinds[kind],
              content: () => <OfKind kind={kind} shown={reveal.shown()} />,
            }))}
          />
        }
      >
        {(answer) => (
          <>
            <IndexedNote indexed={answer().indexed} />
            <p role="status">{wordFound(answer())}</p>
            <Rows items={answer().results} shown={reveal.shown()} />
          </>
        )}
      </Show>
    </section>
  );
}

export function Reader() {
  return (
    <Outside title={t().backup.readerTitle}>
      <div class="stack stack-wide">
        <FocusedHeading>{t().backup.readerTitle}</FocusedHeading>
        <p>{t().backup.readerText}</p>
        <Notice kind="info">{t().backup.readerBack}</Notice>
        <LockButton />
        <Records />
        <LeaveFold />
      </div>
    </Outside>
  );
}
