/**
 * Possible duplicates of somebody who is being typed, before anything is saved. Half a form is asked about as well as a
 * whole one. Writes nothing and keeps nothing of what was asked.
 */
import { accessOf, legiblePerson, type PlainFields } from "#model";
import { type AlikeHit, type DuplicateKind, EngineError, type RecordId } from "../api/index.ts";
import { type House, memberOf } from "../house/house.ts";
import type { PersonList } from "../records/person-lists.ts";
import { asOnePerson } from "../records/one-person.ts";
import { proposedOf } from "../records/proposed.ts";
import { searchHitOf, yearOf } from "./search-records.ts";

const DEFAULT_LIMIT = 5;
/** Less probable than "possible" nobody is shown unasked. */
const POSSIBLE = 0.1;

/** On which list duplicates of a kind stand. */
const LISTS: ReadonlyMap<string, PersonList> = new Map([
  ["guest", "here"],
  ["report", "sought"],
] satisfies [DuplicateKind, PersonList][]);

export interface AlikeWish {
  readonly kind: DuplicateKind;
  readonly fields: unknown;
  readonly limit?: number;
  readonly except?: RecordId;
}

/** Who writes a kind without reading it hands it in, and is told of nobody. */
const mayRead = (house: House, kind: DuplicateKind): boolean =>
  accessOf(memberOf(house).member.role, kind) === "write";

const plainFields = (fields: unknown): PlainFields =>
  typeof fields === "object" && fields !== null ? { ...fields } : {};

export async function alikeRecords(
  house: House,
  { kind, fields, limit = DEFAULT_LIMIT, except }: AlikeWish,
): Promise<readonly AlikeHit[]> {
  const list = LISTS.get(kind);
  if (list === undefined) throw new EngineError({ code: "no-such-kind" });
  if (!mayRead(house, kind)) return [];
  const { fields: person } = legiblePerson(plainFields(fields));
  // of a person with several records any may be the one that is in the index
  const without = except === undefined ? [] : house.catalog.personOf(except).members;
  const where = { list, year: yearOf(house), except: new Set<string>(without) };
  const found = await house.people.match(person, where);
  house.audit.note({ did: "search", question: "form", times: 1, found: found.length });
  const possible = found.filter(({ score }) => score >= POSSIBLE);
  const proposed = proposedOf(possible);
  return possible.slice(0, limit).flatMap((hit): AlikeHit[] => {
    const record = house.catalog.get(hit.id as RecordId);
    if (record === null) return [];
    const person = asOnePerson(house.catalog, record);
    const { changedAt } = person;
    return [{ ...searchHitOf(person, hit), proposed: proposed.has(hit.id), changedAt }];
  });
}
