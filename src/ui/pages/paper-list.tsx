/**
 * "Lista en papel": for the night on which the computer or the light was out. An empty sheet to print and fill in by hand,
 * and rows to type it in afterwards, with the day on which the people came. Saved all or none: what is wrong with a row is
 * said beside it, and the rest stays typed.
 */
import { createMemo, createSignal, For, Index, Show } from "solid-js";
import type { ReservedBed } from "#engine";
import { useApp } from "../app-context.ts";
import { createDraft, type Draft } from "../drafts.ts";
import { t } from "../look.ts";
import {
  arrivalsOf,
  checkPaper,
  emptyPaper,
  emptyRows,
  FIELD_DAY,
  fieldOf,
  isTyped,
  mayKeepPaper,
  MOST_ROWS,
  type PaperDraft,
  type PaperRow,
  problemField,
  ROWS_AT_FIRST,
  type TypingTime,
} from "../paper-list.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Select, TextField, Tick } from "../parts/field.tsx";
import { createForm, Form, type FormState } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { Reserved } from "./arrival-lists.tsx";

const ROWS_ON_PAPER = 22;

interface RowProps {
  readonly row: PaperRow;
  readonly at: number;
  readonly form: FormState;
  readonly onRow: (change: Partial<PaperRow>) => void;
}

const TEXTS = ["name", "age", "country", "company", "bed"] as const;

/** A line of the list; its fields are called by its number, so that a screen reader tells the rows apart. */
function Row(props: RowProps) {
  const id = (field: string): string => fieldOf(props.at, field);
  return (
    <fieldset class="paper-row">
      <legend class="label">{t().paperList.row(props.at + 1)}</legend>
      <For each={TEXTS}>
        {(field) => (
          <TextField
            id={id(field)}
            label={t().paperList.columns[field]}
            error={props.form.errorOf(id(field))}
            value={props.row[field]}
            onValue={(value) => {
              props.onRow({ [field]: value });
            }}
          />
        )}
      </For>
      <Select<PaperRow["sex"]>
        id={id("sex")}
        label={t().paperList.columns.sex}
        error={props.form.errorOf(id("sex"))}
        value={props.row.sex}
        onValue={(sex) => {
          props.onRow({ sex });
        }}
        options={[
          { value: "", label: "—" },
          ...(["female", "male", "other"] as const).map((value) => ({
            value,
            label: t().fields.sexes[value],
          })),
        ]}
      />
      <Tick
        id={id("alone")}
        label={t().paperList.columns.alone}
        checked={props.row.alone}
        onValue={(alone) => {
          props.onRow({ alone });
        }}
      />
    </fieldset>
  );
}

/** On paper only: empty lines, and what the columns are. */
function Sheet() {
  const columns = () => Object.values(t().paperList.columns);
  return (
    <section class="print-only paper-sheet">
      <h1>{t().paperList.sheetTitle}</h1>
      <p>{t().paperList.sheetText}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t().paperList.number}</th>
            <For each={columns()}>{(column) => <th scope="col">{column}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={Array.from({ length: ROWS_ON_PAPER })}>
            {(_, at) => (
              <tr>
                <td>{at() + 1}</td>
                <For each={columns()}>{() => <td />}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p>{t().paperList.sheetFoot}</p>
    </section>
  );
}

interface Saved {
  readonly people: number;
  readonly reserved: readonly ReservedBed[];
}

function typingTime(): TypingTime {
  const at = new Date();
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  return { now: at.getTime(), today: parts.map((part) => String(part).padStart(2, "0")).join("-") };
}

function createPaper(draft: Draft<PaperDraft>, onSaved: (saved: Saved) => void) {
  const app = useApp();
  return createForm({
    check: () => checkPaper(draft.values, typingTime()),
    send: async () => {
      const people = draft.values.rows.filter(isTyped).length;
      const { reserved = [] } = await app.engine.add("arrival", arrivalsOf(draft.values));
      draft.reset({ day: draft.values.day });
      announce(t().paperList.saved(people));
      onSaved({ people, reserved });
    },
    fieldOf: (path) => problemField(draft.values, path),
  });
}

function Typed(props: { readonly onSaved: (saved: Saved) => void }) {
  const draft = createDraft("paper-list", emptyPaper, mayKeepPaper);
  const form = createPaper(draft, (saved) => {
    props.onSaved(saved);
    document.getElementById(fieldOf(0, "name"))?.focus();
  });
  const rows = () => draft.values.rows;
  const change = (at: number, said: Partial<PaperRow>): void => {
    draft.set({ rows: rows().map((row, where) => (where === at ? { ...row, ...said } : row)) });
  };
  const count = createMemo(() => rows().filter(isTyped).length);
  return (
    <Form state={form} label={t().paperList.form}>
      <Show when={draft.restored}>
        <Notice kind="info">{t().arrivals.restored}</Notice>
      </Show>
      <TextField
        id={FIELD_DAY}
        label={t().paperList.day}
        hint={t().paperList.dayHint}
        error={form.errorOf(FIELD_DAY)}
        value={draft.values.day}
        onValue={(day) => {
          draft.set({ day });
        }}
      />
      <Index each={rows()}>
        {(row, at) => (
          <Row
            row={row()}
            at={at}
            form={form}
            onRow={(said) => {
              change(at, said);
            }}
          />
        )}
      </Index>
      <div class="actions">
        <Button type="submit" look="primary" busy={form.busy()} busyText={t().shell.saving}>
          {t().paperList.save(count())}
        </Button>
        <Show when={rows().length < MOST_ROWS}>
          <Button
            onPress={() => {
              const first = rows().length;
              draft.set({ rows: [...rows(), ...emptyRows(ROWS_AT_FIRST)] });
              document.getElementById(fieldOf(first, "name"))?.focus();
            }}
          >
            {t().paperList.moreRows}
          </Button>
        </Show>
      </div>
    </Form>
  );
}

export function PaperListPage() {
  const [saved, setSaved] = createSignal<Saved | null>(null);
  return (
    <Page
      title={t().paperList.title}
      lead={<span class="screen-only">{t().paperList.intro}</span>}
      focusHeading
    >
      <div class="stack stack-wide screen-only">
        <div class="actions">
          <Button
            onPress={() => {
              globalThis.print();
            }}
          >
            {t().paperList.print}
          </Button>
        </div>
        <Show when={saved()}>
          {(done) => (
            <>
              <Notice kind="ok" role="status">
                {t().paperList.saved(done().people)}
              </Notice>
              <Show when={done().reserved.length > 0}>
                <Reserved beds={done().reserved} />
              </Show>
            </>
          )}
        </Show>
        <Typed onSaved={setSaved} />
      </div>
      <Sheet />
    </Page>
  );
}
