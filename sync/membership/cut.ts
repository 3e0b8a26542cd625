/**
 * Cuts: where a log of a removed device ends (docs/protocol.md, "Cuts"). A cut is the device's own seal
 * over the last entry that counts, so that whoever cuts the log has a tip that proves itself, and a cut
 * names one branch of a fork.
 */
import type { DeviceKeys, Signatures } from "#crypto";
import type { MeshId } from "../ids.ts";
import { type Seal, verifySeal } from "../log/seal.ts";
import type { SpaceId } from "../space.ts";
import { deviceIdOf } from "./join-request.ts";

/** The last entry that counts of one log. */
export interface Cut {
  readonly space: SpaceId;
  readonly seal: Seal;
}

/** A device and the ends of its logs. A space without a cut: nothing of it was seen. */
export interface Ending {
  readonly device: DeviceKeys;
  readonly cuts: readonly Cut[];
}

/** The ends of one device's logs, by space. */
export type Cuts = ReadonlyMap<SpaceId, Seal>;

/** A position before the first entry: nothing counts. */
export const NOTHING = -1;

/** The last position of a log that counts. */
export const endOf = (cuts: Cuts, space: SpaceId): number => cuts.get(space)?.seq ?? NOTHING;

/** Of several cuts of each log the furthest: a cut is raised, never lowered. */
export function furthest(all: Iterable<Cut>): Cuts {
  const cuts = new Map<SpaceId, Seal>();
  for (const { space, seal } of all) if (seal.seq > endOf(cuts, space)) cuts.set(space, seal);
  return cuts;
}

/** Whether every seal is the device's own, in this mesh. */
export async function verifyEnding(
  { device, cuts }: Ending,
  { mesh, signatures }: { readonly mesh: MeshId; readonly signatures: Signatures },
): Promise<boolean> {
  const id = deviceIdOf(device);
  for (const { space, seal } of cuts) {
    const log = { space, device: id };
    if (!(await verifySeal(signatures, device.sign, { mesh, log, seal }))) return false;
  }
  return true;
}
