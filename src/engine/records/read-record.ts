/**
 * From the opened changes of one record to what the catalog shows: which changes count, and whether
 * the whole is a record of a known kind in the space where that kind lives. A key enforces what a
 * key can; the rest of the rules on roles is enforced here, on every opened entry.
 */
import { accessOf, isKind, kindFacts, parseFields, fieldNames, type KindName, type PlainFields } from "#model";
import { parseSpace, type DeviceId, type Membership, type SpaceId } from "#sync";
import type { RecordId } from "../api.ts";
import { readDocument, type AttributedChange } from "../documents/document.ts";
import type { PlainMap } from "../documents/plain.ts";
import { toHex } from "../documents/hex.ts";
import { actorOf } from "./actor.ts";
import type { CatalogRecord, EntryPlace } from "./catalog.ts";
import type { PlacedContent } from "./ingest.ts";

export interface RecordParts {
  readonly id: RecordId;
  /** All places of the record, sorted. */
  readonly places: readonly EntryPlace[];
  readonly contents: readonly PlacedContent[];
  readonly membership: Membership;
}

const MS_PER_SECOND = 1000;

/** The space that a content's record lives in. */
export const homeOf = (content: PlacedContent): SpaceId => content.copyOf ?? content.place.space;

/** Every change with the one actor that its author may use for this record. */
export function attributedChanges(id: RecordId, contents: readonly PlacedContent[]): readonly AttributedChange[] {
  return contents.flatMap(({ place, incarnation, changes }) => {
    const actor = toHex(actorOf(place.device, incarnation, id));
    return changes.map((bytes) => ({ bytes, actor }));
  });
}

/** Null while nothing readable is there; the entries stay, and count once the rest has come. */
export function readRecord({ id, places, contents, membership }: RecordParts): CatalogRecord | null {
  const ordered = inOrder(places, contents);
  const home = ordered[0] === undefined ? null : homeOf(ordered[0]);
  if (home === null) return null;
  const atHome = ordered.filter((content) => homeOf(content) === home);
  const first = readDocument(attributedChanges(id, atHome));
  const { kind } = first.view;
  if (kind === null || !isKind(kind) || kindFacts(kind).space !== parseSpace(home)?.kind) return null;

  const allowed = atHome.filter(({ place }) => mayWriteKind(membership, place.device, kind));
  const read = allowed.length === atHome.length ? first : readDocument(attributedChanges(id, allowed));
  const fields = readableFields(kind, read.view.fields);
  if (fields === null || read.view.kind !== kind) return null;
  return {
    id,
    kind,
    home,
    fields,
    conflicts: read.view.conflicts,
    createdAt: millis(read.firstSeconds),
    changedAt: millis(read.lastSeconds),
    entries: places,
    refused: read.refused + contents.length - allowed.length,
    waiting: read.waiting,
  };
}

const millis = (seconds: number | null): number | null => (seconds === null ? null : seconds * MS_PER_SECOND);

const placeText = ({ space, device, seq }: EntryPlace): string => `${device} ${space} ${String(seq)}`;

/** The contents in the order of their places: the same at every device. */
function inOrder(places: readonly EntryPlace[], contents: readonly PlacedContent[]): readonly PlacedContent[] {
  const byPlace = new Map(contents.map((content) => [placeText(content.place), content]));
  return places.flatMap((place) => byPlace.get(placeText(place)) ?? []);
}

function mayWriteKind(membership: Membership, device: DeviceId, kind: KindName): boolean {
  const role = membership.devices.get(device)?.role;
  return role !== undefined && accessOf(role, kind) !== "none";
}

/**
 * The fields that this build understands. A field with a value that its kind does not allow is left
 * out rather than shown; null when nothing presentable is left.
 */
export function readableFields(kind: KindName, fields: PlainMap): PlainMap | null {
  const known = fieldNames(kind);
  let candidate: PlainFields = Object.fromEntries(Object.entries(fields).filter(([name]) => known.includes(name)));
  for (let tries = 0; tries < 2; tries++) {
    const parsed = parseFields(kind, candidate);
    if (parsed.kind === "ok") return parsed.fields as PlainMap;
    const wrong = new Set(parsed.problems.map(({ field }) => field.split(".")[0] ?? ""));
    candidate = Object.fromEntries(Object.entries(candidate).filter(([name]) => !wrong.has(name)));
  }
  return null;
}
