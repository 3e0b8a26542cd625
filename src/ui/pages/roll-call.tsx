/**
 * The roll call of a night: who is here, by bed, each with two big buttons that the keyboard reaches in order; and a
 * sheet to print, with beds and names and nothing else. Who is absent is offered a departure; none is noted by itself.
 */
import { createMemo, createSignal, For, Index, type ParentProps, Show } from "solid-js";
import type { RecordId, RollCallRow, RollCallView } from "#engine";
import type { RollMark } from "#model";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { createReveal, Name, RevealButton } from "../parts/masked-name.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { valueAt, wordError } from "../wording.ts";
import { DepartureDialog } from "./departure-dialog.tsx";

const wordNight = (night: string): string => t().rollCall.night(f().partialDate(night) ?? night);

interface MarkButtonProps {
  readonly label: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function MarkButton(props: ParentProps<MarkButtonProps>) {
  return (
    <Button
      class="roll-button"
      aria-pressed={props.pressed}
      aria-label={props.label}
      onPress={() => {
        props.onPress();
      }}
    >
      {props.children}
    </Button>
  );
}

interface RowProps {
  readonly row: RollCallRow;
  /** Its place in the list, from 1: what the buttons call the person by while names are hidden. */
  readonly at: number;
  readonly shown: boolean;
  readonly onMark: (mark: RollMark) => void;
  readonly onNotReturned: () => void;
}

const isKept = ({ guest }: RollCallRow): boolean => guest.kind === "reserved-bed";

/** A number is no name: it is not hidden. */
const called = ({ guest }: RollCallRow): string =>
  guest.kind === "reserved-bed" ? t().protection.bed(Number(valueAt(guest.fields, "number"))) : guest.title;

function Row(props: RowProps) {
  const isShown = (): boolean => props.shown || isKept(props.row);
  const who = (): string => {
    const name = isShown() && called(props.row) !== "" ? called(props.row) : null;
    return [props.row.bed ?? "", name ?? t().rollCall.person(props.at)]
      .filter((part) => part !== "")
      .join(", ");
  };
  return (
    <li class="item roll-row">
      <span class="roll-who">
        <span class="roll-bed">{props.row.bed ?? t().rollCall.noBed}</span>
        <span class="item-title">
          <Name name={called(props.row)} shown={isShown()} />
        </span>
        <Show when={isKept(props.row)}>
          <strong>{t().protection.guarded}</strong>
        </Show>
        <Show when={props.row.standing === "apart"}>
          <strong>{t().rollCall.apart}</strong>
        </Show>
      </span>
      <span class="roll-marks" role="group" aria-label={who()}>
        <MarkButton
          label={t().rollCall.markPresent(who())}
          pressed={props.row.standing === "present"}
          onPress={() => {
            props.onMark("present");
          }}
        >
          {t().rollCall.present}
        </MarkButton>
        <MarkButton
          label={t().rollCall.markAbsent(who())}
          pressed={props.row.standing === "absent"}
          onPress={() => {
            props.onMark("absent");
          }}
        >
          {t().rollCall.absent}
        </MarkButton>
      </span>
      <Show when={props.row.standing === "absent" && isKept(props.row)}>
        <Notice kind="protect" role="status">
          {t().protection.guardedAbsent}
        </Notice>
      </Show>
      <Show
        when={props.row.standing === "absent" && !isKept(props.row) && !("leftAt" in props.row.guest.fields)}
      >
        <Button
          look="plain"
          aria-label={t().rollCall.notReturnedOf(who())}
          onPress={() => {
            props.onNotReturned();
          }}
        >
          {t().rollCall.notReturned}
        </Button>
      </Show>
    </li>
  );
}

/** On paper only; names are in the page while they are shown on the screen, and not before. */
function Sheet(props: { readonly roll: RollCallView }) {
  return (
    <section class="print-only roll-sheet">
      <h1>{wordNight(props.roll.night)}</h1>
      <ul>
        <For each={props.roll.people}>
          {(row) => (
            <li>
              <span class="roll-box" />
              <span>{row.bed ?? "—"}</span>
              <span>{called(row)}</span>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

function createRoll() {
  const app = useApp();
  const [failed, setFailed] = createSignal<unknown>();
  const roll = createLive({
    key: () => "roll",
    ask: () => app.engine.rollCall(),
    concerns: (event) => event.kind === "records",
  });
  const mark = async (guest: RecordId, said: RollMark): Promise<void> => {
    const night = roll.value()?.night;
    if (night === undefined) return;
    try {
      await app.engine.markRoll({ night, marks: [{ guest, mark: said }] });
      setFailed(undefined);
    } catch (error) {
      setFailed(error);
    }
  };
  return { roll, mark, error: () => failed() ?? roll.error() };
}

function Counts(props: { readonly people: readonly RollCallRow[] }) {
  const number = (wanted: (row: RollCallRow) => boolean): number => props.people.filter(wanted).length;
  return (
    <p class="screen-only" role="status">
      {t().rollCall.counts(
        number(({ standing }) => standing === "present"),
        number(({ standing }) => standing === "absent"),
        number(({ standing }) => standing === null || standing === "apart"),
      )}
    </p>
  );
}

export function RollCallPage() {
  const { roll, mark, error } = createRoll();
  const reveal = createReveal();
  const [gone, setGone] = createSignal<RecordId | null>(null);
  const people = createMemo(() => roll.value()?.people ?? []);
  const app = useApp();
  const print = (): void => {
    app.engine.noteHandedOut("print", people().length).catch(() => undefined);
    if (!reveal.shown()) reveal.toggle();
    // once the sheet is in the page
    queueMicrotask(() => {
      globalThis.print();
    });
  };
  return (
    <Page title={t().rollCall.title} lead={<span class="screen-only">{t().rollCall.intro}</span>}>
      <Show when={error()}>
        {(caught) => (
          <Notice kind="error" role="alert">
            {wordError(caught())}
          </Notice>
        )}
      </Show>
      <Show when={roll.value()} fallback={<p class="quiet">{t().shell.loading}</p>}>
        {(known) => (
          <div class="stack">
            <div class="row row-apart screen-only">
              <h2>{wordNight(known().night)}</h2>
              <div class="actions">
                <RevealButton shown={reveal.shown()} onPress={reveal.toggle} />
                <Button onPress={print}>{t().rollCall.sheet}</Button>
              </div>
            </div>
            <p class="hint screen-only">{t().rollCall.sheetText}</p>
            <Counts people={people()} />
            <Show when={people().length > 0} fallback={<p class="empty quiet">{t().rollCall.empty}</p>}>
              <ul class="items screen-only">
                <Index each={people()}>
                  {(row, at) => (
                    <Row
                      row={row()}
                      at={at + 1}
                      shown={reveal.shown()}
                      onMark={(said) => void mark(row().guest.id, said)}
                      onNotReturned={() => setGone(row().guest.id)}
                    />
                  )}
                </Index>
              </ul>
            </Show>
            <Show when={reveal.shown()}>
              <Sheet roll={known()} />
            </Show>
          </div>
        )}
      </Show>
      <Show when={gone()}>
        {(guest) => <DepartureDialog guest={guest()} how="not-returned" open onClose={() => setGone(null)} />}
      </Show>
    </Page>
  );
}
