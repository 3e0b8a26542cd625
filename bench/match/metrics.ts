/** Figures from ranks, times and proposals. Pure. */
import { type Interval, wilson } from "./wilson.ts";

/** The place of the right person, from 1; null: not among the answers. */
export type Rank = number | null;

/** How often the right person was found; shares from 0 to 1. */
export interface Found {
  readonly queries: number;
  readonly r1: number;
  readonly r10: number;
  readonly mrr: number;
  readonly r1Interval: Interval;
  readonly r10Interval: Interval;
}

const within = (ranks: readonly Rank[], limit: number): number =>
  ranks.filter((rank) => rank !== null && rank <= limit).length;

const shareOf = (count: number, total: number): number => (total === 0 ? 0 : count / total);

export function foundOf(ranks: readonly Rank[]): Found {
  const total = ranks.length;
  const [first, ten] = [within(ranks, 1), within(ranks, 10)];
  const reciprocal = ranks.reduce<number>((sum, rank) => sum + (rank === null ? 0 : 1 / rank), 0);
  return {
    queries: total,
    r1: shareOf(first, total),
    r10: shareOf(ten, total),
    mrr: shareOf(reciprocal, total),
    r1Interval: wilson(first, total),
    r10Interval: wilson(ten, total),
  };
}

/** The value that this share of them does not exceed (nearest rank); 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** One query asked of an engine that tells a probability. */
export interface Judged {
  /** Whether the person is there at all. */
  readonly present: boolean;
  /** The best answer; null: none. */
  readonly best: { readonly right: boolean; readonly probability: number } | null;
  /** What was proposed unasked: whether each is the person who is meant. */
  readonly proposed: readonly boolean[];
}

export interface Proposals {
  /** Of what was proposed unasked, how much was right; null: nothing was proposed. */
  readonly precision: number | null;
  /** Of the people who are there, how many were proposed. */
  readonly recall: number;
  /** Expected calibration error of the best answer's probability, ten bins. */
  readonly ece: number;
  readonly proposed: number;
  readonly falsePerThousandAbsent: number;
  readonly precisionInterval: Interval;
  readonly recallInterval: Interval;
}

const BINS = 10;

/** The mean distance of what was said and what came true, by bins of what was said. */
export function calibrationError(
  said: readonly { readonly probability: number; readonly right: boolean }[],
): number {
  const bins = Array.from({ length: BINS }, () => ({ said: 0, right: 0 }));
  for (const { probability, right } of said) {
    const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))]!;
    bin.said += probability;
    bin.right += right ? 1 : 0;
  }
  const apart = bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.right), 0);
  return shareOf(apart, said.length);
}

export function proposalsOf(judged: readonly Judged[]): Proposals {
  const proposed = judged.flatMap((one) => one.proposed);
  const right = proposed.filter(Boolean).length;
  const absent = judged.filter(({ present }) => !present);
  const present = judged.length - absent.length;
  const falseOnAbsent = absent.reduce((sum, one) => sum + one.proposed.length, 0);
  return {
    precision: proposed.length === 0 ? null : right / proposed.length,
    recall: shareOf(right, present),
    ece: calibrationError(judged.flatMap(({ best }) => (best === null ? [] : [best]))),
    proposed: proposed.length,
    falsePerThousandAbsent: 1000 * shareOf(falseOnAbsent, absent.length),
    precisionInterval: wilson(right, proposed.length),
    recallInterval: wilson(right, present),
  };
}
