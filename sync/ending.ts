/** Where the logs of a device end, as this replica has seen them: what an operation needs that cuts them. */
import type { Ending } from "./membership/cut.ts";
import type { Member } from "./membership/membership.ts";
import type { Replica } from "./replica.ts";

/** The device's own seals at the ends of its logs that are held here. */
export const endingOf = async (replica: Replica, { device, keys }: Member): Promise<Ending> => ({
  device: keys,
  cuts: await replica.tipsOf(device),
});
