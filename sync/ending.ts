/** Where the logs of a device end, as this replica has seen them: what an operation needs that cuts them. */
import type { Ending } from "./membership/cut.ts";
import type { Member } from "./membership/membership.ts";
import { MAX_OPERATION_BYTES } from "./membership/operation-codec.ts";
import { MAX_ENDINGS } from "./membership/removal-codec.ts";
import type { Replica } from "./replica.ts";

/** The device's own seals at the ends of its logs that are held here. */
export const endingOf = async (replica: Replica, { device, keys }: Member): Promise<Ending> => ({
  device: keys,
  cuts: await replica.tipsOf(device),
});

/** A device's keys, and one of its cuts with its space, position, id and signature: as many bytes at most. */
const KEYS_BYTES = 80;
const CUT_BYTES = 144;

const bytesOf = ({ cuts }: Ending): number => KEYS_BYTES + cuts.length * CUT_BYTES;

/**
 * The endings of a house, in parts that fit into one `remove-site` each, at least one. Those of devices with the most
 * logs come first: of what no part named, others take nothing but control.
 */
export function endingsByOperation(endings: readonly Ending[]): readonly (readonly Ending[])[] {
  const parts: Ending[][] = [[]];
  let bytes = 0;
  for (const ending of [...endings].sort((a, b) => b.cuts.length - a.cuts.length)) {
    const isOver = bytes + bytesOf(ending) > MAX_OPERATION_BYTES - KEYS_BYTES;
    if (isOver || parts.at(-1)?.length === MAX_ENDINGS) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(ending);
    bytes += bytesOf(ending);
  }
  return parts;
}
