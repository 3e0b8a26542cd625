/** One shelter with two computers in memory: Lucía coordinates, Ramiro is a volunteer. Clocks are handed in. */
import { createSignatures, systemRandom } from "#crypto";
import { openEngine } from "#engine";
import { memoryStore, type Clock } from "#sync";
import { type Desk, PASSPHRASE } from "./houses.ts";
import { memoryNetwork } from "./memory-network.ts";

export interface House {
  readonly lucia: Desk;
  readonly ramiro: Desk;
  /** Each hears what the other wrote. */
  readonly meet: () => Promise<void>;
}

export interface HouseClocks {
  readonly lucia: Clock;
  readonly ramiro: Clock;
}

export async function oneHouse(clocks: HouseClocks): Promise<House> {
  const network = memoryNetwork();
  const signatures = await createSignatures();
  const desk = (name: "lucia" | "ramiro"): Desk => {
    const store = memoryStore();
    const deps = { store, transport: network.transport(name), signatures, random: systemRandom };
    const engine = openEngine({ ...deps, clock: clocks[name], unsafeTestingLowCost: true });
    return { engine, store, address: `/memory/${name}` };
  };
  const [lucia, ramiro] = [desk("lucia"), desk("ramiro")];
  await lucia.engine.found({
    meshName: "Ruta del Sur",
    siteName: "Casa Tapachula",
    siteKind: "shelter",
    personName: "Lucía",
    passphrase: PASSPHRASE,
  });
  const { code } = await lucia.engine.invite({ role: "volunteer", newSite: null, validMs: 60 * 60_000 });
  const { words, device } = await ramiro.engine.join({
    code,
    personName: "Ramiro",
    passphrase: PASSPHRASE,
  });
  await ramiro.engine.sync({ peer: lucia.address });
  await lucia.engine.confirm({ device, words });
  const meet = async (): Promise<void> => {
    await ramiro.engine.sync({ peer: lucia.address });
    await lucia.engine.sync({ peer: ramiro.address });
  };
  await meet();
  return { lucia, ramiro, meet };
}
