/**
 * How far a referral is: a pure function of the steps that both sides said, whatever of them is known and in whatever
 * order they came. Each side says its own steps and nobody else's count; of steps that one side said apart, the one
 * that is nearest to the person counts, and a refusal counts more than an acceptance. A cancelled one stays cancelled.
 * A close holds only for what whoever closed had seen of the receiver: what comes later opens it again.
 */
import type { ReferralStep } from "./referral.ts";

export type ReferralSide = "sender" | "receiver";

export type ReferralState =
  | "sent"
  | "received"
  | "accepted"
  | "declined"
  | "arrived"
  | "not-arrived"
  | "attended"
  | "closed"
  | "cancelled";

/** A step as the state is worked out from it. `side`: of the site that said it. */
export interface SaidStep {
  readonly id: string;
  readonly side: ReferralSide;
  readonly step: ReferralStep;
  /** The steps that stood when it was said. */
  readonly seen: readonly string[];
}

type Transitions = Readonly<Partial<Record<ReferralStep, ReferralState>>>;

/** What comes of each step that a side may do. What is not here is not done. */
const TRANSITIONS: Readonly<Record<ReferralState, Readonly<Record<ReferralSide, Transitions>>>> = {
  sent: {
    sender: { cancel: "cancelled" },
    receiver: { receive: "received", accept: "accepted", decline: "declined" },
  },
  received: {
    sender: { cancel: "cancelled" },
    receiver: { accept: "accepted", decline: "declined" },
  },
  accepted: {
    sender: { cancel: "cancelled" },
    receiver: { arrived: "arrived", "not-arrived": "not-arrived", attended: "attended", decline: "declined" },
  },
  declined: { sender: { close: "closed" }, receiver: {} },
  arrived: { sender: { cancel: "cancelled" }, receiver: { attended: "attended" } },
  "not-arrived": {
    sender: { close: "closed", cancel: "cancelled" },
    receiver: { arrived: "arrived", attended: "attended" },
  },
  attended: { sender: { close: "closed" }, receiver: {} },
  closed: { sender: {}, receiver: {} },
  cancelled: { sender: {}, receiver: {} },
};

/**
 * What may be typed in of what an institution says. It stamps a slip when somebody stands before it, not in our order;
 * and whoever types can mistype, so until the sender closes another answer can follow, and history keeps both.
 */
const TYPED: Readonly<Record<ReferralState, Transitions>> = {
  sent: {
    ...{ receive: "received", accept: "accepted", decline: "declined" },
    ...{ arrived: "arrived", "not-arrived": "not-arrived", attended: "attended" },
  },
  received: {
    ...{ accept: "accepted", decline: "declined" },
    ...{ arrived: "arrived", "not-arrived": "not-arrived", attended: "attended" },
  },
  accepted: {
    ...{ decline: "declined", arrived: "arrived" },
    ...{ "not-arrived": "not-arrived", attended: "attended" },
  },
  declined: { accept: "accepted", arrived: "arrived", attended: "attended" },
  arrived: { decline: "declined", "not-arrived": "not-arrived", attended: "attended" },
  "not-arrived": { accept: "accepted", decline: "declined", arrived: "arrived", attended: "attended" },
  attended: { decline: "declined", arrived: "arrived", "not-arrived": "not-arrived" },
  closed: {},
  cancelled: {},
};

/** `typed`: of an institution, whose answers the sender types in. */
export type Answering = "signed" | "typed";

const transitionsOf = (state: ReferralState, side: ReferralSide, answers: Answering): Transitions =>
  side === "receiver" && answers === "typed" ? TYPED[state] : TRANSITIONS[state][side];

/** Of the receiver's steps that stand beside each other, the first of these counts. */
const RECEIVER_STEPS: readonly (readonly [ReferralStep, ReferralState])[] = [
  ["attended", "attended"],
  ["arrived", "arrived"],
  ["not-arrived", "not-arrived"],
  ["decline", "declined"],
  ["accept", "accepted"],
  ["receive", "received"],
];

/** What a side said that nothing else of that side was said after. */
export function standingOf<S extends Pick<SaidStep, "id" | "side" | "seen">>(
  steps: readonly S[],
  side: ReferralSide,
): readonly S[] {
  const own = steps.filter((one) => one.side === side);
  const passed = new Set(own.flatMap((one) => one.seen.filter((at) => at !== one.id)));
  return own.filter(({ id }) => !passed.has(id));
}

/** What a step that is said now has before it. */
export const seenNow = (steps: readonly SaidStep[]): readonly string[] =>
  [...standingOf(steps, "sender"), ...standingOf(steps, "receiver")].map(({ id }) => id);

/** Total: for any set of steps, of whatever kind and side. */
export function referralState(steps: readonly SaidStep[]): ReferralState {
  const sender = steps.filter(({ side }) => side === "sender");
  if (sender.some(({ step }) => step === "cancel")) return "cancelled";
  const receiver = standingOf(steps, "receiver");
  const said = RECEIVER_STEPS.find(([step]) => receiver.some((one) => one.step === step));
  if (said === undefined) return "sent";
  const isClosed = sender.some(
    ({ step, seen }) => step === "close" && receiver.every(({ id }) => seen.includes(id)),
  );
  return isClosed ? "closed" : said[1];
}

/** What cannot both be so. */
const AGAINST: readonly (readonly [ReferralStep, readonly ReferralStep[]])[] = [
  ["decline", ["accept", "arrived", "attended"]],
  ["not-arrived", ["arrived", "attended"]],
];

/** Whether devices said apart of the receiver what cannot both be so: somebody has to ask again. */
export function answersDiffer(steps: readonly SaidStep[]): boolean {
  const said = standingOf(steps, "receiver").map(({ step }) => step);
  return AGAINST.some(([one, others]) => said.includes(one) && said.some((step) => others.includes(step)));
}

/** What a side may do now. */
export const possibleSteps = (
  state: ReferralState,
  side: ReferralSide,
  answers: Answering = "signed",
): readonly ReferralStep[] => Object.keys(transitionsOf(state, side, answers)) as ReferralStep[];

export type Stepped =
  | { readonly kind: "ok"; readonly state: ReferralState }
  | { readonly kind: "refused"; readonly possible: readonly ReferralStep[] };

/** One step of one side. */
export function stepReferral(
  state: ReferralState,
  said: { readonly side: ReferralSide; readonly step: ReferralStep; readonly answers?: Answering },
): Stepped {
  const { side, step, answers = "signed" } = said;
  const next = transitionsOf(state, side, answers)[step];
  return next === undefined
    ? { kind: "refused", possible: possibleSteps(state, side, answers) }
    : { kind: "ok", state: next };
}

/** Whether the receiver may know who the people are. */
export const mayKnowPeople = (state: ReferralState): boolean =>
  state !== "sent" && state !== "received" && state !== "declined" && state !== "cancelled";

/** What the sender told of the people, as far as it is known. */
export interface ToldPeople {
  readonly count: number;
  /** Taken back by any device, whatever others wrote at the same time: it stays so. */
  readonly isTakenBack: boolean;
  /** Devices wrote different things at once, or it is taken back in part. */
  readonly isUnsettled: boolean;
}

/**
 * Of a state that knows no acceptance yet, too: what was told comes in a log of its own, and may be here before the
 * acceptance that it follows.
 */
const mayBeTold = (state: ReferralState, told: ToldPeople | null): boolean =>
  mayKnowPeople(state) || (told !== null && (state === "sent" || state === "received"));

/** What the sender's device owes the extract of a referral; null: it is as it should be. */
export function extractDuty(
  state: ReferralState,
  { agreeing, told }: { readonly agreeing: number; readonly told: ToldPeople | null },
): "tell" | "take-back" | null {
  const mayTell = agreeing > 0 && mayBeTold(state, told);
  if (told === null) return mayTell ? "tell" : null;
  if (!mayTell || told.isTakenBack) return told.isTakenBack && !told.isUnsettled ? null : "take-back";
  return told.isUnsettled || told.count > agreeing ? "tell" : null;
}

/** Nothing more happens by itself, and no clock runs. */
export const isOver = (state: ReferralState): boolean =>
  ["arrived", "attended", "declined", "closed", "cancelled"].includes(state);

/**
 * What was seen before what was said after, whatever the clocks; between them by the times that they bear. Total: steps
 * that say to have seen one another stand by their times.
 */
export function stepsInOrder<S extends SaidStep & { readonly at: string }>(
  steps: readonly S[],
): readonly S[] {
  const ordered: S[] = [];
  let rest = steps.toSorted((one, other) => (`${one.at} ${one.id}` < `${other.at} ${other.id}` ? -1 : 1));
  while (rest.length > 0) {
    const waiting = new Set(rest.map(({ id }) => id));
    const first = rest.filter(({ seen }) => !seen.some((id) => waiting.has(id)));
    const next = first.length > 0 ? first : rest;
    ordered.push(...next);
    const taken = new Set(next);
    rest = rest.filter((step) => !taken.has(step));
  }
  return ordered;
}
