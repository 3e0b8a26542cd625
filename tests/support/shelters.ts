/** Three shelters on one route, with nobody else: what one hands to the third goes over the second. */
import type { Clock } from "#sync";
import { systemClock } from "../../sync/adapters/system-clock.ts";
import { bringIn, type Desk, openDeskBy, PASSPHRASE } from "./houses.ts";
import { memoryNetwork, type MemoryNetwork } from "./memory-network.ts";

export interface Shelters {
  readonly network: MemoryNetwork;
  readonly tapachula: Desk;
  readonly oaxaca: Desk;
  readonly saltillo: Desk;
}

/** Twice: the second time the other one has settled what came, and hands out its keys. */
export async function meet(one: Desk, other: Desk): Promise<void> {
  await one.engine.sync({ peer: other.address });
  await one.engine.sync({ peer: other.address });
}

export async function foundShelters(clock: Clock = systemClock): Promise<Shelters> {
  const network = memoryNetwork();
  const [tapachula, oaxaca, saltillo] = [
    await openDeskBy(clock, { network, name: "tapachula" }),
    await openDeskBy(clock, { network, name: "oaxaca" }),
    await openDeskBy(clock, { network, name: "saltillo" }),
  ];
  await tapachula.engine.found({
    meshName: "Ruta del Sur",
    siteName: "Casa Tapachula",
    siteKind: "shelter",
    personName: "Lucía",
    passphrase: PASSPHRASE,
  });
  await bringIn(tapachula, oaxaca, { name: "Casa Oaxaca", kind: "shelter" });
  await bringIn(tapachula, saltillo, { name: "Casa Saltillo", kind: "shelter" });
  await meet(oaxaca, tapachula);
  await meet(saltillo, oaxaca);
  return { network, tapachula, oaxaca, saltillo };
}
