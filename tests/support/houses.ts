/** Engines of invented people in one process, with stores in memory and vaults that cost nothing. */
import { createSignatures, systemRandom } from "#crypto";
import { openEngine, type DeviceView, type Engine } from "#engine";
import { type Clock, memoryStore, type Store } from "#sync";
import { systemClock } from "../../sync/adapters/system-clock.ts";
import { memoryNetwork, type MemoryNetwork } from "./memory-network.ts";

export const PASSPHRASE = "el volcán de agua duerme";

export interface Desk {
  readonly engine: Engine;
  readonly store: Store;
  readonly address: string;
}

export const openDesk = (network: MemoryNetwork, name: string, store: Store = memoryStore()): Promise<Desk> =>
  openDeskBy(systemClock, { network, name, store });

/** A desk whose clock a test holds. */
export async function openDeskBy(
  clock: Clock,
  { network, name, store = memoryStore() }: { network: MemoryNetwork; name: string; store?: Store },
): Promise<Desk> {
  const engine = openEngine({
    store,
    transport: network.transport(name),
    signatures: await createSignatures(),
    random: systemRandom,
    clock,
    unsafeTestingLowCost: true,
  });
  return { engine, store, address: `/memory/${name}` };
}

/** All devices that wait for this desk's confirmation. */
export async function waitingAt(desk: Desk): Promise<readonly DeviceView[]> {
  const { sites } = await desk.engine.members();
  return sites.flatMap(({ devices }) =>
    devices.filter(({ state, words }) => state === "waiting" && words !== null),
  );
}

export interface Route {
  readonly network: MemoryNetwork;
  readonly tapachula: Desk;
  readonly oaxaca: Desk;
  readonly comite: Desk;
}

/** Lets a desk found a site of its own in the founder's mesh; both end up with the same membership. */
export async function bringIn(
  host: Desk,
  guest: Desk,
  site: { name: string; kind: "shelter" | "advocates" },
): Promise<void> {
  const { code } = await host.engine.invite({ role: "coordinator", newSite: site, validMs: 60_000 });
  const { words } = await guest.engine.join({
    code,
    personName: `Persona de ${site.name}`,
    passphrase: PASSPHRASE,
  });
  await guest.engine.sync({ peer: host.address });
  const [waiting] = await waitingAt(host);
  if (waiting === undefined) throw new Error("nobody waits");
  await host.engine.confirm({ device: waiting.device, words });
  await guest.engine.sync({ peer: host.address });
}

/** Another person of a desk's house, at a device of their own. */
export async function joinHouse(
  host: Desk,
  newcomer: Desk,
  role: "staff" | "volunteer" | "protection" | "coordinator",
): Promise<Desk> {
  const { code } = await host.engine.invite({ role, newSite: null, validMs: 60_000 });
  const { words } = await newcomer.engine.join({
    code,
    personName: `Otra de ${role}`,
    passphrase: PASSPHRASE,
  });
  await newcomer.engine.sync({ peer: host.address });
  const waiting = await waitingAt(host);
  const asked = waiting.find((device) => device.words === words);
  if (asked === undefined) throw new Error("nobody waits");
  await host.engine.confirm({ device: asked.device, words });
  await newcomer.engine.sync({ peer: host.address });
  return newcomer;
}

/** Two shelters and an advocates' committee. */
export async function foundRoute(): Promise<Route> {
  const network = memoryNetwork();
  const tapachula = await openDesk(network, "tapachula");
  const oaxaca = await openDesk(network, "oaxaca");
  const comite = await openDesk(network, "comite");
  await tapachula.engine.found({
    meshName: "Ruta del Sur",
    siteName: "Casa Tapachula",
    siteKind: "shelter",
    personName: "Lucía",
    passphrase: PASSPHRASE,
  });
  await bringIn(tapachula, oaxaca, { name: "Casa Oaxaca", kind: "shelter" });
  await bringIn(tapachula, comite, { name: "Comité de Yoro", kind: "advocates" });
  return { network, tapachula, oaxaca, comite };
}
