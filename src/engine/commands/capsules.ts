/** What a person carries: making a capsule with its card, opening one by its card, revoking one. */
import { toText } from "#crypto";
import { CAPSULE_PARTS, capsuleState, extractCapsule, type FieldsOf, standing } from "#model";
import { sitesEver } from "#sync";
import { EngineError, type RecordId } from "../api/index.ts";
import type { CapsuleCommands, CapsuleOpened, CapsuleView, CapsuleWish } from "../api/capsule.ts";
import { type Card, newCard, readCard } from "../capsules/card.ts";
import { cardIn, issuedCard, revocation } from "../capsules/issued.ts";
import { readCapsule } from "../capsules/read-capsule.ts";
import { consentOf, statementsIn, statementsOn } from "../consents/consent-of.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { savedOf } from "./saved.ts";
import { checkMayWrite, newRecord, recordNamed, writeNew } from "./write-records.ts";

const DAY_MS = 24 * 60 * 60_000;
const VALID_MS = 60 * DAY_MS;
/** What a person needs changes on the way, and a card can be lost. */
const LONGEST_MS = 180 * DAY_MS;

function guestNamed(house: House, id: RecordId): CatalogRecord {
  checkMayWrite(house, "capsule");
  const record = house.catalog.get(id);
  if (record?.kind !== "guest") throw new EngineError({ code: "no-such-record" });
  return record;
}

const isoOf = (at: number): string => new Date(at).toISOString();

/** Throws `nothing-to-carry`, `carried-too-long`. */
function contentOf(house: House, guest: CatalogRecord, wish: CapsuleWish) {
  const { parts = ["names"], words = {}, validMs = VALID_MS } = wish;
  if (!(validMs > 0 && validMs <= LONGEST_MS)) throw new EngineError({ code: "carried-too-long" });
  const known = CAPSULE_PARTS.filter((part) => parts.includes(part));
  const told = extractCapsule(guest.fields, { parts: known, words });
  if (Object.keys(told).length === 0) throw new EngineError({ code: "nothing-to-carry" });
  const now = house.deps.clock.now();
  return { ...told, issuedAt: isoOf(now), expiresAt: isoOf(now + validMs) };
}

/** `capsule new`. */
export async function newCapsule(house: House, wish: CapsuleWish): ReturnType<CapsuleCommands["newCapsule"]> {
  const guest = guestNamed(house, wish.guest);
  const topic = { guest: guest.id, purpose: "carry" } as const;
  if (consentOf(house, topic) !== "yes") throw new EngineError({ code: "not-agreed-to-carry" });
  const content = contentOf(house, guest, wish);
  const { issuedAt: at, expiresAt, ...told } = content;
  const { mesh } = house.replica;
  const { card, code } = newCard({ mesh, site: memberOf(house).site.site }, house.deps.random);
  const consents = standing(statementsIn(house, statementsOn(house, topic))).map(({ id }) => id);
  const kept = { capsule: card.id, guest: guest.id, key: toText(card.key), consents, at, expiresAt };
  await writeNew(house, [
    { ...recordNamed(card.id, "capsule", content), key: card.key },
    newRecord(house, "capsule-guest", { ...kept, told: Object.keys(told) }),
  ]);
  await house.settle();
  return { id: card.id, code, expiresAt: Date.parse(expiresAt) };
}

const DAY_LENGTH = 10;
const dayOf = (moment: unknown): string => (typeof moment === "string" ? moment.slice(0, DAY_LENGTH) : "?");

/** Throws for a capsule that may not be read now. */
function checkStanding(house: House, record: CatalogRecord): void {
  const now = house.deps.clock.now();
  const today = new Date(now).toISOString().slice(0, DAY_LENGTH);
  const { issuedAt, expiresAt } = record.fields;
  switch (capsuleState(record, now)) {
    case "open":
      return;
    case "revoked":
      throw new EngineError({ code: "card-revoked" });
    case "expired":
      throw new EngineError({ code: "card-expired", on: dayOf(expiresAt), today });
    case "ahead":
      throw new EngineError({ code: "card-ahead", on: dayOf(issuedAt), today });
  }
}

function nameOf({ replica }: House, { site }: Card): string | null {
  return replica.membership().sites.get(site)?.name ?? null;
}

/** `capsule open`: for whoever the card is handed to, volunteers at the door too. */
export async function openCapsule(house: House, code: string): Promise<CapsuleOpened> {
  memberOf(house);
  const { replica } = house;
  const card = readCard(code, { mesh: replica.mesh, sites: sitesEver(replica.membership()) });
  if (card === null) throw new EngineError({ code: "card-mistyped" });
  const opened = await readCapsule(house, card);
  const siteName = nameOf(house, card);
  if (opened === null) throw new EngineError({ code: "card-not-here", site: siteName ?? "?" });
  const { record } = opened;
  checkStanding(house, record);
  const { id, home: space, conflicts, createdAt, changedAt } = record;
  return {
    ...{ id, kind: "capsule", space, conflicts, createdAt, changedAt, site: card.site, siteName },
    fields: record.fields as FieldsOf<"capsule">,
    saved: savedOf(house, record),
    lastHeard: house.heard.of(card.site),
  };
}

/** `capsule revoke`: who has not heard of it yet still opens it. */
export async function revokeCapsule(house: House, id: RecordId): Promise<{ readonly id: RecordId }> {
  checkMayWrite(house, "capsule");
  const changes = await revocation(house, issuedCard(house, id));
  if (changes !== null) await house.writer.write([changes]);
  await house.settle();
  return { id };
}

/** The fields of a `capsule-guest`, as its schema read them. */
interface Issued {
  readonly capsule: RecordId;
  readonly at: string;
  readonly expiresAt: string;
  readonly told?: readonly string[];
}

async function viewOf(house: House, issued: CatalogRecord): Promise<CapsuleView> {
  const { capsule, at, expiresAt, told } = issued.fields as unknown as Issued;
  const card = cardIn(house, issued);
  const opened = card === null ? null : await readCapsule(house, card);
  // not come to this device yet: by what the house noted of it
  const record = opened?.record ?? { fields: { status: "open", issuedAt: at, expiresAt }, conflicts: {} };
  return {
    id: capsule,
    madeAt: at,
    expiresAt,
    state: capsuleState(record, house.deps.clock.now()),
    told: told ?? [],
  };
}

/** `capsules`. */
export async function capsules(house: House, guest: RecordId): Promise<readonly CapsuleView[]> {
  guestNamed(house, guest);
  const views: CapsuleView[] = [];
  for (const issued of house.catalog.having("capsule-guest", "guest", guest))
    views.push(await viewOf(house, issued));
  return views.sort((one, other) => (one.madeAt < other.madeAt ? 1 : -1));
}
