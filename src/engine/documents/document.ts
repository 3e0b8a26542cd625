/**
 * One record as an Automerge document: made, changed, read into a plain view, and freed at once
 * (the design's fifth idea). The document's shape is `{ kind, fields }`. Everything here is handed
 * changes as bytes, with the actor that may have made them; it knows no logs, devices or keys.
 *
 * Invariants:
 * 1. A change counts only if its actor is the one that the caller vouches for, and is the first
 *    with that actor and sequence number; a forged or repeated one is set aside, never applied
 *    (Automerge cannot load a document that holds two: automerge issue 1367).
 * 2. No document outlives a call: `A.free` on every path, also after an error.
 * 3. Actor and time come from the caller, never from Automerge's defaults.
 */
import * as A from "@automerge/automerge";
import { readChangeHeader } from "./change-header.ts";
import { isContested, patchStored } from "./patch.ts";
import { toPlain, toPlainMap, toStored, isPlainMap, type Plain, type PlainMap } from "./plain.ts";

/** A change and the only actor that its author may use for this record. */
export interface AttributedChange {
  readonly bytes: Uint8Array;
  /** Hex, as in {@link readChangeHeader}. */
  readonly actor: string;
}

export interface Author {
  /** Hex. */
  readonly actor: string;
  /** Seconds since 1970, as Automerge stores them. */
  readonly seconds: number;
}

export interface DocumentView {
  readonly kind: string | null;
  readonly fields: PlainMap;
  /** Dotted path to the values that were set at once; each list has at least two. */
  readonly conflicts: Readonly<Record<string, readonly Plain[]>>;
}

export interface ReadDocument {
  readonly view: DocumentView;
  /** Changes set aside by invariant 1, or that Automerge refused. */
  readonly refused: number;
  /** Changes whose predecessors have not arrived; they count once these have. */
  readonly waiting: number;
  /** Earliest and latest time of a change, by the clocks of the devices that made them. */
  readonly firstSeconds: number | null;
  readonly lastSeconds: number | null;
}

export interface StoredDocument {
  kind?: unknown;
  fields?: Record<string, unknown>;
}

/** The one change that makes a new document. */
export function createDocument(author: Author, kind: string, fields: PlainMap): Uint8Array {
  const empty = A.init<StoredDocument>({ actor: author.actor });
  const made = A.change(empty, { time: author.seconds }, (draft) => {
    draft.kind = toStored(kind);
    draft.fields = toStored(fields) as Record<string, unknown>;
  });
  try {
    const change = A.getLastLocalChange(made);
    if (change === undefined) throw new TypeError("a new document has a first change");
    return change;
  } finally {
    A.free(made);
  }
}

/** Applies a merge patch to an open document; the caller takes the changes from the result. */
export const patchDocument =
  (seconds: number, patch: PlainMap) =>
  (document: A.Doc<StoredDocument>): A.Doc<StoredDocument> =>
    A.change(document, { time: seconds }, (draft) => {
      draft.fields ??= {};
      // made twice at once: each of the two is patched, because either may be changed meanwhile by who knows only that one
      for (const fields of alternatives(draft, "fields")) if (isPlainMap(fields)) patchStored(fields, patch);
    });

/**
 * The same, with what others made at once left beside it: for maps that are read together, where writing the one that
 * stands whole would hide what another device goes on writing into its own.
 */
export const patchApart =
  (seconds: number, patch: PlainMap) =>
  (document: A.Doc<StoredDocument>): A.Doc<StoredDocument> =>
    A.change(document, { time: seconds }, (draft) => {
      draft.fields ??= {};
      patchStored(draft.fields, patch);
    });

/** A merge patch on these changes as the one change of a fresh actor; an empty change where it changes nothing. */
export function statePatch(
  changes: readonly AttributedChange[],
  author: Author,
  patch: PlainMap,
): Uint8Array {
  let document = loadDocument(changes, author.actor);
  try {
    const before = A.getHeads(document);
    document = patchDocument(author.seconds, patch)(document);
    const isSame = A.getHeads(document).join() === before.join();
    if (isSame) document = A.emptyChange(document, { time: author.seconds });
    const change = A.getLastLocalChange(document);
    if (change === undefined) throw new TypeError("a patch is one change");
    return change;
  } finally {
    A.free(document);
  }
}

interface Admitted {
  readonly chunks: readonly Uint8Array[];
  readonly refused: number;
  /** Copies of a change that is there already. */
  readonly repeated: number;
  readonly firstSeconds: number | null;
  readonly lastSeconds: number | null;
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Sorts out what may be applied (invariant 1). Order is kept: the caller's order decides who is first. */
function admit(changes: readonly AttributedChange[]): Admitted {
  const byPlace = new Map<string, Uint8Array>();
  const times: number[] = [];
  let repeated = 0;
  for (const { bytes, actor } of changes) {
    const header = readChangeHeader(bytes);
    if (header?.actor !== actor) continue;
    const place = `${header.actor}/${String(header.seq)}`;
    const earlier = byPlace.get(place);
    if (earlier === undefined) {
      byPlace.set(place, bytes);
      if (header.seconds !== null) times.push(header.seconds);
    } else if (sameBytes(earlier, bytes)) {
      repeated += 1;
    }
  }
  const chunks = [...byPlace.values()];
  return {
    chunks,
    repeated,
    refused: changes.length - chunks.length - repeated,
    firstSeconds: times.length === 0 ? null : Math.min(...times),
    lastSeconds: times.length === 0 ? null : Math.max(...times),
  };
}

interface Loaded {
  readonly document: A.Doc<StoredDocument>;
  readonly refused: number;
}

const concatenate = (chunks: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

/** A document that a wasm fault has poisoned may not let itself be freed. */
function freeQuietly(document: A.Doc<StoredDocument>): void {
  try {
    A.free(document);
  } catch {
    // The collector's finalizer is what is left.
  }
}

/** One by one, keeping what Automerge takes: the slow way round a change that it chokes on. */
function loadOneByOne(chunks: readonly Uint8Array[], actor?: string): Loaded {
  let refused = 0;
  let good: Uint8Array[] = [];
  let document = A.init<StoredDocument>(actor === undefined ? {} : { actor });
  for (const chunk of chunks) {
    try {
      [document] = A.applyChanges(document, [chunk]);
      good = [...good, chunk];
    } catch {
      refused += 1;
      // A wasm fault may leave the document poisoned: start again from what was good.
      freeQuietly(document);
      document = A.init<StoredDocument>(actor === undefined ? {} : { actor });
      [document] = A.applyChanges(document, good);
    }
  }
  return { document, refused };
}

/** Loads what may be applied. The caller frees the document. Never throws for bad changes. */
export function loadDocument(changes: readonly AttributedChange[], actor?: string): A.Doc<StoredDocument> {
  return loadChunks(admit(changes).chunks, actor).document;
}

function loadChunks(chunks: readonly Uint8Array[], actor?: string): Loaded {
  try {
    const document = A.load<StoredDocument>(concatenate(chunks), actor === undefined ? {} : { actor });
    return { document, refused: 0 };
  } catch {
    // `load` insists on every predecessor; `applyChanges` keeps early comers in a queue.
    return loadOneByOne(chunks, actor);
  }
}

/** Reads changes into a plain view. Never throws: what cannot be read is counted. */
export function readDocument(changes: readonly AttributedChange[]): ReadDocument {
  const admitted = admit(changes);
  const { document, refused } = loadChunks(admitted.chunks);
  try {
    const waiting = admitted.chunks.length - refused - A.stats(document).numChanges;
    return {
      view: viewOf(document),
      refused: admitted.refused + refused,
      waiting: Math.max(0, waiting),
      firstSeconds: admitted.firstSeconds,
      lastSeconds: admitted.lastSeconds,
    };
  } finally {
    A.free(document);
  }
}

/** The plain view of an open document. */
export function viewOf(document: A.Doc<StoredDocument>): DocumentView {
  const kind = toPlain(document.kind);
  const fields = document.fields;
  const contested = isContested(document, "fields")
    ? contestedAmong(document)
    : isPlainMap(fields)
      ? conflictsIn(fields, "")
      : [];
  return {
    kind: typeof kind === "string" ? kind : null,
    fields: isPlainMap(fields) ? toPlainMap(fields) : {},
    conflicts: Object.fromEntries(contested),
  };
}

/**
 * What stands at the key of a stored map: the winner, and with it what others set at the same time. The winner alone
 * where another is of a type that Automerge has no value for: only a forged change holds one, and it counts for nothing.
 */
function alternatives(map: object, key: string): readonly unknown[] {
  const winner = (map as Record<string, unknown>)[key];
  try {
    const found = A.getConflicts(map as A.Doc<Record<string, unknown>>, key);
    return found === undefined ? [winner] : Object.values(found);
  } catch {
    return [winner];
  }
}

const distinctOf = (values: readonly unknown[]): readonly Plain[] => [
  ...new Map(values.map(toPlain).map((item) => [JSON.stringify(item), item])).values(),
];

type Contested = [path: string, values: readonly Plain[]];

/** What was set at once within a map that stands. */
function conflictsIn(map: object, path: string): Contested[] {
  return Object.entries(map).flatMap(([key, value]): Contested[] => {
    const here = path === "" ? key : `${path}.${key}`;
    const distinct = distinctOf(alternatives(map, key));
    const own: Contested[] = distinct.length > 1 ? [[here, distinct]] : [];
    return [...own, ...(isPlainMap(value) ? conflictsIn(value, here) : [])];
  });
}

/**
 * Two devices that each make a record whose id follows from others each make its fields, and one of the two wins whole:
 * what is set in either counts. Read inside a change that changes nothing: only there a map that lost tells what was set
 * at once within it.
 */
function contestedAmong(document: A.Doc<StoredDocument>): Contested[] {
  let found: Contested[] = [];
  const copy = A.clone(document);
  try {
    A.change(copy, (draft) => {
      const maps = alternatives(draft, "fields").filter(isPlainMap);
      const keys = new Set(maps.flatMap((map) => Object.keys(map)));
      found = [...keys].flatMap((key): Contested[] => {
        const distinct = distinctOf(
          maps.flatMap((map) => (Object.hasOwn(map, key) ? alternatives(map, key) : [null])),
        );
        return distinct.length > 1 ? [[key, distinct]] : [];
      });
    });
    return found;
  } catch {
    // one of the maps holds what no honest change holds: the winner alone is told
    const { fields } = document;
    return isPlainMap(fields) ? conflictsIn(fields, "") : [];
  } finally {
    freeQuietly(copy);
  }
}
