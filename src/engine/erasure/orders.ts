/** Orders to erase records, as operations: by the entries that the devices of the own house wrote. */
import {
  type EntryName,
  type EraseOperation,
  everMember,
  logKey,
  markOf,
  MAX_ERASED_ENTRIES,
  MAX_ERASED_RECORDS,
  type RecordTag,
  type Replica,
  type SiteId,
} from "#sync";
import type { RecordId } from "../api/record-id.ts";
import type { EntryPlace } from "../records/catalog.ts";
import { recordTag } from "./record-tag.ts";

/** A record by where it lies. */
export interface Placed {
  readonly id: RecordId;
  readonly places: readonly EntryPlace[];
}

/** The entries of these places that the house wrote, the posts of copies among them, as far as they are here; by position. */
async function namesAt(
  replica: Replica,
  site: SiteId,
  places: readonly EntryPlace[],
): Promise<readonly EntryName[]> {
  const names = new Map<string, EntryName>();
  const all = places.flatMap(({ copyOf, ...place }) =>
    copyOf === undefined ? [place] : [place, { ...place, ...copyOf }],
  );
  for (const { space, device, seq } of all) {
    if (everMember(replica.membership(), device)?.site !== site) continue;
    const log = { space, device };
    const [entry] = await replica.read(log, seq, seq);
    if (entry !== undefined) names.set(`${logKey(log)} ${String(seq)}`, { log, seq, mark: markOf(entry.id) });
  }
  return [...names.values()].sort((one, other) => one.seq - other.seq);
}

function inLogs(names: readonly EntryName[]): EraseOperation["logs"] {
  const logs = new Map<string, { log: EntryName["log"]; entries: Pick<EntryName, "seq" | "mark">[] }>();
  for (const { log, seq, mark } of names) {
    const known = logs.get(logKey(log)) ?? { log, entries: [] };
    known.entries.push({ seq, mark });
    logs.set(logKey(log), known);
  }
  return [...logs.values()];
}

const pieces = <T>(items: readonly T[], most: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / most) }, (_, at) => items.slice(at * most, (at + 1) * most));

function operationsFor(tags: readonly RecordTag[], names: readonly EntryName[]): readonly EraseOperation[] {
  const byTags = pieces(tags, MAX_ERASED_RECORDS);
  const byNames = pieces(names, MAX_ERASED_ENTRIES);
  return Array.from({ length: Math.max(byTags.length, byNames.length) }, (_, at) => ({
    kind: "erase",
    records: byTags[at] ?? [],
    logs: inLogs(byNames[at] ?? []),
  }));
}

/** What orders these records to be erased: several operations where they do not fit into one. */
export async function ordersOf(
  replica: Replica,
  site: SiteId,
  records: readonly Placed[],
): Promise<{ readonly operations: readonly EraseOperation[]; readonly entries: number }> {
  const names = await namesAt(
    replica,
    site,
    records.flatMap(({ places }) => places),
  );
  const tags = records.map(({ id }) => recordTag(id));
  return { operations: operationsFor(tags, names), entries: names.length };
}
