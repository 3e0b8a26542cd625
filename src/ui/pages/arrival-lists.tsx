/** What stands beside the quick arrival: the last one saved, and today's list. */
import { A } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import type { ListItem, RecordId, ReservedBed } from "#engine";
import type { Arrival } from "#model";
import { useApp } from "../app-context.ts";
import type { TypedFact } from "../arrival-fields.ts";
import { now } from "../clock.ts";
import { quiet } from "../idle.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { AskConsent } from "../parts/ask-consent.tsx";
import { createReveal, Name, RevealButton } from "../parts/masked-name.tsx";
import { Notice } from "../parts/notice.tsx";
import { Place } from "../parts/place.tsx";
import { recordPath } from "../paths.ts";
import { valueAt, wordError, wordMoment, wordPerson } from "../wording.ts";

export interface SavedArrival {
  readonly guest: RecordId;
  /** Of who was registered before: what was typed and is not so in the record. Null for a new guest. */
  readonly beyond: readonly TypedFact[] | null;
  /** Beds that are kept for whom the desk does not see. */
  readonly reserved: readonly ReservedBed[];
}

/** The record of somebody who came back stays as it is: what was typed beyond it is told, and not written. */
function Beyond(props: { readonly facts: readonly TypedFact[] }) {
  return (
    <Show when={props.facts.length > 0} fallback={<p>{t().duplicates.unchanged}</p>}>
      <p>{t().duplicates.notThere}</p>
      <Show when={!quiet()}>
        <ul class="typed-beyond">
          <For each={props.facts}>
            {({ path, text }) => (
              <li>
                {t().fields.labels[path]}: {text}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Show>
  );
}

/** Says which bed is kept, and nothing of whom. */
export function Reserved(props: { readonly beds: readonly ReservedBed[] }) {
  return (
    <Notice kind="protect" role="status">
      <strong>{t().protection.reserved}</strong>
      <For each={props.beds}>
        {({ number, bed }) => (
          <p>
            {t().protection.bedLine(number, bed ?? t().protection.noBed)}. {t().protection.guarded}
          </p>
        )}
      </For>
      <p>{t().protection.reservedText}</p>
    </Notice>
  );
}

export const LastSaved = (props: { readonly arrival: SavedArrival | null }) => (
  <Show when={props.arrival?.reserved.length} fallback={<LastRecord arrival={props.arrival} />}>
    <Reserved beds={props.arrival?.reserved ?? []} />
  </Show>
);

/** Most of those who are sought have moved on already: so it is asked while the person stands at the desk. */
const PASSED = { purpose: "passed", to: null, toName: null } as const;

/** The record just saved, with its place as it changes. */
function LastRecord(props: { readonly arrival: SavedArrival | null }) {
  const app = useApp();
  const record = createLive({
    key: () => props.arrival?.guest ?? null,
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
        <>
          <Notice kind="ok" role="status">
            <span class="small">
              {props.arrival?.beyond ? t().arrivals.cameBackSaved : t().arrivals.lastSaved}
            </span>
            <span class="row">
              <strong>
                <Name name={title(view().fields)} shown={!quiet()} />
              </strong>
              <A class="place-link" href={recordPath(view().id)}>
                {t().arrivals.open}
              </A>
            </span>
            <Show when={props.arrival?.beyond}>{(facts) => <Beyond facts={facts()} />}</Show>
            <Place saved={view().saved} space={view().space} />
          </Notice>
          <Show when={props.arrival?.beyond === null && props.arrival.guest} keyed>
            {(guest) => <AskConsent guest={guest} asked={PASSED} words={["yes", "no"]} />}
          </Show>
        </>
      )}
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
  const byId = new Map(
    guests.flatMap((item) => (item.records ?? [item.id]).map((id) => [id, item] as const)),
  );
  return arrivals
    .map((item) => {
      const { guest, at } = item.fields as Arrival;
      return { guest: guest as RecordId, at: Date.parse(at), item: byId.get(guest as RecordId) ?? null };
    })
    .filter((row) => row.at >= today)
    .toSorted((a, b) => b.at - a.at);
}

const leftOf = (fields: object): string => {
  const at = valueAt(fields, "leftAt");
  return typeof at === "string" ? t().stay.left(wordMoment(at)) : "";
};

function TodayItem(props: { readonly row: TodayRow; readonly shown: boolean }) {
  const fields = () => props.row.item?.fields ?? {};
  return (
    <li class="item">
      <A class="item-open" href={recordPath(props.row.guest)}>
        <span class="item-title">
          <Name name={props.row.item?.title ?? ""} shown={props.shown} />
        </span>
        <span class="item-detail">
          {[f().clock(props.row.at), wordPerson(fields()), leftOf(fields())].filter(Boolean).join(" · ")}
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
