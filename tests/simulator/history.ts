/**
 * Histories: who does what, and what the network does, as plain data. Numbers stand for devices and choices and
 * are taken modulo what there is, so that every part of a history is a history too: that is how one is shrunk.
 */
import { createChance } from "../support/chance.ts";

export const DEEDS = [
  "revoke",
  "revoke",
  "role",
  "leave",
  "raise",
  "ask",
  "admit",
  "admit",
  "remove-site",
  "approve",
  "cancel",
  "distrust",
  "limits",
  "erase",
  "speak",
] as const;

export const ATTACKS = ["speak", "backdate", "fork", "crown", "leak", "purge", "invite", "low-cut"] as const;

export type Step =
  /** An honest device does what its flows let it do. */
  | {
      readonly kind: "do";
      readonly deed: (typeof DEEDS)[number];
      readonly who: number;
      readonly whom: number;
    }
  /** A device with a changed program, taken out or not. */
  | {
      readonly kind: "attack";
      readonly attack: (typeof ATTACKS)[number];
      readonly who: number;
      readonly whom: number;
    }
  /** One sends another what that one lacks; a malicious one chooses. */
  | { readonly kind: "send"; readonly from: number; readonly to: number }
  | { readonly kind: "link"; readonly from: number; readonly to: number; readonly isUp: boolean }
  | { readonly kind: "wait"; readonly time: number }
  /** A device does what it owes. */
  | { readonly kind: "settle"; readonly who: number };

export interface History {
  readonly seed: string;
  /** One to three. */
  readonly sites: number;
  readonly steps: readonly Step[];
}

const LONGEST = 22;
const MANY = 1000;

/** The same history for the same seed. */
export function createHistory(seed: string): History {
  const chance = createChance(`history ${seed}`, "simulator");
  const some = (): number => chance.below(MANY);
  const step = (): Step => {
    const at = chance.below(100);
    if (at < 30) return { kind: "do", deed: chance.pick(DEEDS), who: some(), whom: some() };
    if (at < 45) return { kind: "attack", attack: chance.pick(ATTACKS), who: some(), whom: some() };
    if (at < 75) return { kind: "send", from: some(), to: some() };
    if (at < 83) return { kind: "link", from: some(), to: some(), isUp: chance.percent(30) };
    if (at < 93) return { kind: "wait", time: chance.below(8) };
    return { kind: "settle", who: some() };
  };
  const steps = Array.from({ length: 4 + chance.below(LONGEST) }, step);
  return { seed, sites: 1 + chance.below(3), steps };
}

/** One line for each step. */
export const linesOf = ({ steps }: History): string[] =>
  steps.map((step) =>
    Object.entries(step)
      .map(([name, value]) => (name === "kind" ? String(value) : `${name} ${String(value)}`))
      .join(", "),
  );
