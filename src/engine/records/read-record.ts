/**
 * From the opened changes of one record to what the catalog shows: which changes count, and whether
 * the whole is a record of a known kind in the space where that kind lives. A key enforces what a
 * key can; the rest of the rules on roles is enforced here, on every opened entry.
 */
import {
  accessOf,
  isKind,
  kindFacts,
  parseFields,
  fieldNames,
  type KindName,
  type PlainFields,
} from "#model";
import {
  everMember,
  hasDropKey,
  mayWriteAs,
  parseSpace,
  roleAt,
  siteSpace,
  type Member,
  type Membership,
  type SiteId,
  type SpaceId,
  type SpaceKind,
} from "#sync";
import type { RecordId } from "../api/index.ts";
import { readDocument, type AttributedChange } from "../documents/document.ts";
import type { PlainMap } from "../documents/plain.ts";
import { toHex } from "../documents/hex.ts";
import { actorOf } from "./actor.ts";
import { isRecordOf, isSiteRecord } from "./site-record.ts";
import type { CatalogRecord, EntryPlace } from "./catalog.ts";
import { claimedId, isClaimed } from "./claim.ts";
import type { EntryContent } from "./content.ts";

/** An opened entry and where it lies. */
export interface PlacedContent extends EntryContent {
  readonly place: EntryPlace;
}

export interface RecordParts {
  readonly id: RecordId;
  /** All places of the record, sorted. */
  readonly places: readonly EntryPlace[];
  readonly contents: readonly PlacedContent[];
  readonly membership: Membership;
}

const MS_PER_SECOND = 1000;

/**
 * The space that a content's record lives in. A copy of a post counts only where a post may have one:
 * in the author's own `site` space, for a space with a drop key that the author may write in. Null
 * for any other: else whoever writes to one space could plant records in another. Null too for an
 * entry of a claimed record by whom the id does not belong to.
 */
function homeOf(content: PlacedContent, membership: Membership): SpaceId | null {
  const home = statedHome(content, membership);
  return home === null || !isClaimed(home) || hasClaim(content, membership) ? home : null;
}

function hasClaim({ record, claim, place }: PlacedContent, membership: Membership): boolean {
  const site = authorAt(membership, place)?.site;
  return claim !== null && site !== undefined && claimedId(claim, site) === record;
}

function statedHome({ place, copyOf }: PlacedContent, membership: Membership): SpaceId | null {
  if (copyOf === null) return place.space;
  // of what is posted to `protected` nobody keeps a copy that others read
  if (parseSpace(copyOf.space)?.kind === "protected") return null;
  const author = authorAt(membership, place);
  const isOwn = author !== null && place.space === siteSpace("site", author.site);
  return isOwn && hasDropKey(copyOf.space) && mayWriteAs(author, copyOf.space) ? copyOf.space : null;
}

/** Who the author of an entry was when it wrote it; null for a stranger. */
export function authorAt(membership: Membership, place: EntryPlace): Pick<Member, "site" | "role"> | null {
  const member = everMember(membership, place.device);
  return member === undefined ? null : { site: member.site, role: roleAt(membership, member, place) };
}

/** Innermost first: nobody outside a house can take a record of the house over by using its id elsewhere. */
const HOME_ORDER: readonly SpaceKind[] = [
  "protected",
  "site",
  "desk",
  "network",
  "pair",
  "capsule",
  "control",
];

const rankOf = (home: SpaceId): number => HOME_ORDER.indexOf(parseSpace(home)?.kind ?? "control");

function homesOf(contents: readonly PlacedContent[], membership: Membership): readonly SpaceId[] {
  const homes = new Set(
    contents.map((content) => homeOf(content, membership)).filter((home) => home !== null),
  );
  return [...homes].sort((one, other) => rankOf(one) - rankOf(other));
}

/** Every change with the one actor that its author may use for this record. */
export function attributedChanges(
  id: RecordId,
  contents: readonly PlacedContent[],
): readonly AttributedChange[] {
  return contents.flatMap(({ place, incarnation, changes }) => {
    const actor = toHex(actorOf(place.device, incarnation, id));
    return changes.map((bytes) => ({ bytes, actor }));
  });
}

/** The claim of a record, from contents that count; null where it has none. */
export const claimIn = (counted: readonly PlacedContent[]): Uint8Array | null =>
  counted.find(({ claim }) => claim !== null)?.claim ?? null;

/** The contents that count of a record: at its home, of authors who might write its kind there. */
export function countedContents(
  { places, contents, membership }: Omit<RecordParts, "id">,
  record: Pick<CatalogRecord, "id" | "home" | "kind" | "fields">,
): readonly PlacedContent[] {
  const { home, kind } = record;
  return inOrder(places, contents).filter((content) => {
    if (homeOf(content, membership) !== home || !mayWriteKind(membership, content.place, kind)) return false;
    const site = authorAt(membership, content.place)?.site;
    return !isSiteRecord(kind) || (site !== undefined && isRecordOf(record, site));
  });
}

/** Null while nothing readable is there; the entries stay, and count once the rest has come. */
export function readRecord(parts: RecordParts): CatalogRecord | null {
  const ordered = inOrder(parts.places, parts.contents);
  for (const home of homesOf(ordered, parts.membership)) {
    const atHome = ordered.filter((content) => homeOf(content, parts.membership) === home);
    const record = readOfOneSite(parts, home, atHome) ?? readAtHome(parts, home, atHome);
    if (record !== null) return record;
  }
  return null;
}

/** A record whose id says which site makes it: what that site's devices wrote, and nothing else. */
function readOfOneSite(
  parts: RecordParts,
  home: SpaceId,
  atHome: readonly PlacedContent[],
): CatalogRecord | null {
  if (parseSpace(home)?.kind !== "pair") return null;
  const siteAt = ({ place }: PlacedContent): SiteId | undefined => authorAt(parts.membership, place)?.site;
  for (const site of new Set(atHome.map(siteAt))) {
    const own = atHome.filter((content) => siteAt(content) === site);
    const record = site === undefined ? null : readWritten(parts, home, own);
    if (record !== null && site !== undefined && isRecordOf(record, site)) return record;
  }
  return null;
}

/** Any other record. */
function readAtHome(
  parts: RecordParts,
  home: SpaceId,
  atHome: readonly PlacedContent[],
): CatalogRecord | null {
  const record = readWritten(parts, home, atHome);
  return record !== null && isSiteRecord(record.kind) ? null : record;
}

function readWritten(
  { id, places, membership }: RecordParts,
  home: SpaceId,
  atHome: readonly PlacedContent[],
): CatalogRecord | null {
  const first = readDocument(attributedChanges(id, atHome));
  const { kind } = first.view;
  if (kind === null || !isKind(kind) || kindFacts(kind).space !== parseSpace(home)?.kind) return null;
  const allowed = atHome.filter(({ place }) => mayWriteKind(membership, place, kind));
  const read = allowed.length === atHome.length ? first : readDocument(attributedChanges(id, allowed));
  const fields = readableFields(kind, read.view.fields);
  if (fields === null || read.view.kind !== kind) return null;
  return {
    id,
    kind,
    home,
    issuer: issuerOf(home, atHome, membership),
    fields,
    conflicts: read.view.conflicts,
    createdAt: millis(read.firstSeconds),
    changedAt: millis(read.lastSeconds),
    entries: places,
    refused: read.refused + places.length - allowed.length,
    waiting: read.waiting,
  };
}

/** The one site whose entries count at a home where records are claimed; null elsewhere. */
function issuerOf(
  home: SpaceId,
  [one]: readonly PlacedContent[],
  membership: Membership,
): CatalogRecord["issuer"] {
  return one !== undefined && isClaimed(home) ? (authorAt(membership, one.place)?.site ?? null) : null;
}

const millis = (seconds: number | null): number | null => (seconds === null ? null : seconds * MS_PER_SECOND);

const placeText = ({ space, device, seq }: EntryPlace): string => `${device} ${space} ${String(seq)}`;

/** The contents in the order of their places: the same at every device. */
function inOrder(
  places: readonly EntryPlace[],
  contents: readonly PlacedContent[],
): readonly PlacedContent[] {
  const byPlace = new Map(contents.map((content) => [placeText(content.place), content]));
  return places.flatMap((place) => byPlace.get(placeText(place)) ?? []);
}

function mayWriteKind(membership: Membership, place: EntryPlace, kind: KindName): boolean {
  const author = authorAt(membership, place);
  return author !== null && accessOf(author.role, kind) !== "none";
}

/**
 * The fields that this build understands. A field with a value that its kind does not allow is left
 * out rather than shown; null when nothing presentable is left.
 */
export function readableFields(kind: KindName, fields: PlainMap): PlainMap | null {
  const known = fieldNames(kind);
  let candidate: PlainFields = Object.fromEntries(
    Object.entries(fields).filter(([name]) => known.includes(name)),
  );
  for (let tries = 0; tries < 2; tries++) {
    const parsed = parseFields(kind, candidate);
    if (parsed.kind === "ok") return parsed.fields as PlainMap;
    const wrong = new Set(parsed.problems.map(({ field }) => field.split(".")[0] ?? ""));
    candidate = Object.fromEntries(Object.entries(candidate).filter(([name]) => !wrong.has(name)));
  }
  return null;
}
