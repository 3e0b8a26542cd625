/** Referring to an institution of the directory, which has no app: the slip that a person carries, and finding it again. */
import {
  drawSlipCode,
  type Need,
  type PersonFields,
  readSlipCode,
  SLIP_CODE_BYTES,
  slipCodeText,
  slipToldOf,
  type Urgency,
  fold,
} from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import { mayTell } from "../consents/vital-interest.ts";
import type { ServiceView } from "../api/directory.ts";
import { type House, memberOf } from "../house/house.ts";
import { type CatalogRecord, isOnRecord } from "../records/catalog.ts";
import type { ReferralWish } from "../api/referral.ts";
import { caseWithId, guestsOf, type ReferralCase } from "../referrals/referral-case.ts";
import { saysOf, viewOf } from "../referrals/referral-view.ts";
import type { SlipCommands, SlipTo, SlipView } from "../api/slip.ts";
import { directory } from "./directory.ts";
import { checkMayWrite, newRecord, type NewRecord } from "./write-records.ts";

const withCode = ({ catalog }: House, code: string): readonly CatalogRecord[] =>
  catalog.ofKind("service-referral").filter(({ fields }) => fields["code"] === code);

/** One that no slip here has; two devices that draw one at once are not told apart, and are refused when it is typed. */
function newCode(house: House): string {
  const code = drawSlipCode(house.deps.random(SLIP_CODE_BYTES));
  return withCode(house, code).length === 0 ? code : newCode(house);
}

interface AskedService {
  readonly service: ServiceView;
  readonly guests: readonly CatalogRecord[];
}

/** What is asked of an institution. That they agree is for whoever calls. */
export function askService(house: House, wish: ReferralWish, { service, guests }: AskedService): NewRecord {
  const { need, urgency, note } = wish;
  const unnamed = wish.unnamed === true;
  const told = guests.flatMap(({ fields }) =>
    Object.keys(slipToldOf(fields as PersonFields, { need, unnamed })),
  );
  return newRecord(house, "service-referral", {
    ...{ service: service.id, serviceName: service.name, code: newCode(house) },
    ...{ need, urgency, note, people: guests.length, told: [...new Set(told)] },
    ...(unnamed ? { unnamed } : {}),
    at: new Date(house.deps.clock.now()).toISOString(),
  });
}

/** `findSlip`. */
export function findSlip(house: House, typed: string): Awaited<ReturnType<SlipCommands["findSlip"]>> {
  checkMayWrite(house, "service-step");
  const code = readSlipCode(typed);
  if (code === null) throw new EngineError({ code: "slip-mistyped" });
  const [found, ...others] = withCode(house, code);
  if (found === undefined || others.length > 0) throw new EngineError({ code: "slip-unknown" });
  return { id: found.id };
}

/** The telephone of the own house where its own entry in the directory has one: the one called as it is, else the only one. */
function ownPhone(house: House, services: readonly ServiceView[]): string | null {
  const { site } = memberOf(house);
  const own = services.filter(
    ({ type, status, notedBy }) => type === "shelter" && status === "open" && notedBy.site === site.site,
  );
  const named = own.filter(({ name }) => fold(name) === fold(site.name));
  const [one, ...others] = named.length > 0 ? named : own;
  return others.length === 0 ? (one?.phone ?? null) : null;
}

/** Fields by which somebody goes to the institution, or calls it. */
const WAYS: readonly string[] = ["name", "place", "address", "phone"];

function toOf(found: ReferralCase, services: readonly ServiceView[]): SlipTo {
  const service = services.find(({ id }) => id === found.to);
  const name = found.record.fields["serviceName"] as string;
  if (service === undefined)
    return { name, place: null, address: null, hours: null, entry: null, phone: null, doubtful: true };
  const { place, address, hours, entry, phone, others, freshness, status } = service;
  const isSaid = name === service.name && status === "open" && freshness === "fresh";
  const doubtful = !isSaid || others.some(({ field }) => WAYS.includes(field));
  return { ...{ name, place, address, hours, entry, phone }, doubtful };
}

/** Those who agree now, and whom the desk has on record; of each only what the slip was made to say. */
function peopleOn(house: House, found: ReferralCase): readonly PersonFields[] {
  const { need, unnamed } = found.record.fields;
  const { to } = found;
  const says = new Set(saysOf(found));
  const wish = { need: need as Need, unnamed: unnamed === true };
  return guestsOf(house, found).flatMap(({ fields }): readonly PersonFields[] => {
    const guest = house.catalog.get(fields["guest"] as RecordId);
    if (!isOnRecord(guest) || mayTell(house, { guest: guest.id, to }) === null) return [];
    const person = Object.entries(slipToldOf(guest.fields as PersonFields, wish));
    return [Object.fromEntries(person.filter(([field]) => says.has(field)))];
  });
}

/** `slip`. */
export function slip(house: House, id: RecordId): SlipView {
  checkMayWrite(house, "service-step");
  const found = caseWithId(house, id);
  if (found.answers !== "typed") throw new EngineError({ code: "no-such-record" });
  if (found.state === "closed" || found.state === "cancelled") throw new EngineError({ code: "slip-over" });
  const people = peopleOn(house, found);
  if (people.length === 0) throw new EngineError({ code: "needs-consent" });
  const { code, need, urgency, note, at, people: count } = found.record.fields;
  const services = directory(house, { all: true });
  return {
    ...{ id, code: slipCodeText(code as string), state: found.state, people },
    from: { name: memberOf(house).site.name, phone: ownPhone(house, services) },
    to: toOf(found, services),
    ...{ need: need as Need, urgency: urgency as Urgency, sentAt: at as string, count: count as number },
    note: typeof note === "string" ? note : null,
    answers: viewOf(house, found).answers,
  };
}
