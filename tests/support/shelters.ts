/** Three shelters on one route, with nobody else: what one hands to the third goes over the second. */
import { bringIn, type Desk, openDesk, PASSPHRASE } from "./houses.ts";
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

export async function foundShelters(): Promise<Shelters> {
  const network = memoryNetwork();
  const [tapachula, oaxaca, saltillo] = [
    await openDesk(network, "tapachula"),
    await openDesk(network, "oaxaca"),
    await openDesk(network, "saltillo"),
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
