/** What a house says of an erasure is what it says: nobody can see into another one (docs/protocol.md, "Erasure"). */
import { createSignatures, systemRandom } from "#crypto";
import { openEngine } from "#engine";
import { expect, test } from "vitest";
import { es } from "../../src/i18n/es/index.ts";
import { memoryStore, type Store } from "#sync";
import { systemClock } from "../../sync/adapters/system-clock.ts";
import { memoryNetwork } from "../support/memory-network.ts";
import { bringIn, type Desk, openDesk, PASSPHRASE } from "../support/houses.ts";

/** A store whose bodies are never dropped. */
const keeping = (store: Store): Store => ({
  holdings: () => store.holdings(),
  append: (runs, puts) => store.append(runs, puts),
  cut: (log, tip, puts) => store.cut(log, tip, puts),
  erase: (_, puts) => store.put(puts),
  read: (log, from, to) => store.read(log, from, to),
  seals: (log, from, to) => store.seals(log, from, to),
  get: (key) => store.get(key),
  put: (values) => store.put(values),
  forget: (keys) => store.forget(keys),
  list: (prefix) => store.list(prefix),
  close: () => store.close(),
});

async function deskOn(store: Store, name: string, network = memoryNetwork()): Promise<Desk> {
  const engine = openEngine({
    store: keeping(store),
    transport: network.transport(name),
    signatures: await createSignatures(),
    random: systemRandom,
    clock: systemClock,
    unsafeTestingLowCost: true,
  });
  return { engine, store, address: `/memory/${name}` };
}

const bodies = async (store: Store): Promise<number> => {
  const networks = (await store.holdings()).filter(({ log }) => log.space === "network");
  const entries = await Promise.all(networks.map(({ log, low, high }) => store.read(log, low, high)));
  return entries.flat().filter(({ body }) => body !== null).length;
};

test("M12 a house with a changed program says that it erased, and is shown as saying so", async () => {
  const network = memoryNetwork();
  const [honest, liar] = [
    await openDesk(network, "oaxaca"),
    await deskOn(memoryStore(), "tapachula", network),
  ];
  const founding = { meshName: "Ruta del Sur", siteKind: "shelter", passphrase: PASSPHRASE } as const;
  await honest.engine.found({ ...founding, siteName: "Casa Oaxaca", personName: "Lucía" });
  await bringIn(honest, liar, { name: "Casa Tapachula", kind: "shelter" });
  const { id } = await honest.engine.add("report", { name: "Elmer Canales", age: 22, country: "HN" });
  await liar.engine.sync({ peer: honest.address });
  expect(await bodies(liar.store)).toBe(1);
  await honest.engine.erase({ id, reason: "lo pidió la familia" });
  await liar.engine.sync({ peer: honest.address });
  await honest.engine.sync({ peer: liar.address });
  const { sites } = await honest.engine.erasure(id);
  expect(sites.find(({ name }) => name === "Casa Tapachula")).toMatchObject({ erased: true });
  expect(await bodies(liar.store)).toBe(1);
  expect(await bodies(honest.store)).toBe(0);
  expect(es.erasure.saysErased).toMatch(/^Dice que/u);
  expect(es.erasure.progress(1, 2)).toMatch(/^Dicen que/u);
});
