/**
 * Possible duplicates of who is being typed: asked for while typing, decided about one by one, and asked about once
 * before saving. What was decided holds for this form, until it is saved or emptied.
 */
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { AlikeHit, DuplicateKind, RecordId } from "#engine";
import { foldedWords } from "#model";
import { useApp } from "./app-context.ts";

const PAUSE_MS = 400;
const MOST = 3;
/** Saving waits no longer for an answer: in a big house the first question makes the index. */
const PATIENCE_MS = 3000;
const NOBODY: readonly AlikeHit[] = [];

/** By what, beside a name, people are told apart. */
const BESIDE_NAME = ["age", "birthDate", "country", "state", "town", "marks", "relatives", "alternateNames"];

const isFilled = (value: unknown): boolean =>
  typeof value === "string" ? value.trim() !== "" : value !== null && value !== undefined;

/** What is asked about of a half-typed form; null for less than a name and something else. */
export function askedOf(fields: object): object | null {
  const known = new Map(Object.entries(fields).filter(([, value]) => isFilled(value)));
  const name: unknown = known.get("name");
  const words = typeof name === "string" ? foldedWords(name).filter((word) => word.length > 1) : [];
  if (words.length === 0) return null;
  if (words.length === 1 && !BESIDE_NAME.some((field) => known.has(field))) return null;
  return Object.fromEntries([...known].filter(([field]) => ["name", "sex", ...BESIDE_NAME].includes(field)));
}

/** Another shelter's card does not stand in the way: families may report at several houses. */
const mustBeDecided = (hit: AlikeHit): boolean => hit.proposed && hit.kind !== "card";

export interface Duplicates {
  readonly kind: DuplicateKind;
  /** Nothing was said about them yet; most probable first. */
  readonly undecided: Accessor<readonly AlikeHit[]>;
  /** Those about whom saving waits for a word. */
  readonly holding: Accessor<readonly RecordId[]>;
  /** Shown one by one, to compare. */
  readonly open: Accessor<boolean>;
  readonly setOpen: (open: boolean) => void;
  /** Somebody else: not shown again in this form. */
  readonly setApart: (id: RecordId) => void;
  /** With what is typed now: whether saving has to wait. Once about each; who saves again has decided. */
  readonly hold: () => Promise<boolean>;
  /** For the next person. */
  readonly reset: () => void;
}

export interface DuplicateQuestion {
  readonly kind: DuplicateKind;
  /** What is typed; null while it is too little. */
  readonly fields: Accessor<object | null>;
}

/** The newest answer to what is typed; those that come too late are dropped. */
function createAnswer({ kind, fields }: DuplicateQuestion) {
  const app = useApp();
  const [hits, setHits] = createSignal(NOBODY);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): number => {
    clearTimeout(timer);
    return ++turn;
  };
  const clear = (): void => {
    stop();
    setHits(NOBODY);
  };
  /** Null where something else was asked meanwhile. */
  const ask = async (): Promise<readonly AlikeHit[] | null> => {
    const mine = stop();
    const wanted = fields();
    // who cannot be asked about is saved all the same
    const answer =
      wanted === null ? NOBODY : await app.engine.alike(kind, wanted, { limit: MOST }).catch(() => NOBODY);
    if (mine !== turn) return null;
    setHits(answer);
    return answer;
  };
  const key = createMemo(() => JSON.stringify(fields()));
  createEffect(
    on(key, () => {
      stop();
      if (fields() === null) setHits(NOBODY);
      else timer = setTimeout(() => void ask(), PAUSE_MS);
    }),
  );
  onCleanup(stop);
  return { hits, ask, clear };
}

const atMost = <T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([work, new Promise<T>((resolve) => setTimeout(resolve, ms, otherwise))]);

/** Possible duplicates of what a form gives. */
export function createDuplicates(question: DuplicateQuestion): Duplicates {
  const answer = createAnswer(question);
  const [apart, setApart] = createSignal<ReadonlySet<RecordId>>(new Set());
  const [held, setHeld] = createSignal<ReadonlySet<RecordId>>(new Set());
  const [open, setOpen] = createSignal(false);
  const undecided = createMemo(() => answer.hits().filter(({ id }) => !apart().has(id)));
  const holding = createMemo(() => {
    const ids = undecided().map(({ id }) => id);
    return ids.filter((id) => held().has(id));
  });
  return {
    kind: question.kind,
    undecided,
    holding,
    open,
    setOpen,
    setApart: (id) => setApart((before) => new Set([...before, id])),
    async hold() {
      let hits: readonly AlikeHit[] | null = null;
      // what was asked last is what counts
      while (hits === null) hits = await atMost(PATIENCE_MS, answer.ask(), NOBODY);
      const due = hits.filter(({ id }) => !apart().has(id) && !held().has(id)).filter(mustBeDecided);
      if (due.length === 0) return false;
      setHeld((before) => new Set([...before, ...due.map(({ id }) => id)]));
      setOpen(true);
      return true;
    },
    reset() {
      answer.clear();
      setApart(new Set<RecordId>());
      setHeld(new Set<RecordId>());
      setOpen(false);
    },
  };
}
