import { createSignatures, systemRandom } from "#crypto";
import { createJoinRequest, decodeInviteCode, memoryStore } from "#sync";
import { expect, test } from "vitest";
import { openHubMesh, type HubMesh } from "../../src/hub/hub-mesh.ts";
import { openHubState } from "../../src/hub/hub-state.ts";
import { systemClock } from "../../sync/adapters/system-clock.ts";
import { openDesk, PASSPHRASE, type Desk } from "../support/houses.ts";
import { memoryNetwork, type MemoryNetwork } from "../support/memory-network.ts";
import { slowStore } from "../support/slow-store.ts";

async function openHub(
  network: MemoryNetwork,
  name: string,
  text: string,
  store = memoryStore(),
): Promise<HubMesh> {
  const signatures = await createSignatures();
  const state = await openHubState({ store, random: systemRandom });
  const decoded = decodeInviteCode(text);
  if (decoded.kind !== "code") throw new Error("no code");
  const { code } = decoded;
  await state.learnMesh(code);
  if (code.role === "hub") {
    const joined = await createJoinRequest({
      code,
      name: "",
      device: state.secrets,
      random: systemRandom,
      signatures,
    });
    if (joined.kind === "joining") await state.addRequest(joined.joining.request);
  }
  return openHubMesh({
    store,
    state,
    known: code,
    transport: network.transport(name),
    signatures,
    random: systemRandom,
    clock: systemClock,
    onFault: (error) => {
      throw error;
    },
  });
}

async function foundHouse(network: MemoryNetwork): Promise<Desk> {
  const desk = await openDesk(network, "casa", slowStore(memoryStore(), 25));
  await desk.engine.found({
    meshName: "Ruta",
    siteName: "Casa Tapachula",
    siteKind: "shelter",
    personName: "Lucía",
    passphrase: PASSPHRASE,
  });
  return desk;
}

test("a hub with a hub invite becomes a member in its first session, and holds the house's entries", async () => {
  const network = memoryNetwork();
  const casa = await foundHouse(network);
  const { code } = await casa.engine.hubInvite();
  const store = memoryStore();
  const hub = await openHub(network, "hub", code, store);
  const { id } = await casa.engine.add("guest", { name: "Iris Menjívar" });
  const report = await casa.engine.sync({ peer: "/memory/hub" });
  expect(hub.isMember()).toBe(true);
  expect(report.entriesOut).toBeGreaterThan(0);
  expect(report.ms).toBeLessThan(4000);
  // Its receipt is signed a moment later and comes with the next session.
  await expect
    .poll(async () => {
      await casa.engine.sync({ peer: "/memory/hub" });
      return (await casa.engine.show(id)).saved.hub;
    })
    .toBe(true);

  // What staff say that they compared it keeps beside its own, to carry it on.
  await casa.engine.add("report", { name: "Iris Menjívar Paz" });
  await casa.engine.matches();
  await casa.engine.sync({ peer: "/memory/hub" });
  const kept = async (): Promise<readonly string[]> =>
    (await store.list("register/receipt/")).map(({ key }) => key.split("/").slice(-2).join(" "));
  expect(await kept()).toContain("network compared");
  await expect.poll(kept).toContain("network held");
  await hub.stop();
});

test("I9 a joiner's request travels over two hubs that it cannot pass by, and its confirmation back", async () => {
  const network = memoryNetwork();
  const casa = await foundHouse(network);
  const near = await openHub(network, "near", (await casa.engine.hubInvite()).code);
  await casa.engine.connect(["/memory/near"]);
  await expect.poll(() => near.isMember()).toBe(true);

  const wish = {
    role: "coordinator",
    newSite: { name: "Casa Oaxaca", kind: "shelter" },
    validMs: 60_000,
  } as const;
  const { code } = await casa.engine.invite(wish);
  // The far hub knows the mesh from the joiner's code and is no member; it only knows the near hub.
  const far = await openHub(network, "far", code);
  far.peers.connect(["/memory/near"]);
  const joiner = await openDesk(network, "oaxaca");
  await joiner.engine.join({ code, personName: "Mateo", passphrase: PASSPHRASE });
  await joiner.engine.connect(["/memory/far"]);

  const waiting = async (): Promise<string | undefined> => {
    const { sites } = await casa.engine.members();
    return sites.flatMap(({ devices }) => devices).find(({ words }) => words !== null)?.device;
  };
  await expect.poll(waiting, { timeout: 15_000 }).toBeDefined();
  await casa.engine.confirm({ device: (await waiting()) as never });
  const standing = async (): Promise<string> => {
    const state = await joiner.engine.state();
    return state.kind === "open" ? state.standing.kind : state.kind;
  };
  await expect.poll(standing, { timeout: 15_000 }).toBe("member");
  await Promise.all([casa.engine.close(), joiner.engine.close(), near.stop(), far.stop()]);
}, 60_000);
