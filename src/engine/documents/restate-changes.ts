/**
 * Own changes that do not count because they stand on what does not, made again without that: each on the
 * part of its own past that counts. So it stays concurrent with all that it was concurrent with, overwrites
 * nothing that its author had not seen, and says nothing that others wrote.
 */
import { appliedOf, type ChangeGraph, type GraphChange, graphOf, pastOf } from "./change-graph.ts";
import { diffPatch } from "./diff-patch.ts";
import { type AttributedChange, readDocument, statePatch } from "./document.ts";
import type { PlainMap } from "./plain.ts";

export interface Restating {
  /** The accepted changes, in their order: those that are applied count. */
  readonly accepted: readonly AttributedChange[];
  /** What was refused, as far as it is here: read, and never taken over. */
  readonly refused: readonly AttributedChange[];
  readonly isOwn: (actor: string) => boolean;
  /** The actors under which a change may have been stated again. */
  readonly statedBy: (change: Pick<GraphChange, "hash" | "actor">) => readonly string[];
  /** The fresh actor under which this device states a change again. */
  readonly actorFor: (hash: string) => string;
  /** Fields that are one value to whoever reads them, although they are stored in parts. */
  readonly toldWhole: ReadonlySet<string>;
}

export interface RestatedChange {
  /** Hash of the change that it states again. */
  readonly of: string;
  readonly bytes: Uint8Array;
}

interface Waiting {
  readonly change: GraphChange;
  readonly past: readonly GraphChange[];
}

/** Empty when nothing of this device waits, when all of it was stated again, or when its past is not here. */
export function restateChanges(restating: Restating): readonly RestatedChange[] {
  return new Restater(restating).all();
}

class Restater {
  readonly #restating: Restating;
  readonly #counted: Map<string, GraphChange>;
  readonly #firstBy = new Map<string, GraphChange>();

  constructor(restating: Restating) {
    this.#restating = restating;
    this.#counted = new Map(appliedOf(restating.accepted));
    for (const change of this.#counted.values())
      if (change.seq === 1) this.#firstBy.set(change.actor, change);
  }

  all(): readonly RestatedChange[] {
    return this.#waiting().flatMap((waiting) => {
      const bytes = this.#state(waiting);
      return bytes === null ? [] : [{ of: waiting.change.hash, bytes }];
    });
  }

  /** What is to be stated again, what stands on other such changes after them. */
  #waiting(): readonly Waiting[] {
    const { accepted, refused, isOwn } = this.#restating;
    const known: ChangeGraph = graphOf([...accepted, ...refused]);
    return [...graphOf(accepted).values()]
      .filter(({ hash, actor }) => !this.#counted.has(hash) && isOwn(actor))
      .filter((change) => this.#statedAgain(change) === undefined)
      .flatMap((change) => {
        const past = pastOf(known, change.deps);
        return past === null ? [] : [{ change, past }];
      })
      .sort((one, other) => one.past.length - other.past.length);
  }

  #statedAgain(change: GraphChange): GraphChange | undefined {
    const actors = this.#restating.statedBy(change);
    return actors.flatMap((actor) => this.#firstBy.get(actor) ?? [])[0];
  }

  /** Null where nothing of the record is left to state it on. */
  #state({ change, past }: Waiting): Uint8Array | null {
    const { actorFor, toldWhole } = this.#restating;
    const base = this.#countedPart(past);
    const { kind, fields } = readDocument(base).view;
    if (kind === null) return null;
    const before = readDocument(past).view.fields;
    const after = readDocument([...past, change]).view.fields;
    const patch = withWholes(diffPatch(before, after), { toldWhole, from: fields, to: after });
    const author = { actor: actorFor(change.hash), seconds: change.seconds };
    const bytes = statePatch(base, author, patch);
    for (const made of graphOf([{ bytes, actor: author.actor }]).values()) {
      this.#counted.set(made.hash, made);
      this.#firstBy.set(made.actor, made);
    }
    return bytes;
  }

  /** What counts of a past; for a change that does not, what states it again. */
  #countedPart(past: readonly GraphChange[]): readonly GraphChange[] {
    const standing = past.flatMap((change) =>
      this.#counted.has(change.hash) ? change.hash : (this.#statedAgain(change)?.hash ?? []),
    );
    return pastOf(this.#counted, standing) ?? [];
  }
}

interface Wholes {
  readonly toldWhole: ReadonlySet<string>;
  readonly from: PlainMap;
  readonly to: PlainMap;
}

/** The patch, with such a field as it was left, whatever part of it the change touched. */
function withWholes(patch: PlainMap, { toldWhole, from, to }: Wholes): PlainMap {
  const parts = Object.keys(patch).map((field): PlainMap => {
    const value = to[field];
    if (!toldWhole.has(field) || value === undefined) return { [field]: patch[field] ?? null };
    const old = from[field];
    return diffPatch(old === undefined ? {} : { [field]: old }, { [field]: value });
  });
  return Object.assign({}, ...parts) as PlainMap;
}
