/**
 * What a sender's device does by itself for its referrals: once the receiver has accepted it tells who the people are,
 * as far as they agree; where somebody no longer does, it takes back what was told of them, and where nobody is left,
 * it cancels. Any device of the house that may write does it, whoever is first. Judges only where all is at hand that
 * was when the referral was sent: a device that is still being filled tells nothing and takes nothing back.
 */
import {
  accessOf,
  extractDuty,
  type Need,
  type PersonFields,
  stepReferral,
  toldOf,
  type ToldPeople,
} from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import { writePuts } from "../commands/write-records.ts";
import { mayTell } from "../consents/vital-interest.ts";
import type { House } from "../house/house.ts";
import type { PlainMap } from "../documents/plain.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { writingRole } from "../house/restate.ts";
import { casesOf, extractIdOf, extractOf, guestsOf, type ReferralCase } from "./referral-case.ts";
import { writeStep } from "./write-step.ts";

interface Agreeing {
  readonly guests: readonly CatalogRecord[];
  /** Somebody of them could not be asked: a vital interest stands in the place of their word. */
  readonly unasked: boolean;
}

/** What there is to do for one referral. */
interface Due {
  readonly found: ReferralCase;
  /** Null: as it is. */
  readonly extract: PlainMap | null;
  readonly cancels: boolean;
}

/** The guests of whom may be told; null where what was said is not all here. */
function agreeing(house: House, found: ReferralCase): Agreeing | null {
  const { catalog } = house;
  const own = guestsOf(house, found);
  const guests = own.map(({ fields }) => catalog.get(fields["guest"] as RecordId));
  const relied = own.flatMap(({ fields }) => fields["consents"] as readonly RecordId[]);
  const isWhole =
    own.length === found.record.fields["people"] && relied.every((id) => catalog.get(id) !== null);
  const known = guests.filter((guest) => guest !== null);
  if (!isWhole || known.length < own.length) return null;
  const bases = known.map(({ id: guest }) => mayTell(house, { guest, to: found.to }));
  return {
    guests: known.filter((_, at) => bases[at] !== null),
    unasked: bases.includes("vital-interest"),
  };
}

function toldIn({ fields, conflicts }: CatalogRecord): ToldPeople {
  const { people, withdrawn } = fields;
  const isTakenBack = withdrawn === true || conflicts["withdrawn"] !== undefined;
  const isContested = Object.keys(conflicts).length > 0;
  return {
    count: Array.isArray(people) ? people.length : 0,
    isTakenBack,
    isUnsettled: isContested || (isTakenBack && people !== undefined),
  };
}

/** What the extract should be; null where it is that already, or there should be none. */
function extractFor(
  { record, to, state }: ReferralCase,
  { guests, unasked }: Agreeing,
  extract: CatalogRecord | null,
): PlainMap | null {
  const told = extract === null ? null : toldIn(extract);
  const duty = extractDuty(state, { agreeing: guests.length, told });
  const base = { to, referral: record.id };
  if (duty === null) return null;
  if (duty === "take-back") return { ...base, told: extract?.fields["told"] ?? [], withdrawn: true };
  const need = record.fields["need"] as Need;
  const people = guests.map(({ fields }) => toldOf(fields as PersonFields, need));
  const fields = new Set(people.flatMap((person) => Object.keys(person)));
  return {
    ...base,
    people: people as unknown as PlainMap[],
    told: [...fields],
    ...(unasked ? { unasked } : {}),
  };
}

function dueFor(house: House, found: ReferralCase): Due | null {
  if (found.side !== "sender") return null;
  const known = agreeing(house, found);
  if (known === null) return null;
  // an institution is told by the slip alone, which is printed for who agrees then
  const extract = found.answers === "typed" ? null : extractFor(found, known, extractOf(house, found));
  const mayCancel = stepReferral(found.state, { side: "sender", step: "cancel" }).kind === "ok";
  const cancels = known.guests.length === 0 && mayCancel;
  return extract === null && !cancels ? null : { found, extract, cancels };
}

async function work(house: House, { found, extract, cancels }: Due): Promise<void> {
  const id = extractIdOf(found);
  if (extract !== null && id !== null)
    await writePuts(house, [{ id, kind: "referral-extract", input: extract }]);
  if (cancels) await writeStep(house, found, { step: "cancel" });
}

/** Resolves with whether anything was written. */
export async function keepReferrals(house: House): Promise<boolean> {
  const role = writingRole(house);
  if (role === null || accessOf(role, "referral-extract") === "none") return false;
  const due = casesOf(house).flatMap((found) => dueFor(house, found) ?? []);
  let wrote = false;
  for (const one of due) {
    try {
      await work(house, one);
      wrote = true;
    } catch (error) {
      // no key any more, no such site: it is tried again whenever something comes
      if (!(error instanceof EngineError)) throw error;
    }
  }
  return wrote;
}
