/**
 * Which guests are one person, kept beside the catalog: asked for every record that is listed, so it is worked out once
 * after each change of what was said.
 */
import { fromText, hash, toText } from "#crypto";
import { type Link, type OnePerson, onePersons } from "#model";
import type { RecordId } from "../api/record-id.ts";
import type { PlainMap } from "../documents/plain.ts";
import { RECORD_ID_BYTES } from "./content.ts";

/**
 * The id of what was said of two guests, in the order of their ids: a hash of both, so that devices of a house which
 * decide apart write one record. Null for what is no id.
 */
export function samePersonIdOf({ one, other }: Pick<Link, "one" | "other">): RecordId | null {
  const [first, second] = [one, other].map((guest) => fromText(guest, RECORD_ID_BYTES));
  if (!(first instanceof Uint8Array && second instanceof Uint8Array)) return null;
  return toText(hash("vereda/same-person/1", first, second).subarray(0, RECORD_ID_BYTES)) as RecordId;
}

/** Ids of guests, in order. */
export interface PersonIds {
  /** Shown as one. */
  readonly members: readonly RecordId[];
  /** Whom anybody says to be the same. */
  readonly maybe: readonly RecordId[];
}

/** What is read of a statement's record. */
interface Statement {
  readonly id: RecordId;
  readonly fields: PlainMap;
  readonly conflicts: Readonly<Record<string, readonly unknown[]>>;
}

/** Null for a record that is not the one of the two: what is said elsewhere could not be taken back. */
function linkOf({ id, fields: { one, other, said }, conflicts }: Statement): Link | null {
  if (typeof one !== "string" || typeof other !== "string") return null;
  if (samePersonIdOf({ one, other }) !== id) return null;
  return { one, other, said: conflicts["said"] ?? [said] };
}

export class SamePersons {
  /** By the id of the statement; also of those that are gone, without a word: their guests are others again. */
  readonly #links = new Map<RecordId, Link>();
  #persons: ReadonlyMap<string, OnePerson> | null = new Map();

  set(record: Statement): void {
    const link = linkOf(record);
    if (link === null) return;
    this.#links.set(record.id, link);
    this.#persons = null;
  }

  delete(id: RecordId): void {
    const link = this.#links.get(id);
    if (link === undefined) return;
    this.#links.set(id, { ...link, said: [] });
    this.#persons = null;
  }

  /** What was said and stands. */
  links(): readonly Link[] {
    return [...this.#links.values()].filter(({ said }) => said.length > 0);
  }

  /** The guests that a statement is about, also one that is gone. */
  guestsIn(statement: RecordId): readonly RecordId[] {
    const link = this.#links.get(statement);
    return link === undefined ? [] : ([link.one, link.other] as RecordId[]);
  }

  of(guest: RecordId): PersonIds {
    this.#persons ??= onePersons(this.links());
    const person = this.#persons.get(guest);
    return (person as PersonIds | undefined) ?? { members: [guest], maybe: [guest] };
  }
}
