/**
 * Protected people for who answers for them: what is owed, and leaving with the word of two people. What one alone says
 * is kept and changes nothing.
 */
import { type ReleaseEvent, standing, stepRelease } from "#model";
import {
  EngineError,
  type ProtectedStepWish,
  type ProtectedView,
  type RecordId,
  type ReleaseWish,
} from "../api/index.ts";
import type { House } from "../house/house.ts";
import {
  protectedRecord,
  protectedView,
  releaseOfPerson,
  statementsOn,
  stepStatements,
} from "../protection/case.ts";
import { checkProtection, voiceHere } from "../protection/holders.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import type { RecordChanges } from "../records/writer.ts";
import { momentHere, writeAll } from "./guest-changes.ts";
import { changesOf, newRecord, patchChanges } from "./write-records.ts";

const LATE_FIRST = { unsure: 0, yes: 1, no: 2 } as const;

const inOrder = (one: ProtectedView, other: ProtectedView): number =>
  Number(other.isHere) - Number(one.isHere) ||
  LATE_FIRST[one.notice.late] - LATE_FIRST[other.notice.late] ||
  Number(one.notice.at === null) - Number(other.notice.at === null) ||
  (one.arrivedAt < other.arrivedAt ? -1 : 1);

/** Throws `not-protection`. */
export function protectedPeople(house: House): readonly ProtectedView[] {
  checkProtection(house);
  return house.catalog
    .ofKind("protected-guest")
    .map((record) => protectedView(house, record))
    .sort(inOrder);
}

/** Throws `not-protection`, `no-such-record`. */
export const protectedPerson = (house: House, id: RecordId): ProtectedView =>
  protectedView(house, protectedRecord(house, id));

/** Throws `not-protection`, `no-such-record`, `fields`. */
export async function noteProtectedStep(
  house: House,
  { guest, step, done, ...more }: ProtectedStepWish,
): Promise<ProtectedView> {
  protectedRecord(house, guest);
  const replaces = standing(stepStatements(statementsOn(house, guest, step))).map(({ id }) => id);
  const said = done ? "done" : "not-done";
  const record = newRecord(house, "protected-step", {
    ...{ guest, step, said, ...more, at: momentHere(house), replaces },
  });
  await writeAll(house, [changesOf(house, record)]);
  return protectedPerson(house, guest);
}

/** Throws why it may not be said now. */
function checkSaid(house: House, guest: RecordId, event: ReleaseEvent): void {
  const step = stepRelease(releaseOfPerson(house, guest), event);
  if (step.kind === "refused") throw new EngineError({ code: step.why });
}

const statement = (house: House, fields: object): RecordChanges =>
  changesOf(house, newRecord(house, "protected-release", { ...fields, at: momentHere(house) }));

/** Throws `not-protection`, `no-such-record`, `released-already`, `fields`. */
export async function proposeRelease(house: House, { guest, how, to }: ReleaseWish): Promise<ProtectedView> {
  protectedRecord(house, guest);
  checkSaid(house, guest, { says: "propose", by: voiceHere(house) });
  await writeAll(house, [statement(house, { guest, says: "propose", how, to })]);
  return protectedPerson(house, guest);
}

/** The proposal and whom it is about. Throws `not-protection`, `no-such-record`. */
function proposalOf(
  house: House,
  id: RecordId,
): { readonly proposal: CatalogRecord; readonly guest: CatalogRecord } {
  checkProtection(house);
  const proposal = house.catalog.get(id);
  if (proposal?.kind !== "protected-release") throw new EngineError({ code: "no-such-record" });
  return { proposal, guest: protectedRecord(house, proposal.fields["guest"] as RecordId) };
}

/** That the desk's bed is free since then; null: that it is kept. */
async function bedChanges(
  house: House,
  guest: CatalogRecord,
  freedAt: string | null,
): Promise<RecordChanges | null> {
  const bed = house.catalog.get(guest.fields["bedKept"] as RecordId);
  if (bed?.kind !== "reserved-bed") return null;
  const { freedAt: _, ...kept } = bed.fields;
  const after = freedAt === null ? kept : { ...kept, freedAt };
  return patchChanges(house, bed, { after, settles: (path) => path === "freedAt" });
}

/** Throws `not-protection`, `no-such-record`, `nothing-to-agree`, `another-person`, `released-already`. */
export async function agreeRelease(house: House, id: RecordId): Promise<ProtectedView> {
  const { proposal, guest } = proposalOf(house, id);
  checkSaid(house, guest.id, { says: "agree", of: id, by: voiceHere(house) });
  const { how, to } = proposal.fields;
  const agreed = statement(house, { guest: guest.id, says: "agree", of: id, how, to });
  await writeAll(house, [agreed, await bedChanges(house, guest, momentHere(house))]);
  return protectedPerson(house, guest.id);
}

/** Throws `not-protection`, `no-such-record`, `nothing-to-agree`. */
export async function refuseRelease(house: House, id: RecordId): Promise<ProtectedView> {
  const { guest } = proposalOf(house, id);
  checkSaid(house, guest.id, { says: "refuse", of: id, by: voiceHere(house) });
  const refused = statement(house, { guest: guest.id, says: "refuse", of: id });
  await writeAll(house, [refused, await bedChanges(house, guest, null)]);
  return protectedPerson(house, guest.id);
}
