/**
 * Where a record is saved, as the three steps that every screen shows in the same order: here, at
 * the house, at other sites. Knows what a step means, not how it is worded or drawn.
 */

/** As `show` prints it: on disk here, at the house's hub, and at which other sites. */
export interface Saved {
  readonly here: boolean;
  readonly hub: boolean;
  readonly sites: readonly string[];
}

/** `stays`: by purpose it does not leave the house, which is not a lack. */
export type ChipState = "done" | "partly" | "missing" | "stays";

export interface ChipStep {
  readonly step: "here" | "hub" | "sites";
  readonly state: ChipState;
  /** How many other sites hold it; 0 or 1 for the first two steps. */
  readonly count: number;
}

/** How many other sites could hold the record; null for one that stays in the house. */
export interface ChipReach {
  readonly otherSites: number | null;
}

const atSites = (count: number, reach: ChipReach): ChipState => {
  if (reach.otherSites === null) return "stays";
  if (count === 0) return "missing";
  return count < reach.otherSites ? "partly" : "done";
};

/** The three steps. A record that stays in the house says so, whoever carries its ciphertext. */
export function placeChip(saved: Saved, reach: ChipReach): readonly [ChipStep, ChipStep, ChipStep] {
  const count = new Set(saved.sites).size;
  return [
    { step: "here", state: saved.here ? "done" : "missing", count: Number(saved.here) },
    { step: "hub", state: saved.hub ? "done" : "missing", count: Number(saved.hub) },
    { step: "sites", state: atSites(count, reach), count },
  ];
}
