/**
 * Several records of one guest read as one. Nothing of any of them is lost: of a field that they say differently the
 * first one's value stands and all are told; names are all names of the person; permission is there only if each has it.
 */
import type { PlainFields } from "./kinds.ts";
import { displayName } from "./person-fields.ts";

export interface MergedGuest {
  readonly fields: PlainFields;
  /** Of fields that the records say differently, what each says, in the order of the records. */
  readonly differing: Readonly<Record<string, readonly unknown[]>>;
}

const NAMES = ["name", "givenNames", "surnames"];
const LISTS = ["alternateNames", "relatives"];

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const distinct = (values: readonly unknown[]): readonly unknown[] =>
  values.filter((value, at) => values.findIndex((known) => same(known, value)) === at);

function differingIn(records: readonly PlainFields[]): MergedGuest["differing"] {
  const fields = new Set(records.flatMap((record) => Object.keys(record)));
  const all = [...fields].map((field) => {
    const values = records.map((record) => record[field]).filter((value) => value !== undefined);
    return [field, distinct(values)] as const;
  });
  return Object.fromEntries(all.filter(([field, values]) => values.length > 1 && !LISTS.includes(field)));
}

/** The name of the first who has one, in the parts that it has there; the others' are names of the person, too. */
function namesOf(records: readonly PlainFields[]): PlainFields {
  const named = records.filter((record) => NAMES.some((field) => record[field] !== undefined));
  const [first = {}] = named;
  const own = displayName(first);
  const others = named.slice(1).flatMap((record) => displayName(record) ?? []);
  const alternate = distinct([...others, ...records.flatMap(({ alternateNames }) => listIn(alternateNames))]);
  const kept = alternate.filter((name) => name !== own);
  const parts = NAMES.filter((field) => first[field] !== undefined).map(
    (field) => [field, first[field]] as const,
  );
  return { ...Object.fromEntries(parts), ...(kept.length === 0 ? {} : { alternateNames: kept }) };
}

/** The records of one person, in an order that is the same everywhere. */
export function mergeGuests(records: readonly PlainFields[]): MergedGuest {
  const fields: Record<string, unknown> = {};
  for (const record of records)
    for (const [field, value] of Object.entries(record))
      if (!Object.hasOwn(fields, field) && !NAMES.includes(field) && !LISTS.includes(field))
        fields[field] = value;
  const relatives = distinct(records.flatMap((record) => listIn(record["relatives"])));
  const came = records.flatMap(({ arrivedAt }) => (typeof arrivedAt === "string" ? [arrivedAt] : []));
  return {
    fields: {
      ...namesOf(records),
      ...fields,
      ...(relatives.length === 0 ? {} : { relatives }),
      ...(came.length === 0 ? {} : { arrivedAt: came.toSorted()[0] }),
      ...(fields["findable"] === undefined
        ? {}
        : { findable: records.every(({ findable }) => findable === true) }),
    },
    differing: differingIn(records),
  };
}
