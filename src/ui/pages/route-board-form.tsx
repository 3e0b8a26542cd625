/**
 * What somebody says on the own house's board. Only what is changed here is said anew: a number that stood there is not
 * made younger by saving another. A number that is old is not filled in, so that nobody says it again unseen.
 */
import { createSignal, For, Show, untrack } from "solid-js";
import type { BoardView } from "#engine";
import {
  BED_GROUPS,
  type BedGroup,
  BOARD_ALERTS,
  BOARD_NEEDS,
  type BoardAlert,
  type BoardNeed,
  type BoardWish,
  MOST_BEDS,
} from "#model";
import { useApp } from "../app-context.ts";
import { countryOptions } from "../countries.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Select, TextField, Tick } from "../parts/field.tsx";
import { createForm, Form, type FormError, type FormState } from "../parts/form.tsx";
import { Ticks } from "../parts/ticks.tsx";
import { wordSaid } from "../route.ts";

interface Typed {
  readonly place: string;
  readonly country: string;
  readonly beds: Readonly<Record<BedGroup, string>>;
  readonly needs: readonly BoardNeed[];
  readonly urgent: readonly BoardNeed[];
  readonly alerts: readonly BoardAlert[];
  /** Of needs and alerts, by part and word. */
  readonly notes: Readonly<Record<string, string>>;
}

function typedFrom({ place, country, beds, needs, alerts }: BoardView): Typed {
  const filled = (group: BedGroup): string => {
    const told = beds.find((one) => one.group === group);
    return told?.age === "current" && told.free !== null ? String(told.free) : "";
  };
  return {
    place: place ?? "",
    country: country ?? "",
    beds: { any: filled("any"), men: filled("men"), women: filled("women"), families: filled("families") },
    needs: needs.map(({ need }) => need),
    urgent: needs.filter(({ urgent }) => urgent).map(({ need }) => need),
    alerts: alerts.map(({ alert }) => alert),
    notes: Object.fromEntries([
      ...needs.map(({ need, note }) => [`needs.${need}`, note ?? ""] as const),
      ...alerts.map(({ alert, note }) => [`alerts.${alert}`, note ?? ""] as const),
    ]),
  };
}

const isCount = (text: string): boolean => /^\d{1,4}$/u.test(text.trim()) && Number(text) <= MOST_BEDS;

function bedsWish(before: Typed, typed: Typed): NonNullable<BoardWish["beds"]> {
  return Object.fromEntries(
    BED_GROUPS.flatMap((group) => {
      const text = typed.beds[group].trim();
      if (text === before.beds[group]) return [];
      return [[group, text === "" ? null : Number(text)] as const];
    }),
  );
}

type Part = "needs" | "alerts";
type Word = BoardNeed | BoardAlert;

const isSaid = (typed: Typed, part: Part, word: Word): boolean =>
  (typed[part] as readonly string[]).includes(word);

/** What is typed of a word that is chosen. */
function typedOf({ notes, urgent }: Typed, part: Part, word: Word): { note?: string; urgent?: true } {
  const note = notes[`${part}.${word}`]?.trim() ?? "";
  const isUrgent = part === "needs" && (urgent as readonly string[]).includes(word);
  return { ...(note === "" ? {} : { note }), ...(isUrgent ? { urgent: true } : {}) };
}

/** What changed of a part; null takes a word off. */
function partWish(part: Part, before: Typed, typed: Typed): Readonly<Record<string, object | null>> {
  const words: readonly Word[] = part === "needs" ? BOARD_NEEDS : BOARD_ALERTS;
  return Object.fromEntries(
    words.flatMap((word): readonly (readonly [Word, object | null])[] => {
      const [was, said] = [isSaid(before, part, word), isSaid(typed, part, word)];
      if (!said) return was ? [[word, null]] : [];
      const now = typedOf(typed, part, word);
      const isSame = was && JSON.stringify(typedOf(before, part, word)) === JSON.stringify(now);
      return isSame ? [] : [[word, now]];
    }),
  );
}

function wishOf(before: Typed, typed: Typed): BoardWish {
  const place = typed.place.trim();
  const { country } = typed;
  return {
    ...(country === before.country ? {} : { country: country === "" ? null : country }),
    ...(place === before.place ? {} : { place: place === "" ? null : place }),
    beds: bedsWish(before, typed),
    needs: partWish("needs", before, typed),
    alerts: partWish("alerts", before, typed),
  };
}

const bedField = (group: BedGroup): string => `board-beds-${group}`;
const noteField = (path: string): string => `board-note-${path.replace(".", "-")}`;

function fieldOf(path: string): string | null {
  const [part = "", word = ""] = path.split(".");
  if (part === "beds") return BED_GROUPS.some((group) => group === word) ? bedField(word as BedGroup) : null;
  if (part === "country") return "board-country";
  return part === "place" ? "board-place" : noteField(`${part}.${word}`);
}

interface PartProps {
  readonly form: FormState;
  readonly typed: Typed;
  readonly onTyped: (change: Partial<Typed>) => void;
}

function Beds(props: PartProps & { readonly board: BoardView }) {
  const before = (group: BedGroup): string | undefined => {
    const told = props.board.beds.find((one) => one.group === group);
    if (told === undefined || told.age === "current") return undefined;
    const number = told.free === null ? "" : `${t().route.bedsFree(told.free)}, `;
    return `${number}${wordSaid(told)}`;
  };
  return (
    <fieldset class="field">
      <legend class="label">{t().route.beds}</legend>
      <p class="hint">{t().route.bedsHint}</p>
      <div class="route-beds">
        <For each={BED_GROUPS}>
          {(group) => (
            <TextField
              id={bedField(group)}
              label={t().route.bedGroups[group]}
              hint={before(group)}
              error={props.form.errorOf(bedField(group))}
              inputmode="numeric"
              class="input-narrow"
              value={props.typed.beds[group]}
              onValue={(value) => {
                props.onTyped({ beds: { ...props.typed.beds, [group]: value } });
              }}
            />
          )}
        </For>
      </div>
    </fieldset>
  );
}

function Note(props: PartProps & { readonly path: string; readonly label: string }) {
  return (
    <TextField
      id={noteField(props.path)}
      label={t().route.noteOf(props.label)}
      hint={t().route.noteHint}
      optional
      error={props.form.errorOf(noteField(props.path))}
      value={props.typed.notes[props.path] ?? ""}
      onValue={(value) => {
        props.onTyped({ notes: { ...props.typed.notes, [props.path]: value } });
      }}
    />
  );
}

function Needs(props: PartProps) {
  const chosen = () => BOARD_NEEDS.filter((need) => props.typed.needs.includes(need));
  return (
    <>
      <Ticks
        id="board-needs"
        label={t().route.needs}
        options={BOARD_NEEDS.map((value) => ({ value, label: t().route.needKinds[value] }))}
        value={props.typed.needs}
        onValue={(needs) => {
          props.onTyped({ needs });
        }}
      />
      <For each={chosen()}>
        {(need) => (
          <div class="stack stack-tight">
            <Note {...props} path={`needs.${need}`} label={t().route.needKinds[need]} />
            <Tick
              label={t().route.urgentOf(t().route.needKinds[need])}
              checked={props.typed.urgent.includes(need)}
              onValue={(on) => {
                const others = props.typed.urgent.filter((one) => one !== need);
                props.onTyped({ urgent: on ? [...others, need] : others });
              }}
            />
          </div>
        )}
      </For>
    </>
  );
}

function Alerts(props: PartProps) {
  const chosen = () => BOARD_ALERTS.filter((alert) => props.typed.alerts.includes(alert));
  return (
    <>
      <Ticks
        id="board-alerts"
        label={t().route.alerts}
        options={BOARD_ALERTS.map((value) => ({ value, label: t().route.alertKinds[value] }))}
        value={props.typed.alerts}
        onValue={(alerts) => {
          props.onTyped({ alerts });
        }}
      />
      <For each={chosen()}>
        {(alert) => <Note {...props} path={`alerts.${alert}`} label={t().route.alertKinds[alert]} />}
      </For>
    </>
  );
}

export interface BoardFormProps {
  /** As it was when the form was opened: what comes in meanwhile takes nothing that is typed. */
  readonly board: BoardView;
  readonly onDone: () => void;
}

export function BoardForm(props: BoardFormProps) {
  const app = useApp();
  const board = untrack(() => props.board);
  const before = typedFrom(board);
  const [typed, setTyped] = createSignal(before);
  const wrongBeds = (): readonly FormError[] =>
    BED_GROUPS.filter((group) => typed().beds[group].trim() !== "" && !isCount(typed().beds[group])).map(
      (group) => ({ field: bedField(group), text: t().route.badBeds(t().route.bedGroups[group]) }),
    );
  const form = createForm({
    check: wrongBeds,
    fieldOf,
    send: async () => {
      await app.engine.setBoard(wishOf(before, typed()));
      announce(t().route.boardSaved);
      props.onDone();
    },
  });
  const change = (part: Partial<Typed>) => setTyped((was) => ({ ...was, ...part }));
  return (
    <Form state={form} label={t().route.editBoard}>
      <p>{t().route.publicText}</p>
      <Beds form={form} typed={typed()} onTyped={change} board={board} />
      <Alerts form={form} typed={typed()} onTyped={change} />
      <Needs form={form} typed={typed()} onTyped={change} />
      <TextField
        id="board-place"
        label={t().route.boardPlace}
        hint={t().route.boardPlaceHint}
        optional
        error={form.errorOf("board-place")}
        value={typed().place}
        onValue={(place) => change({ place })}
      />
      <Select
        id="board-country"
        label={t().sharing.ownCountry}
        hint={t().sharing.ownCountryHint}
        optional
        error={form.errorOf("board-country")}
        options={[{ value: "", label: t().sharing.noCountry }, ...countryOptions()]}
        value={typed().country}
        onValue={(country) => change({ country })}
      />
      <div class="actions">
        <Button type="submit" look="primary" busy={form.busy()} busyText={t().shell.saving}>
          {t().route.saveBoard}
        </Button>
        <Show when={!form.busy()}>
          <Button
            onPress={() => {
              props.onDone();
            }}
          >
            {t().shell.cancel}
          </Button>
        </Show>
      </div>
    </Form>
  );
}
