/**
 * Who plays in a history: devices of one, two or three sites that know everything and have all keys. Made once for
 * each number of sites; each history begins with copies.
 */
import { createChance } from "../support/chance.ts";
import type { Device, Program } from "./device.ts";
import { foundBy, tell, welcome } from "./founding.ts";

export interface Cast {
  readonly honest: readonly Device[];
  /** Of the same sites, with a changed program. */
  readonly malicious: readonly Device[];
}

const made = new Map<number, Promise<Cast>>();

async function createCast(sites: number): Promise<Cast> {
  const random = createChance(`cast ${String(sites)}`, "simulator").bytes;
  const ana = await foundBy("Ana", { name: "Casa A", kind: "shelter" }, random);
  const join = (
    inviter: Device,
    name: string,
    role: "coordinator" | "staff" | "volunteer",
  ): Promise<Device> => welcome(inviter, { name, role, founds: null }, random);
  const found = (name: string, kind: "shelter" | "advocates"): Promise<Device> =>
    welcome(ana, { name, role: "coordinator", founds: { name: `Casa de ${name}`, kind } }, random);
  const honest = [ana, await join(ana, "Beto", "coordinator")];
  const malicious = [await join(ana, "Malo", "coordinator")];
  tell(ana, ...honest, ...malicious);
  if (sites === 1) honest.push(await join(ana, "Vero", "volunteer"));
  if (sites > 1) honest.push(await found("Olga", "shelter"));
  if (sites === 2) malicious.push(await join(ana, "Peor", "staff"));
  if (sites > 2) honest.push(await found("Hilda", "advocates"));
  await settleAll([...honest, ...malicious]);
  return { honest, malicious };
}

/** Everybody tells everybody and does what is owed, until nobody owes anything. */
export async function settleAll(devices: readonly Device[]): Promise<number> {
  const LIMIT = 12;
  for (let round = 1; round <= LIMIT; round += 1) {
    let written = 0;
    for (const device of devices) {
      tell(...devices);
      written += await device.settle();
    }
    if (written === 0) return round;
  }
  return Infinity;
}

/** Copies of a cast, whose honest devices run this program. */
export async function castOf(sites: number, seed: string, program?: Program): Promise<Cast> {
  const cast = made.get(sites) ?? createCast(sites);
  made.set(sites, cast);
  const { honest, malicious } = await cast;
  const again = (device: Device): Device =>
    device.again(createChance(`${seed} ${device.name}`, "simulator").bytes, program);
  return { honest: honest.map(again), malicious: malicious.map(again) };
}
