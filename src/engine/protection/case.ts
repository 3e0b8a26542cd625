/** A protected person as the records of `protected` say: what is owed to them, and whether two people let them go. */
import {
  isDone,
  noticeDue,
  PROTECTED_STEPS,
  type ProtectedStep,
  type ProtectedWhy,
  releaseState,
  type ReleaseState,
  type ReleaseStatement,
  type ReleaseTerms,
  type ReleaseVoice,
  areTwoPeople,
  type StepStatement,
} from "#model";
import type { DeviceId } from "#sync";
import {
  EngineError,
  type ProtectedStepView,
  type ProtectedView,
  type RecordId,
  type ReleaseProposal,
} from "../api/index.ts";
import { peopleOf } from "../house/people-of-house.ts";
import { itemOf } from "../commands/read-records.ts";
import type { House } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { checkProtection, voiceHere, voiceOf } from "./holders.ts";
import { bedIn } from "./register.ts";

const lineIn = (value: unknown): string | null => (typeof value === "string" ? value : null);

const listIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

/** Throws `not-protection`, `no-such-record`. */
export function protectedRecord(house: House, id: RecordId): CatalogRecord {
  checkProtection(house);
  const record = house.catalog.get(id);
  if (record?.kind !== "protected-guest") throw new EngineError({ code: "no-such-record" });
  return record;
}

const termsIn = ({ how, to }: CatalogRecord["fields"]): ReleaseTerms => ({
  how: how as ReleaseTerms["how"],
  to: lineIn(to),
});

/** A record in which devices contradict each other refuses, whatever else it says; see `voiceOf` for who wrote it. */
function statementOf(house: House, record: CatalogRecord): readonly ReleaseStatement[] {
  const { id, fields, conflicts } = record;
  const base = { id, by: voiceOf(house, record), at: lineIn(fields["at"]) ?? "" };
  const said = new Set([fields["says"], ...(conflicts["says"] ?? [])]);
  const targets = [fields["of"], ...(conflicts["of"] ?? [])].flatMap((of) => lineIn(of) ?? []);
  if (said.has("refuse")) return targets.map((of) => ({ ...base, says: "refuse", of }));
  const isClear = Object.keys(conflicts).length === 0;
  if (!isClear) return [];
  const terms = termsIn(fields);
  if (fields["says"] === "propose") return [{ ...base, says: "propose", terms }];
  return targets.map((of) => ({ ...base, says: "agree", of, terms }));
}

export const releaseOfPerson = (house: House, guest: RecordId): ReleaseState =>
  releaseState(
    house.catalog.having("protected-release", "guest", guest).flatMap((one) => statementOf(house, one)),
  );

/** When the person left, with the word of two; null: they are here. */
export function leftAtOf(house: House, guest: RecordId): string | null {
  const state = releaseOfPerson(house, guest);
  return state.kind === "released" ? state.agreement.at : null;
}

/** A contested list of what it replaces replaces nothing. */
const stepStatement = ({ id, fields, conflicts }: CatalogRecord): StepStatement => ({
  id,
  said: conflicts["said"] ?? [fields["said"]],
  replaces: conflicts["replaces"] === undefined ? listIn(fields["replaces"]) : [],
});

export const statementsOn = (
  { catalog }: House,
  guest: RecordId,
  step: ProtectedStep,
): readonly CatalogRecord[] =>
  catalog.having("protected-step", "guest", guest).filter(({ fields }) => fields["step"] === step);

export const stepStatements = (records: readonly CatalogRecord[]): readonly StepStatement[] =>
  records.map(stepStatement);

function stepView(house: House, guest: RecordId, step: ProtectedStep): ProtectedStepView {
  const records = statementsOn(house, guest, step);
  const last = records.toSorted((one, other) => (atOf(one) < atOf(other) ? -1 : 1)).at(-1)?.fields ?? {};
  return {
    ...{ step, done: isDone(stepStatements(records)) },
    ...{ at: lineIn(last["at"]), note: lineIn(last["note"]), interpreter: lineIn(last["interpreter"]) },
  };
}

const atOf = ({ id, fields }: CatalogRecord): string => `${lineIn(fields["at"]) ?? ""} ${id}`;

function noticeOf(
  house: House,
  { id, fields }: CatalogRecord,
  { isHere, done }: { readonly isHere: boolean; readonly done: boolean },
): ProtectedView["notice"] {
  const noted = house.catalog
    .having("protected-step", "guest", id)
    .flatMap((one) => lineIn(one.fields["at"]) ?? []);
  const since = [lineIn(fields["arrivedAt"]) ?? "", ...noted.toSorted()];
  const { at, late } = noticeDue({ done: done || !isHere, since }, house.deps.clock.now());
  return { at: at === null ? null : new Date(at).toISOString(), late };
}

const nameOf = (house: House, by: ReleaseVoice | null): string | null =>
  by === null ? null : (peopleOf(house).get(by.device as DeviceId) ?? null);

function leftView(house: House, state: ReleaseState): ProtectedView["left"] {
  if (state.kind !== "released") return null;
  const { proposal, agreement } = state;
  return {
    ...{ id: proposal.id as RecordId, ...proposal.terms, at: agreement.at },
    ...{ by: nameOf(house, proposal.by), agreedBy: nameOf(house, agreement.by) },
  };
}

function waitingViews(house: House, state: ReleaseState): readonly ReleaseProposal[] {
  if (state.kind === "released") return [];
  const me = voiceHere(house);
  return state.waiting.map(({ id, at, terms, by }) => ({
    ...{ id: id as RecordId, ...terms, at, by: nameOf(house, by) },
    mayAgree: areTwoPeople(by, me),
  }));
}

export function protectedView(house: House, record: CatalogRecord): ProtectedView {
  const { id, fields } = record;
  const state = releaseOfPerson(house, id);
  const isHere = state.kind === "here";
  const steps = PROTECTED_STEPS.map((step) => stepView(house, id, step));
  const kept = house.catalog.get(fields["bedKept"] as RecordId);
  const bed = kept?.kind === "reserved-bed" ? kept : null;
  const done = steps.some((one) => one.step === "authority" && one.done);
  return {
    person: itemOf(record),
    why: listIn(fields["why"]) as readonly ProtectedWhy[],
    arrivedAt: lineIn(fields["arrivedAt"]) ?? "",
    bed: bed === null ? null : bedIn(bed),
    isBedKept: bed !== null && bed.fields["freedAt"] === undefined,
    ...{ isHere, steps, notice: noticeOf(house, record, { isHere, done }) },
    ...{ waiting: waitingViews(house, state), left: leftView(house, state) },
  };
}
