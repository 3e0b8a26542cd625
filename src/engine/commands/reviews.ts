/** Records at rest that do not end by themselves: the list for whoever may erase, and keeping one of them on. */
import {
  hasEnded,
  isSought,
  keptOnUntil,
  overAt,
  REVIEWED,
  type ReviewedKind,
  reviewAt,
  staysOf,
} from "#model";
import { everMember, mayErase } from "#sync";
import { EngineError, type RecordId } from "../api/index.ts";
import type { ReviewItem } from "../api/review.ts";
import { type House, memberOf } from "../house/house.ts";
import { holdsProtection } from "../protection/holders.ts";
import { type CatalogRecord, isOnRecord } from "../records/catalog.ts";
import { idFrom } from "../records/id-from.ts";
import { notedStays } from "../records/noted-stays.ts";
import { nowForTerm } from "../reports/house-clock.ts";
import { inSlices } from "../slices.ts";
import { itemOf } from "./read-records.ts";
import { putRecords } from "./write-records.ts";

const PROTECTED: ReviewedKind = "protected-guest";
const wordKind = (kind: string) => (kind === PROTECTED ? "protected-review" : "review");

/** Throws `not-allowed`. */
function checkReviews(house: House): void {
  const { role } = memberOf(house).member;
  if (!mayErase(role)) throw new EngineError({ code: "not-allowed", role });
}

/** When a report was closed or ended; null while somebody is sought by it. */
function reportRests({ fields, changedAt }: CatalogRecord): number | null {
  if (isSought(fields)) return null;
  const ended = hasEnded(fields) ? fields["ended"] : fields["closedAt"];
  return overAt(ended) ?? changedAt;
}

/** When a guest left; of who never came or never left, when anything was last noted of them. */
function guestRests({ catalog }: House, guest: CatalogRecord): number | null {
  const left = overAt(staysOf(notedStays(catalog, guest)).at(-1)?.until ?? null);
  const noted = ["arrival", "departure"] as const;
  const touched = noted.flatMap((kind) =>
    catalog.ofGuest(guest.id, kind).map(({ changedAt }) => changedAt ?? 0),
  );
  return left ?? Math.max(guest.changedAt ?? 0, ...touched);
}

/** What was last noted of somebody who is protected. */
const protectedRests = ({ catalog }: House, { id, changedAt }: CatalogRecord): number =>
  Math.max(
    changedAt ?? 0,
    ...catalog.having("protected-step", "guest", id).map((step) => step.changedAt ?? 0),
    ...catalog.having("protected-release", "guest", id).map((release) => release.changedAt ?? 0),
  );

/** A message that another house wrote is that one's to erase. */
function messageRests(house: House, { entries, createdAt }: CatalogRecord): number | null {
  const [first] = entries;
  const author = first === undefined ? null : everMember(house.replica.membership(), first.device);
  return author?.site === memberOf(house).site.site ? createdAt : null;
}

const RESTS: Readonly<Record<ReviewedKind, (house: House, record: CatalogRecord) => number | null>> = {
  report: (_, record) => reportRests(record),
  guest: guestRests,
  "protected-guest": protectedRests,
  message: messageRests,
  "night-message": (_, { createdAt }) => createdAt,
  "visit-of-authority": (_, { createdAt }) => createdAt,
};

/** Null for what is in use. */
function itemIn(house: House, record: CatalogRecord, kind: ReviewedKind): ReviewItem | null {
  const since = RESTS[kind](house, record);
  const words = house.catalog.having(wordKind(kind), "about", record.id);
  const keptUntil = words.flatMap(({ fields, conflicts }) => [
    fields["until"],
    ...(conflicts["until"] ?? []),
  ]);
  const due = reviewAt({ kind, since, keptUntil });
  if (since === null || due === null) return null;
  const { id, title } = itemOf(record);
  return { id, kind, title, since: since, dueSince: due };
}

/** Of those that are on record; an emptied one says nothing. */
const ofKind = (house: House, kind: ReviewedKind): readonly CatalogRecord[] =>
  house.catalog.ofKind(kind).filter((record) => kind !== "guest" || isOnRecord(record));

/** `reviews`: looks at every guest and every search, in slices, so that the desk does not wait for it. */
export async function reviews(house: House): Promise<readonly ReviewItem[]> {
  checkReviews(house);
  const { clock } = house.deps;
  const now = clock.now();
  const due: ReviewItem[] = [];
  for (const kind of REVIEWED) {
    if (kind === PROTECTED && !holdsProtection(house)) continue;
    const work = (record: CatalogRecord): void => {
      const item = itemIn(house, record, kind);
      if (item !== null && item.dueSince <= now) due.push(item);
    };
    await inSlices(ofKind(house, kind), { clock, work, onSlice: () => undefined });
  }
  return due.sort((one, other) => one.since - other.since);
}

/** `keepOn`. */
export async function keepOn(
  house: House,
  about: RecordId,
): Promise<{ readonly id: RecordId; readonly until: string }> {
  checkReviews(house);
  const record = house.catalog.get(about);
  const id = idFrom("vereda/review/1", about);
  const isReviewed = record !== null && REVIEWED.some((kind) => kind === record.kind);
  const isHidden = record?.kind === PROTECTED && !holdsProtection(house);
  if (id === null || !isReviewed || isHidden) throw new EngineError({ code: "no-such-record" });
  const until = keptOnUntil(nowForTerm(house));
  await putRecords(house, [{ id, kind: wordKind(record.kind), input: { about, until } }]);
  return { id: about, until };
}
