/** Where the logs of a device end, as this replica has seen them: what an operation needs that cuts them. */
import type { Cut, Ending } from "./membership/cut.ts";
import type { Member } from "./membership/membership.ts";
import type { Replica } from "./replica.ts";

/** The device's own seal at the end of each of its logs that is held here. */
export async function endingOf(replica: Replica, { device, keys }: Member): Promise<Ending> {
  const cuts: Cut[] = [];
  for (const { log, high } of replica.holdings((one) => one.device === device)) {
    const [seal] = await replica.seals(log, high, high);
    if (seal !== undefined) cuts.push({ space: log.space, seal });
  }
  return { device: keys, cuts };
}
