/** Notices to the route: writing one, reading those that stand, ending an own one. */
import { dayAfter, NOTICE_DAYS, type NoticeKind, noticeState, readDay } from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import type { NoticeView } from "../api/directory.ts";
import type { House } from "../house/house.ts";
import {
  checkReadsRoute,
  dayOf,
  instantOf,
  type Issued,
  issued,
  issuedOf,
  ownSiteOf,
  saidBy,
} from "../route/reading.ts";
import { mapIn } from "./guest-changes.ts";
import { addRecord, editRecord } from "./write-records.ts";

const lineOf = (value: unknown): string => (typeof value === "string" ? value : "");

function viewOf(house: House, notice: Issued): NoticeView {
  const { kind, text, place, at, validUntil } = notice.fields;
  return {
    id: notice.id,
    kind: lineOf(kind) as NoticeKind,
    text: lineOf(text),
    place: typeof place === "string" ? place : null,
    at: lineOf(at),
    validUntil: lineOf(validUntil),
    state: noticeState(notice, dayOf(house)),
    by: saidBy(house, notice.issuer),
    ownSite: notice.issuer === ownSiteOf(house),
  };
}

const STATES: readonly NoticeView["state"][] = ["current", "unclear", "over"];

const inOrder = (one: NoticeView, other: NoticeView): number =>
  STATES.indexOf(one.state) - STATES.indexOf(other.state) ||
  (one.at > other.at ? -1 : one.at < other.at ? 1 : 0) ||
  (one.id < other.id ? -1 : 1);

/** `notices`. */
export function notices(
  house: House,
  { all = false }: { readonly all?: boolean } = {},
): readonly NoticeView[] {
  checkReadsRoute(house);
  return issuedOf(house, "notice")
    .map((notice) => viewOf(house, notice))
    .filter(({ state }) => all || state !== "over")
    .sort(inOrder);
}

/** Throws the fault `fields` for a day that is past. */
function lastDay(house: House, given: unknown): unknown {
  const today = dayOf(house);
  if (given === undefined || given === null || given === "") return dayAfter(today, NOTICE_DAYS);
  const day = readDay(given);
  if (day.kind === "ok" && day.value < today)
    throw new EngineError({ code: "fields", problems: [{ field: "validUntil", code: "day-past" }] });
  return given;
}

/** `add notice`: said now, for three days unless told. */
export async function addNotice(house: House, input: unknown): Promise<{ id: RecordId }> {
  checkReadsRoute(house);
  const { validUntil, ...given } = mapIn(input);
  return addRecord(house, "notice", {
    ...given,
    at: instantOf(house),
    validUntil: lastDay(house, validUntil),
  });
}

/** `endNotice`. */
export async function endNotice(house: House, id: RecordId): Promise<NoticeView> {
  checkReadsRoute(house);
  const { issuer } = issued(house, "notice", id);
  if (issuer !== ownSiteOf(house)) throw new EngineError({ code: "not-yours" });
  await editRecord(house, id, { ended: true });
  return viewOf(house, issued(house, "notice", id));
}
