/** Referrals that are prepared and not sent: kept for the whole house, and gone once they are sent or thrown away. */
import { draftTo, isPrepared, type ReferralDraft } from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import type { ReferralDraftCommands, ReferralDraftView, ReferralDraftWish } from "../api/referral-draft.ts";
import type { ReferralTo } from "../api/referral-to.ts";
import type { House } from "../house/house.ts";
import { type CatalogRecord, isOnRecord } from "../records/catalog.ts";
import { idFrom } from "../records/id-from.ts";
import { askedOf } from "../referrals/asked-of.ts";
import { directory } from "./directory.ts";
import { itemOf } from "./read-records.ts";
import { checkMayWrite, putRecords, type Put, writePuts } from "./write-records.ts";

const KIND = "referral-draft";

/** Throws `no-such-record` where one of them is not on the desk's record. */
function checkGuests({ catalog }: House, ids: readonly RecordId[]): void {
  if (!ids.every((id) => isOnRecord(catalog.get(id)))) throw new EngineError({ code: "no-such-record" });
}

const fieldsIn = ({ fields }: CatalogRecord): ReferralDraft => fields as unknown as ReferralDraft;

/** What is prepared for a person, in whichever of their records. */
function draftsOf({ catalog }: House, guest: RecordId): readonly CatalogRecord[] {
  return catalog.ofGuest(guest, KIND).filter((record) => isPrepared(fieldsIn(record)));
}

const toOf = (draft: ReferralDraft): ReferralTo | null => draftTo(draft) as ReferralTo | null;

function nameOf(house: House, to: ReferralTo | null): string | null {
  if (to === null) return null;
  if ("site" in to) return house.replica.membership().sites.get(to.site)?.name ?? null;
  return directory(house, { all: true }).find(({ id }) => id === to.service)?.name ?? null;
}

/** Null for what was sent or thrown away, and where the guest is not on the desk's record any more. */
function viewOf(house: House, record: CatalogRecord): ReferralDraftView | null {
  const draft = fieldsIn(record);
  if (!isPrepared(draft) || !isOnRecord(house.catalog.get(draft.guest as RecordId))) return null;
  const ids = [draft.guest, ...(draft.companions ?? [])].map((id) => id as RecordId);
  const people = ids.map((id) => house.catalog.get(id)).filter(isOnRecord);
  const { need, urgency, note = "", unnamed = false, handOver = false } = draft;
  const to = toOf(draft);
  const guest = draft.guest as RecordId;
  return {
    ...{ guest, companions: people.map(({ id }) => id).filter((id) => id !== guest) },
    ...{ to, toName: nameOf(house, to), need, urgency, note, unnamed, handOver },
    ...{ guests: people.map(itemOf), changedAt: record.changedAt },
  };
}

/** Empty but for whose it was, which is what an end is. */
const emptied = ({ id, fields }: CatalogRecord): Put => ({
  ...{ id, kind: KIND },
  input: { guest: fields["guest"] },
});

/** Ends what is prepared for a person. Does not settle the house. */
export const endDrafts = (house: House, guest: RecordId): Promise<void> =>
  writePuts(house, draftsOf(house, guest).map(emptied));

const isSaid = (value: unknown): boolean =>
  value !== false && !(typeof value === "string" && value.trim() === "");

/** The fields that somebody set; a tick that is off and a text that is empty are none. */
function inputOf(house: House, { to: wished, companions = [], ...said }: ReferralDraftWish): object {
  const to = wished === null ? null : askedOf(house, wished);
  return {
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => isSaid(value))),
    ...(to === null ? {} : { [to.kind]: to.to }),
    ...(companions.length === 0 ? {} : { companions }),
  };
}

/** `keepReferralDraft`. */
export async function keepReferralDraft(house: House, wish: ReferralDraftWish): Promise<ReferralDraftView> {
  checkMayWrite(house, KIND);
  checkGuests(house, [wish.guest, ...(wish.companions ?? [])]);
  const [known] = draftsOf(house, wish.guest);
  const id = known?.id ?? idFrom("vereda/referral-draft/1", wish.guest);
  if (id === null) throw new EngineError({ code: "no-such-record" });
  const guest = known?.fields["guest"] ?? wish.guest;
  await putRecords(house, [{ id, kind: KIND, input: { ...inputOf(house, wish), guest } }]);
  const kept = house.catalog.get(id);
  const view = kept === null ? null : viewOf(house, kept);
  if (view === null) throw new EngineError({ code: "no-such-record" });
  return view;
}

/** `referralDrafts`: what was touched last comes first. */
export function referralDrafts(
  house: House,
  options: Parameters<ReferralDraftCommands["referralDrafts"]>[0] = {},
): readonly ReferralDraftView[] {
  checkMayWrite(house, KIND);
  const records = options.guest === undefined ? house.catalog.ofKind(KIND) : draftsOf(house, options.guest);
  return records
    .flatMap((record) => viewOf(house, record) ?? [])
    .sort((one, other) => (other.changedAt ?? 0) - (one.changedAt ?? 0));
}

/** `dropReferralDraft`. */
export async function dropReferralDraft(house: House, guest: RecordId): Promise<void> {
  checkMayWrite(house, KIND);
  await endDrafts(house, guest);
  await house.settle();
}
