/**
 * The mesh in which scripts begin: four coordinators, of one house or of three, who know everything. In a large
 * council also a volunteer, a member who was taken out, and four who wait to be confirmed.
 */
import type { RandomBytes } from "#crypto";
import type { AuthoredOperation } from "../../../sync/membership/operations.ts";
import { createChance } from "../../support/chance.ts";
import type { Device } from "../device.ts";
import { ask, carry, foundBy, type Joiner, tell, welcome } from "../founding.ts";

export interface Council {
  readonly coordinators: readonly [Device, Device, Device, Device];
  /** One for each coordinator, invited by it; the last would found a house. */
  readonly joiners: readonly Joiner[];
  /** A volunteer, and somebody who was taken out before the script, with its last operation uncounted. */
  readonly others: readonly Device[];
  readonly base: readonly AuthoredOperation[];
}

const shelter = (name: string): { name: string; kind: "shelter" } => ({ name, kind: "shelter" });

export interface CouncilOptions {
  readonly sites: 1 | 3;
  readonly seed: string;
  readonly size: "small" | "large";
}

/** The same council for the same options. */
export async function createCouncil({ sites, seed, size }: CouncilOptions): Promise<Council> {
  const random = createChance(`council ${String(sites)} ${seed}`, "simulator").bytes;
  const ana = await foundBy("Ana", shelter("Casa A"), random);
  const coordinators = await coordinatorsOf(ana, sites, random);
  const others = size === "small" ? [] : await othersOf(ana, random);
  tell(...coordinators, ...others);
  const joiners = size === "small" ? [] : await joinersOf(coordinators, random);
  tell(...coordinators);
  return { coordinators, joiners, others, base: [...ana.operations.values()] };
}

async function othersOf(ana: Device, random: RandomBytes): Promise<Device[]> {
  const volunteer = await welcome(ana, { name: "Vero", role: "volunteer", founds: null }, random);
  const gone = await welcome(ana, { name: "Gil", role: "coordinator", founds: null }, random);
  await gone.write({ kind: "merge" });
  tell(ana, gone);
  const ending = await ana.endingOf(gone);
  await gone.write({ kind: "merge" });
  await ana.write({ kind: "revoke", ending });
  return [volunteer, gone];
}

async function coordinatorsOf(
  ana: Device,
  sites: 1 | 3,
  random: RandomBytes,
): Promise<[Device, Device, Device, Device]> {
  const post = (name: string, house: string | null): Parameters<typeof welcome>[1] => ({
    name,
    role: "coordinator",
    founds: house === null || sites === 1 ? null : shelter(house),
  });
  const beto = await welcome(ana, post("Beto", "Casa B"), random);
  const carla = await welcome(ana, post("Carla", "Casa C"), random);
  const dario = await welcome(ana, post("Darío", null), random);
  tell(ana, beto, carla, dario);
  return [ana, beto, carla, dario];
}

async function joinersOf(coordinators: readonly Device[], random: RandomBytes): Promise<Joiner[]> {
  const joiners: Joiner[] = [];
  for (const [at, inviter] of coordinators.entries()) {
    const founds = at === coordinators.length - 1 ? shelter("Casa D") : null;
    const role = at === 0 ? "coordinator" : "staff";
    const joiner = await ask(inviter, { name: `Nadie ${String(at)}`, role, founds }, random);
    if (joiner === null) throw new Error(`${inviter.name} may not invite`);
    await carry(inviter, joiner);
    joiners.push(joiner);
  }
  return joiners;
}
