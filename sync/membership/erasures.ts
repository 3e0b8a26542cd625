/**
 * What was ordered to be erased (docs/protocol.md, "Erasure"): each site of what its own devices wrote, by a
 * coordinator or by whoever protects. An order is never taken back. It binds entries by place and mark, and hides of a record
 * that it names what the site's devices write to it later, until that is ordered too. An order of somebody who was taken
 * out binds nobody; but some may have obeyed it before they knew, and the stubs that they hold are taken from them, or
 * nobody would ever get what follows in those logs.
 */
import { markOf, type RecordTag } from "../ids.ts";
import type { Entry, EntryName } from "../log/entry.ts";
import { type LogRef, logKey } from "../log/log-ref.ts";
import type { Erasure, Membership } from "./membership.ts";
import type { Role } from "./roles.ts";

/** Whether somebody with this role may order it for the own site. */
export const mayErase = (role: Role): boolean => role === "coordinator" || role === "protection";

type Erasures = Membership["erasures"];
type Names = ReadonlySet<string>;

/** Those that bind. */
export const standingOrders = (erasures: Erasures): Erasures => erasures.filter(({ counts }) => counts);

const nameOf = ({ seq, mark }: Pick<EntryName, "seq" | "mark">): string => `${String(seq)} ${mark}`;

interface NamedEntries {
  readonly bound: ReadonlyMap<string, Names>;
  readonly excused: ReadonlyMap<string, Names>;
}

// A membership is asked of every entry that comes: worked out once for each list of orders.
const namedEntries = new WeakMap<Erasures, NamedEntries>();

function namedIn(erasures: Erasures): NamedEntries {
  const known = namedEntries.get(erasures);
  if (known !== undefined) return known;
  const named = { bound: namesByLog(standingOrders(erasures)), excused: namesByLog(erasures) };
  namedEntries.set(erasures, named);
  return named;
}

function namesByLog(erasures: Erasures): ReadonlyMap<string, Names> {
  const names = new Map<string, Set<string>>();
  for (const { log, ...entry } of namedBy(erasures)) {
    const ofLog = names.get(logKey(log)) ?? new Set();
    names.set(logKey(log), ofLog.add(nameOf(entry)));
  }
  return names;
}

const isAmong = (names: ReadonlyMap<string, Names>, { header, id }: Entry): boolean =>
  names.get(logKey(header))?.has(nameOf({ seq: header.seq, mark: markOf(id) })) === true;

/** Whether an order binds who holds this entry. */
export const isErasedEntry = (erasures: Erasures, entry: Entry): boolean =>
  erasures.length > 0 && isAmong(namedIn(erasures).bound, entry);

/** Whether somebody may have obeyed an order that names this entry. */
export const isExcused = (erasures: Erasures, entry: Entry): boolean =>
  erasures.length > 0 && isAmong(namedIn(erasures).excused, entry);

/** Whether an order binds who holds the entry at this place; of a fork either branch. */
export function isErasedPlace(erasures: Erasures, log: LogRef, seq: number): boolean {
  if (erasures.length === 0) return false;
  return placesIn(erasures).get(logKey(log))?.has(seq) === true;
}

const places = new WeakMap<Erasures, ReadonlyMap<string, ReadonlySet<number>>>();

function placesIn(erasures: Erasures): ReadonlyMap<string, ReadonlySet<number>> {
  const known = places.get(erasures);
  if (known !== undefined) return known;
  const found = new Map<string, Set<number>>();
  for (const { log, seq } of namedBy(standingOrders(erasures)))
    found.set(logKey(log), (found.get(logKey(log)) ?? new Set()).add(seq));
  places.set(erasures, found);
  return found;
}

/** Every entry that these orders name. */
export const namedBy = (erasures: Erasures): readonly EntryName[] =>
  erasures.flatMap(({ logs }) => logs.flatMap(({ log, entries }) => entries.map((one) => ({ log, ...one }))));

/** The orders that name a record. */
export const ordersFor = (erasures: Erasures, tag: RecordTag): readonly Erasure[] =>
  standingOrders(erasures).filter(({ records }) => records.includes(tag));
