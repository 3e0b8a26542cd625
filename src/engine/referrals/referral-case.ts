/** A referral as the records of it say: whose it is, what each side said, and how far it is. */
import {
  type Answering,
  type Heard,
  isOwnStep,
  type ReferralSide,
  type ReferralState,
  referralState,
  type ReferralStep,
  type SaidStep,
  stepsInOrder,
} from "#model";
import { everMember, type SiteId } from "#sync";
import { EngineError, type RecordId, type ToldTo } from "../api/index.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { peopleOf } from "../house/people-of-house.ts";
import { isRecordOf, siteRecordId } from "../records/site-record.ts";
import type { ReferralDeed } from "../api/referral.ts";

export interface CaseStep extends SaidStep, ReferralDeed {}

export interface ReferralCase {
  readonly record: CatalogRecord;
  /** Which side the own house is. */
  readonly side: ReferralSide;
  /** Null: an institution. */
  readonly other: SiteId | null;
  /** Whom a consent names: the other site, or the institution's service. */
  readonly to: ToldTo;
  /** Whether the receiver says its own steps, or the own house types them in. */
  readonly answers: Answering;
  readonly sender: SiteId;
  /** What was seen before what was said after; between them, in the order of the times that they bear. */
  readonly steps: readonly CaseStep[];
  readonly state: ReferralState;
}

/** The site whose record it is. */
function makerOf(house: House, record: CatalogRecord): SiteId | null {
  const membership = house.replica.membership();
  const authors = new Set(record.entries.map(({ device }) => everMember(membership, device)?.site));
  return [...authors].find((site) => site !== undefined && isRecordOf(record, site)) ?? null;
}

interface Sides {
  readonly sender: SiteId;
  readonly receiver: SiteId;
}

/** Null for what neither of the two said. */
function stepOf(record: CatalogRecord, { sender, receiver }: Sides): CaseStep | null {
  const { step, reason, at, seen } = record.fields as {
    readonly step: ReferralStep;
    readonly reason?: string;
    readonly at: string;
    readonly seen?: readonly string[];
  };
  const untyped = { heard: null, typedBy: null };
  const said = { id: record.id, step, at, reason: reason ?? null, seen: seen ?? [], ...untyped };
  if (isRecordOf(record, sender)) return { ...said, side: "sender" };
  return isRecordOf(record, receiver) ? { ...said, side: "receiver" } : null;
}

/** A step of a referral to an institution: all of them are of the own house, which says what it heard. */
function typedStepOf(house: House, { id, fields, entries }: CatalogRecord): CaseStep {
  const { step, reason, at, seen, heard } = fields as {
    readonly step: ReferralStep;
    readonly reason?: string;
    readonly at: string;
    readonly seen?: readonly string[];
    readonly heard?: Heard;
  };
  const device = entries[0]?.device;
  const by = device === undefined ? null : (peopleOf(house).get(device) ?? null);
  return {
    ...{ id, step, at, reason: reason ?? null, seen: seen ?? [] },
    ...(isOwnStep(step)
      ? { side: "sender", heard: null, typedBy: null }
      : { side: "receiver", heard: heard ?? null, typedBy: by }),
  };
}

function serviceCaseOf(house: House, record: CatalogRecord): ReferralCase {
  const said = house.catalog
    .having("service-step", "referral", record.id)
    .map((one) => typedStepOf(house, one));
  const steps = stepsInOrder(said);
  return {
    ...{ record, side: "sender", other: null, answers: "typed" },
    to: record.fields["service"] as RecordId,
    sender: memberOf(house).site.site,
    ...{ steps, state: referralState(steps) },
  };
}

/** Null for what another house asks of a third. */
function siteCaseOf(house: House, record: CatalogRecord): ReferralCase | null {
  const own = memberOf(house).site.site;
  const sender = makerOf(house, record);
  const receiver = record.fields["to"] as SiteId;
  if (sender === null || sender === receiver || (own !== sender && own !== receiver)) return null;
  const said = house.catalog
    .having("referral-step", "referral", record.id)
    .flatMap((one) => stepOf(one, { sender, receiver }) ?? []);
  const steps = stepsInOrder(said);
  const side = own === sender ? "sender" : "receiver";
  const other = own === sender ? receiver : sender;
  const state = referralState(steps);
  return { record, side, other, to: other, answers: "signed", sender, steps, state };
}

/** Null for a record that is no referral of this house. */
export function caseOf(house: House, record: CatalogRecord | null): ReferralCase | null {
  if (record?.kind === "service-referral") return serviceCaseOf(house, record);
  return record?.kind === "referral" ? siteCaseOf(house, record) : null;
}

/** Of the house, to houses and to institutions. */
export const casesOf = (house: House): readonly ReferralCase[] =>
  [...house.catalog.ofKind("referral"), ...house.catalog.ofKind("service-referral")].flatMap(
    (record) => caseOf(house, record) ?? [],
  );

/** Throws `no-such-record`. */
export function caseWithId(house: House, id: RecordId): ReferralCase {
  const found = caseOf(house, house.catalog.get(id));
  if (found === null) throw new EngineError({ code: "no-such-record" });
  return found;
}

export const extractIdOf = ({ record, sender }: ReferralCase): RecordId | null =>
  siteRecordId("referral-extract", sender, record.id);

/** What the sender told of the people; null before it told anything. */
export function extractOf(house: House, found: ReferralCase): CatalogRecord | null {
  const id = extractIdOf(found);
  const extract = id === null ? null : house.catalog.get(id);
  return extract?.kind === "referral-extract" ? extract : null;
}

/** Which guests it is about: on the sender's side, and there as far as it is known. */
export const guestsOf = (house: House, { record, side }: ReferralCase): readonly CatalogRecord[] =>
  side === "sender"
    ? house.catalog
        .having("referral-guest", "referral", record.id)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    : [];
