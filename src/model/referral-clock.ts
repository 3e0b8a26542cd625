/**
 * When a referral is late. It has no time but what devices wrote, and a device's clock can be years off: on the one that
 * reads, and on those that wrote. So a time counts only where it is near what the reader's clock says; the first that is
 * counts as when it was sent. That is the sender's own time where the clocks agree, and else the first step of a device
 * that agrees with the reader's. Where none is, nobody knows: that is said, and is neither late nor on time.
 */
import type { Urgency } from "./referral.ts";
import { isOver, type ReferralState } from "./referral-state.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const WITHIN_MS: Readonly<Record<Urgency, number>> = { "24h": DAY, "72h": 3 * DAY, "2w": 14 * DAY };

/** Clocks that are set by hand differ by hours, and time zones too. */
const AHEAD_MS = DAY;
/** Of what is older, more likely a clock is wrong than that nobody looked. */
const LONGEST_MS = 60 * DAY;

/** `unsure`: the clocks do not agree, or it is older than two months. */
export type Late = "no" | "yes" | "unsure";

export interface Due {
  /** Milliseconds; null where nothing is due, or nobody knows when. */
  readonly at: number | null;
  readonly late: Late;
}

export interface DueFacts {
  readonly state: ReferralState;
  readonly urgency: Urgency;
  /** When it was sent, and when each step was said: by the clocks of whoever did. */
  readonly sentAt: string;
  readonly stepsAt: readonly string[];
}

const isNear = (at: number, now: number): boolean => at - now <= AHEAD_MS && now - at <= LONGEST_MS;

/** The first of these times that the reader's clock agrees with, in milliseconds; null where none is. */
export const firstNear = (times: readonly string[], now: number): number | null =>
  times.map((at) => Date.parse(at)).find((at) => isNear(at, now)) ?? null;

/** `now`: by the reader's clock. */
export function dueOf({ state, urgency, sentAt, stepsAt }: DueFacts, now: number): Due {
  if (isOver(state)) return { at: null, late: "no" };
  const steps = stepsAt.toSorted((one, other) => Date.parse(one) - Date.parse(other));
  const began = firstNear([sentAt, ...steps], now);
  if (began === null) return { at: null, late: "unsure" };
  const at = began + WITHIN_MS[urgency];
  return { at, late: now > at ? "yes" : "no" };
}
