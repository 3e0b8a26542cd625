/** What stands beside the quick arrival: the last one saved, people who look alike, and today's list. */
import { A } from "@solidjs/router";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { ListItem, RecordId, SearchHit } from "#engine";
import type { Arrival } from "#model";
import { useApp } from "../app-context.ts";
import { instantNow } from "../arrival-fields.ts";
import { now } from "../clock.ts";
import { quiet } from "../idle.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { createReveal, Name, RevealButton } from "../parts/masked-name.tsx";
import { Notice } from "../parts/notice.tsx";
import { Place } from "../parts/place.tsx";
import { recordPath } from "../paths.ts";
import { createQuickSearch } from "../quick-search.ts";
import { wordError, wordPerson } from "../wording.ts";

const LEAST_LETTERS = 3;
const PAUSE_MS = 250;
const MOST_SIMILAR = 4;

/** The record just saved, with its place as it changes. */
export function LastSaved(props: { readonly guest: RecordId | null; readonly returned: boolean }) {
  const app = useApp();
  const record = createLive({
    key: () => props.guest,
    ask: (id) => app.engine.show(id),
    concerns: (event, id) => event.kind === "peers" || (event.kind === "records" && event.ids.includes(id)),
  });
  const title = (fields: object): string => {
    const { name, marks } = fields as { readonly name?: string; readonly marks?: string };
    return name ?? marks ?? "";
  };
  return (
    <Show when={record.value()}>
      {(view) => (
        <Notice kind="ok" role="status">
          <span class="small">{props.returned ? t().arrivals.cameBackSaved : t().arrivals.lastSaved}</span>
          <span class="row">
            <strong>
              <Name name={title(view().fields)} shown={!quiet()} />
            </strong>
            <A class="place-link" href={recordPath(view().id)}>
              {t().arrivals.open}
            </A>
          </span>
          <Place saved={view().saved} space={view().space} />
        </Notice>
      )}
    </Show>
  );
}

interface SimilarProps {
  readonly name: string;
  readonly onReturned: (guest: RecordId) => void;
}

/** People of this house with a name like the one being typed. Who is sought does not appear here. */
export function SimilarGuests(props: SimilarProps) {
  const app = useApp();
  const [error, setError] = createSignal<unknown>();
  const search = createQuickSearch({
    text: () => props.name,
    least: LEAST_LETTERS,
    pauseMs: PAUSE_MS,
    limit: MOST_SIMILAR * 2,
  });
  const guests = createMemo((): readonly SearchHit[] => {
    const answer = search.value();
    if (answer?.kind !== "answer") return [];
    return answer.results.filter((hit) => hit.kind === "guest").slice(0, MOST_SIMILAR);
  });
  const noteArrival = async (guest: RecordId): Promise<void> => {
    try {
      await app.engine.add("arrival", { guest, at: instantNow() });
      setError(undefined);
      props.onReturned(guest);
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <Show when={guests().length > 0}>
      <section class="card card-soft" aria-labelledby="similar-title">
        <h2 id="similar-title">{t().arrivals.similar}</h2>
        <p class="quiet small">{t().arrivals.similarText}</p>
        <Show when={error()}>
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        </Show>
        <ul class="similar">
          <For each={guests()}>
            {(hit) => (
              <li>
                <A class="place-link" href={recordPath(hit.id)}>
                  <Name name={hit.title} shown={!quiet()} />
                </A>
                <span class="small">{wordPerson(hit.fields)}</span>
                <div>
                  <Button onPress={() => void noteArrival(hit.id)}>{t().arrivals.cameBack}</Button>
                </div>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

interface TodayRow {
  readonly guest: RecordId;
  readonly at: number;
  readonly item: ListItem | null;
}

const startOfDay = (ms: number): number => new Date(ms).setHours(0, 0, 0, 0);

function rowsOf(
  arrivals: readonly ListItem[],
  guests: readonly ListItem[],
  today: number,
): readonly TodayRow[] {
  const byId = new Map(guests.map((item) => [item.id, item]));
  return arrivals
    .map((item) => {
      const { guest, at } = item.fields as Arrival;
      return { guest: guest as RecordId, at: Date.parse(at), item: byId.get(guest as RecordId) ?? null };
    })
    .filter((row) => row.at >= today)
    .toSorted((a, b) => b.at - a.at);
}

function TodayItem(props: { readonly row: TodayRow; readonly shown: boolean }) {
  return (
    <li class="item">
      <A class="item-open" href={recordPath(props.row.guest)}>
        <span class="item-title">
          <Name name={props.row.item?.title ?? ""} shown={props.shown} />
        </span>
        <span class="item-detail">
          {[f().clock(props.row.at), wordPerson(props.row.item?.fields ?? {})].filter(Boolean).join(" · ")}
        </span>
      </A>
    </li>
  );
}

/** Who arrived today, newest first; names hidden until asked for. */
export function TodayList() {
  const app = useApp();
  const reveal = createReveal();
  const today = createMemo(() => startOfDay(now()));
  const rows = createLive({
    key: today,
    ask: async (day) => {
      const [arrivals, guests] = await Promise.all([app.engine.list("arrival"), app.engine.list("guest")]);
      return rowsOf(arrivals, guests, day);
    },
    concerns: (event) => event.kind === "records",
  });
  return (
    <section class="stack" aria-labelledby="today-title">
      <div class="row row-apart">
        <h2 id="today-title">
          <Show when={(rows.value() ?? []).length > 0} fallback={t().arrivals.today}>
            {t().arrivals.todayCount((rows.value() ?? []).length)}
          </Show>
        </h2>
        <Show when={(rows.value() ?? []).length > 0}>
          <RevealButton shown={reveal.shown()} onPress={reveal.toggle} />
        </Show>
      </div>
      <Show when={rows.error()}>
        <Notice kind="error" role="alert">
          {wordError(rows.error())}
        </Notice>
      </Show>
      <Show when={rows.value()}>
        {(list) => (
          <Show when={list().length > 0} fallback={<p class="empty quiet">{t().arrivals.empty}</p>}>
            <ul class="items">
              <For each={list()}>{(row) => <TodayItem row={row} shown={reveal.shown()} />}</For>
            </ul>
          </Show>
        )}
      </Show>
    </section>
  );
}
