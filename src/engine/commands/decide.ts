/**
 * What staff decide of a pair: not the same person, to be asked, what the person said, and the word of a second one. The
 * decision stays in the house; in the same append goes, or is taken back, the answer that it gives to who seeks. Nothing
 * leaves before a yes of the person (design section 3).
 */
import { areTwoPeople, mayLeave, type MatchState, type Release, type Said, tells, type Voice } from "#model";
import { EngineError, type MatchDecided, type RecordId } from "../api/index.ts";
import type { House } from "../house/house.ts";
import { answerPuts, isOut } from "../matches/answer.ts";
import {
  agreedOf,
  type Decision,
  decisionFields,
  decisionKind,
  decisionOn,
  isDecision,
  type Pair,
} from "../matches/decision.ts";
import { releaseNow, voiceOf, voicesOn } from "../matches/release.ts";
import { everNeverTell } from "../records/never-tell.ts";
import { pairById } from "./matches.ts";
import { checkMayWrite, putRecords } from "./write-records.ts";

interface Deciding {
  readonly pair: Pair;
  readonly decision: Decision;
}

/** Throws `not-allowed`, `no-such-record` for a pair that is neither proposed nor decided on. */
async function deciding(house: House, id: RecordId): Promise<Deciding> {
  checkMayWrite(house, "match");
  const pair = await pairById(house, id);
  if (pair === null) throw new EngineError({ code: "no-such-record" });
  checkMayWrite(house, decisionKind(pair));
  return { pair, decision: decisionOn(house.catalog, pair) };
}

const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== "";

/** The decision's record, and beside it what is told, in one append. */
async function write(
  house: House,
  { pair, decision }: Deciding,
  { reason, leaves }: { readonly reason?: string; readonly leaves: boolean },
): Promise<MatchDecided> {
  const { state, message, proof, askedAt, second } = decision;
  const said = { ...{ state, reason, message, proof, askedAt, second } };
  const kept = Object.fromEntries(Object.entries(said).filter(([, value]) => isSaid(value)));
  const input = decisionFields(decision, kept as Record<string, string>);
  const answer = answerPuts(house, pair, { decision, leaves });
  const kind = decisionKind(pair);
  const others = elsewhere({ pair, decision }).flatMap((other) => [
    { id: other.id, kind, input: decisionFields(other, { state: other.state }) } as const,
    ...answerPuts(house, pair, { decision: other, leaves: false }),
  ]);
  await putRecords(house, [{ id: decision.id, kind, input }, ...answer, ...others]);
  const needs = tells(state) && !leaves ? "second" : null;
  return { pair: decision.id, state, sent: tells(state) && leaves, needs };
}

/**
 * What the decisions in other records of the person become: the same, where it tells nothing. A yes is said in one place:
 * should the records be parted, the others have to be asked for.
 */
const elsewhere = ({ decision }: Deciding): readonly Decision[] => {
  const state = tells(decision.state) ? "to-ask" : decision.state;
  return decision.others.map((other) => ({ ...bare(decision, state), ...other, others: [] }));
};

const bare = (decision: Decision, state: MatchState): Decision => ({
  ...decision,
  ...{ state, message: undefined, proof: undefined, askedAt: undefined, second: undefined },
});

/** Not the same person. Throws `not-allowed`, `no-such-record`, `fields`. */
export async function rejectMatch(
  house: House,
  { pair, reason }: { readonly pair: RecordId; readonly reason?: string },
): Promise<MatchDecided> {
  const found = await deciding(house, pair);
  const decision = bare(found.decision, "rejected");
  const why = isSaid(reason) ? { reason } : {};
  return write(house, { ...found, decision }, { ...why, leaves: false });
}

/** Takes a decision back. Throws `not-allowed`, `no-such-record` where nothing was decided. */
export async function reopenMatch(house: House, pair: RecordId): Promise<MatchDecided> {
  const known = house.catalog.get(pair);
  if (known === null || !isDecision(known)) throw new EngineError({ code: "no-such-record" });
  const found = await deciding(house, pair);
  return write(house, { ...found, decision: bare(found.decision, "open") }, { leaves: false });
}

/** Somebody will ask the person, alone. */
export async function askMatch(house: House, pair: RecordId): Promise<MatchDecided> {
  const found = await deciding(house, pair);
  return write(house, { ...found, decision: bare(found.decision, "to-ask") }, { leaves: false });
}

export interface SaidWish {
  readonly pair: RecordId;
  readonly said: Said;
  readonly message?: string;
  readonly proof?: string;
}

/**
 * What the person said. What they let be told leaves at once, or waits for a second person (`needs`). Throws
 * `age-unknown`, `person-said-no`, `still-here` where it may not be told at all.
 */
export async function answerMatch(
  house: House,
  { pair, said, message, proof }: SaidWish,
): Promise<MatchDecided> {
  const found = await deciding(house, pair);
  const release = releaseNow(house, said, found.pair);
  if (release.kind === "refused") throw new EngineError({ code: release.why });
  const askedAt = new Date(house.deps.clock.now()).toISOString();
  const told = tells(said) ? { message, proof } : { message: undefined, proof: undefined };
  const decision = { ...found.decision, ...told, state: said, askedAt, second: undefined };
  return write(house, { ...found, decision }, { leaves: release.kind === "free" });
}

/** What is missing for a second word to count. */
function whyNot(
  { kind }: Release,
  { asked, second }: { readonly asked: Voice | null; readonly second: Voice | null },
): "another-person" | "protection-must-agree" {
  const isSame =
    asked?.device === second?.device || (kind === "two" && asked !== null && !areTwoPeople(asked, second));
  return isSame ? "another-person" : "protection-must-agree";
}

/** What waits as one of too many goes on waiting when the day is over. */
function waitingRelease(house: House, { pair, decision }: Deciding): Release {
  const release = releaseNow(house, decision.state, pair);
  const waits = release.kind === "free" && tells(decision.state) && !isOut(house, pair, decision);
  return waits ? { kind: "second" } : release;
}

/**
 * The word of a second person for what is to be told: then it leaves. Throws `nothing-to-agree` where nothing waits for
 * it, `another-person` for who asked themselves, `protection-must-agree` where neither answers for protection.
 */
export async function agreeMatch(house: House, pair: RecordId): Promise<MatchDecided> {
  const found = await deciding(house, pair);
  const release = waitingRelease(house, found);
  if (release.kind === "refused") throw new EngineError({ code: release.why });
  if (release.kind === "free") throw new EngineError({ code: "nothing-to-agree" });
  const { asked } = await voicesOn(house, pair);
  const second = voiceOf(house, house.device);
  if (!mayLeave(release, { asked, second }))
    throw new EngineError({ code: whyNot(release, { asked, second }) });
  const never = everNeverTell(house.catalog, found.pair.guest.id);
  const decision = { ...found.decision, second: agreedOf(found.decision, never) };
  return write(house, { ...found, decision }, { leaves: true });
}
