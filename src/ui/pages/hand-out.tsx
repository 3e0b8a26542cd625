/**
 * Handing something to many: who is here, a box to tick for each, one save and one record for all of them. Meals and nights
 * are not among it, and neither is what concerns one person's body, mind or case (src/model/care.ts).
 */
import { createMemo, createSignal, For, Show } from "solid-js";
import type { ListItem, RecordId } from "#engine";
import { HANDED_OUT } from "#model";
import { useApp, useMember } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Choices, TextArea } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { createReveal, Name, RevealButton } from "../parts/masked-name.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { valueAt, wordError, wordPerson } from "../wording.ts";

type What = (typeof HANDED_OUT)[number];

const FIELD_WHAT = "field-hand-what";
const FIELD_LIST = "field-hand-list";

const isHere = ({ fields }: ListItem): boolean =>
  valueAt(fields, "leftAt") === undefined && valueAt(fields, "emptied") !== true;

const bedOf = ({ fields }: ListItem): string => {
  const bed = valueAt(fields, "bed");
  return typeof bed === "string" ? bed : "";
};

/** By bed, as one walks through the house; in a house without beds in the order of the list. */
const byBed = (one: ListItem, other: ListItem): number =>
  bedOf(one).localeCompare(bedOf(other), undefined, { numeric: true });

interface PersonProps {
  readonly item: ListItem;
  readonly at: number;
  readonly shown: boolean;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

function Person(props: PersonProps) {
  const details = () => [bedOf(props.item), wordPerson(props.item.fields)].filter((part) => part !== "");
  return (
    <li class="item">
      <label class="choice choice-plain">
        <input
          type="checkbox"
          id={props.at === 0 ? FIELD_LIST : undefined}
          checked={props.ticked}
          onChange={(event) => {
            props.onTick(event.currentTarget.checked);
          }}
        />
        <span class="roll-who">
          <Show when={props.shown} fallback={<span>{t().rollCall.person(props.at + 1)}</span>}>
            <span class="item-title">
              <Name name={props.item.title} shown />
            </span>
          </Show>
          <span class="item-detail">{details().join(" · ")}</span>
        </span>
      </label>
    </li>
  );
}

function createHanding() {
  const app = useApp();
  const [ticked, setTicked] = createSignal<ReadonlySet<RecordId>>(new Set());
  const [what, setWhat] = createSignal<What | null>("kit");
  const [note, setNote] = createSignal("");
  const [done, setDone] = createSignal(0);
  const guests = createLive({
    key: () => "guests",
    ask: async () => (await app.engine.list("guest")).filter(isHere).toSorted(byBed),
    concerns: (event) => event.kind === "records",
  });
  const here = createMemo(() => guests.value() ?? []);
  // who left meanwhile is not given anything
  const chosen = createMemo(() => here().filter(({ id }) => ticked().has(id)));
  const form = createForm({
    check: () => [
      ...(what() === null ? [{ field: FIELD_WHAT, text: t().care.needWhat }] : []),
      ...(chosen().length === 0 ? [{ field: FIELD_LIST, text: t().handOut.needPeople }] : []),
    ],
    send: async () => {
      const given = what();
      if (given === null) return;
      const people = chosen().map(({ id }) => id);
      const said = note().trim() === "" ? {} : { note: note() };
      setDone(0);
      await app.engine.add("attention", { guests: people, what: given, ...said });
      setTicked(new Set<RecordId>());
      setNote("");
      setDone(people.length);
      announce(t().handOut.saved(people.length));
    },
    fieldOf: (path) => (path === "guests" ? FIELD_LIST : path === "what" ? FIELD_WHAT : null),
  });
  const tick = (id: RecordId, isTicked: boolean): void => {
    const next = new Set(ticked());
    if (isTicked) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  const tickAll = (): void => {
    const all = chosen().length === here().length;
    setTicked(new Set(all ? [] : here().map(({ id }) => id)));
  };
  return { guests, here, chosen, ticked, what, setWhat, note, setNote, done, form, tick, tickAll };
}

export function HandOutPage() {
  const member = useMember();
  const reveal = createReveal();
  const hand = createHanding();
  return (
    <Page title={t().handOut.title} lead={t().handOut.intro}>
      <Show when={hand.guests.error()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <Show when={hand.done() > 0}>
        <Notice kind="ok" role="status">
          {t().handOut.saved(hand.done())}
        </Notice>
      </Show>
      <Form state={hand.form} label={t().handOut.title}>
        <Show when={member()?.role === "volunteer"}>
          <p class="quiet">{t().care.dropOnly}</p>
        </Show>
        <Choices
          id={FIELD_WHAT}
          label={t().care.what}
          error={hand.form.errorOf(FIELD_WHAT)}
          value={hand.what()}
          onValue={hand.setWhat}
          options={HANDED_OUT.map((value) => ({ value, label: t().care.kinds[value] }))}
        />
        <div class="row row-apart">
          <h2>{t().handOut.chosen(hand.chosen().length, hand.here().length)}</h2>
          <div class="actions">
            <RevealButton shown={reveal.shown()} onPress={reveal.toggle} />
            <Button onPress={hand.tickAll}>{t().handOut.all}</Button>
          </div>
        </div>
        <Show when={hand.here().length > 0} fallback={<p class="empty quiet">{t().rollCall.empty}</p>}>
          <ul class="items">
            <For each={hand.here()}>
              {(item, at) => (
                <Person
                  item={item}
                  at={at()}
                  shown={reveal.shown()}
                  ticked={hand.ticked().has(item.id)}
                  onTick={(isTicked) => {
                    hand.tick(item.id, isTicked);
                  }}
                />
              )}
            </For>
          </ul>
        </Show>
        <TextArea
          id="field-hand-note"
          label={t().care.note}
          hint={t().care.noteHint}
          optional
          rows={2}
          value={hand.note()}
          onValue={hand.setNote}
        />
        <div class="actions">
          <Button type="submit" look="primary" busy={hand.form.busy()} busyText={t().shell.saving}>
            {t().handOut.save(hand.chosen().length)}
          </Button>
        </div>
      </Form>
    </Page>
  );
}
