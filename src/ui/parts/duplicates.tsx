/**
 * Possible duplicates beside what is being typed: one line in a place of its own, so that no field moves under the
 * hands, and on demand each with its reasons and what can be done about it.
 */
import { A } from "@solidjs/router";
import { createEffect, createSignal, createUniqueId, For, type JSX, Match, Show, Switch } from "solid-js";
import type { AlikeHit } from "#engine";
import type { Duplicates } from "../duplicates.ts";
import { quiet } from "../idle.ts";
import { f, t } from "../look.ts";
import { recordPath } from "../paths.ts";
import { valueAt, wordError, wordPerson, wordValue } from "../wording.ts";
import { Button } from "./button.tsx";
import { Name } from "./masked-name.tsx";
import { Notice } from "./notice.tsx";
import { Likeness } from "./person-hit.tsx";

export interface DuplicatesProps {
  readonly state: Duplicates;
  /** It is the same person: the arrival is noted on that record, or that report is opened. */
  readonly onSame: (hit: AlikeHit) => Promise<void>;
  /** A report that is the same is joined by whoever asks, instead of only opened. */
  readonly joins?: boolean;
  /** The last one that saving waited for is somebody else; absent where this page does not save. */
  readonly onAllApart?: () => void;
}

/** The day of a date or an instant, as far as it is known. */
function wordDay(moment: unknown): string | null {
  if (typeof moment !== "string") return null;
  const at = Date.parse(moment);
  return f().partialDate(moment) ?? (Number.isNaN(at) ? null : f().day(at));
}

/** When a guest came and left; of a report that is not open any more, that. */
function wordStay({ fields }: AlikeHit): string {
  const arrived = wordDay(valueAt(fields, "arrivedAt"));
  const left = wordDay(valueAt(fields, "leftAt"));
  const status = valueAt(fields, "status");
  return [
    arrived === null ? "" : t().duplicates.arrived(arrived),
    left === null ? "" : t().duplicates.left(left),
    status === "open" ? "" : wordValue("status", status),
  ]
    .filter((part) => part !== "")
    .join(", ");
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== "").join(" · ");

const wordKnown = (hit: AlikeHit): string => joined([wordPerson(hit.fields), wordStay(hit)]);

/** What fits into a line. */
const wordShort = (hit: AlikeHit, others: number): string =>
  joined([
    ...["age", "town"].map((path) => wordValue(path, valueAt(hit.fields, path))),
    wordStay(hit),
    others > 0 ? t().duplicates.more(others) : "",
  ]);

const maybe = ({ kind }: AlikeHit): string =>
  t().duplicates.maybe[kind === "guest" || kind === "card" ? kind : "report"];

function Line(props: { readonly hits: readonly AlikeHit[] }) {
  return (
    <Show when={props.hits[0]}>
      {(hit) => (
        <>
          <strong>{maybe(hit())}</strong> <Name name={hit().title} shown={!quiet()} />
          <Show when={wordShort(hit(), props.hits.length - 1)}>{(text) => ` · ${text()}`}</Show>
        </>
      )}
    </Show>
  );
}

interface HitProps {
  readonly hit: AlikeHit;
  /** The only one that saving waits for. */
  readonly last: boolean;
  readonly busy: boolean;
  readonly joins: boolean;
  readonly onSame: () => void;
  readonly onOther: () => void;
}

function Hit(props: HitProps) {
  const title = createUniqueId();
  const button = (label: string, onPress: () => void): JSX.Element => (
    <Button aria-describedby={title} busy={props.busy} onPress={onPress}>
      {label}
    </Button>
  );
  const other = () => button(props.last ? t().duplicates.otherAndSave : t().duplicates.other, props.onOther);
  return (
    <li class="duplicate-hit">
      <A id={title} class="item-title" href={recordPath(props.hit.id)}>
        <Name name={props.hit.title} shown={!quiet()} />
      </A>
      <span>{wordKnown(props.hit)}</span>
      <Likeness score={props.hit.score} reasons={props.hit.reasons} />
      <Switch>
        <Match when={props.hit.kind === "card"}>
          <p>{t().duplicates.cardText}</p>
        </Match>
        <Match when={props.hit.kind === "guest"}>
          <p class="quiet">{t().duplicates.sameText}</p>
        </Match>
        <Match when={props.hit.kind === "report"}>
          <p class="quiet">{props.joins ? t().seek.joinText : t().duplicates.reportText}</p>
        </Match>
      </Switch>
      <div class="row">
        <Switch>
          <Match when={props.hit.kind === "card"}>{button(t().duplicates.openCard, props.onSame)}</Match>
          <Match when={props.hit.kind === "guest"}>{button(t().duplicates.same, props.onSame)}</Match>
          <Match when={props.hit.kind === "report"}>
            {button(props.joins ? t().seek.join : t().duplicates.openReport, props.onSame)}
          </Match>
        </Switch>
        {other()}
      </div>
    </li>
  );
}

/** The first thing that can be done here; where nothing is left to decide, on to the name or to saving. */
function focusIn(box: HTMLElement | undefined): void {
  const here = box?.isConnected === true ? box.querySelector("button") : null;
  const onward = document.querySelector<HTMLElement>("#field-name, [type=submit]");
  (here ?? onward)?.focus();
}

function Hits(props: DuplicatesProps) {
  const title = createUniqueId();
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  let box: HTMLElement | undefined;
  const holding = () => (props.onAllApart === undefined ? [] : props.state.holding());
  const isHolding = () => holding().length > 0;
  createEffect(() => {
    if (isHolding()) focusIn(box);
  });
  const same = async (hit: AlikeHit): Promise<void> => {
    setBusy(true);
    try {
      await props.onSame(hit);
      setError(undefined);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const other = ({ id }: AlikeHit): void => {
    const held = isHolding();
    props.state.setApart(id);
    if (held && !isHolding()) props.onAllApart?.();
    else focusIn(box);
  };
  return (
    <section
      class="card card-soft"
      ref={box}
      role="group"
      aria-labelledby={title}
      onKeyDown={(event) => {
        // the key that saved, still held down, is no answer
        if (event.repeat && event.key === "Enter") event.preventDefault();
      }}
    >
      <h2 id={title}>{isHolding() ? t().duplicates.ask : t().duplicates.list}</h2>
      <Show when={error()}>
        <Notice kind="error" role="alert">
          {wordError(error())}
        </Notice>
      </Show>
      <ul class="duplicate-hits">
        <For each={props.state.undecided()}>
          {(hit) => (
            <Hit
              hit={hit}
              last={holding().length === 1 && holding()[0] === hit.id}
              busy={busy()}
              joins={props.joins === true}
              onSame={() => void same(hit)}
              onOther={() => {
                other(hit);
              }}
            />
          )}
        </For>
      </ul>
    </section>
  );
}

/** The line, for beneath a name, and what it opens to. */
export function DuplicateLine(props: DuplicatesProps) {
  const some = () => props.state.undecided().length > 0;
  return (
    <>
      <div class="duplicate-line">
        <div class="duplicate-status" role="status">
          <Line hits={props.state.undecided()} />
        </div>
        <Show when={some()} fallback={<p class="hint">{t().duplicates.waiting[props.state.kind]}</p>}>
          <Button
            aria-expanded={props.state.open()}
            onPress={() => {
              props.state.setOpen(!props.state.open());
            }}
          >
            {props.state.open() ? t().duplicates.hide : t().duplicates.compare}
          </Button>
        </Show>
      </div>
      <Show when={some() && props.state.open()}>
        <Hits {...props} />
      </Show>
    </>
  );
}

/** All of them at once, for a page where nobody types. */
export function DuplicateList(props: DuplicatesProps) {
  return (
    <Show when={props.state.undecided().length > 0}>
      <Hits {...props} />
    </Show>
  );
}
