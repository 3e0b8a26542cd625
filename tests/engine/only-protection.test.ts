/** A house is told who alone has the keys of what is protected, before it lets that device go. */
import { describe, expect, test } from "vitest";
import type { DeviceView } from "#engine";
import { type Desk, openDesk, PASSPHRASE, waitingAt } from "../support/houses.ts";
import { memoryNetwork } from "../support/memory-network.ts";

const viewOf = async (desk: Desk, person: string): Promise<DeviceView> => {
  const { sites } = await desk.engine.members();
  const found = sites.flatMap(({ devices }) => devices).find((one) => one.person === person);
  if (found === undefined) throw new Error(`${person} is not known`);
  return found;
};

async function house(): Promise<{ lucia: Desk; delia: Desk; network: ReturnType<typeof memoryNetwork> }> {
  const network = memoryNetwork();
  const [lucia, delia] = [await openDesk(network, "lucia"), await openDesk(network, "delia")];
  await lucia.engine.found({
    ...{ meshName: "Ruta del Sur", siteName: "Casa Tapachula", siteKind: "shelter" },
    ...{ personName: "Lucía", passphrase: PASSPHRASE },
  });
  return { lucia, delia, network };
}

/** Lets Delia in, as far as the confirmation: what she is owed comes when the two meet again. */
async function confirmed(lucia: Desk, delia: Desk): Promise<void> {
  const { code } = await lucia.engine.invite({ role: "protection", newSite: null, validMs: 60_000 });
  const { words } = await delia.engine.join({ code, personName: "Delia", passphrase: PASSPHRASE });
  await delia.engine.sync({ peer: lucia.address });
  const [waiting] = await waitingAt(lucia);
  await lucia.engine.confirm({ device: waiting!.device, words });
}

describe("the only one with the keys of what is protected", () => {
  test("is the first device of the house, until they are handed on, and then nobody is", async () => {
    const { lucia, delia } = await house();
    expect(await viewOf(lucia, "Lucía")).toMatchObject({ onlyProtection: true });
    await confirmed(lucia, delia);
    await delia.engine.sync({ peer: lucia.address });
    await delia.engine.sync({ peer: lucia.address });
    expect(await viewOf(lucia, "Lucía")).toMatchObject({ onlyProtection: false });
    expect(await viewOf(lucia, "Delia")).toMatchObject({ onlyProtection: false });
    expect(await viewOf(delia, "Lucía")).toMatchObject({ onlyProtection: false });
  });

  test("is whoever is left when the other one goes", async () => {
    const { lucia, delia } = await house();
    await confirmed(lucia, delia);
    await delia.engine.sync({ peer: lucia.address });
    await delia.engine.sync({ peer: lucia.address });
    const { device } = await viewOf(lucia, "Delia");
    await lucia.engine.giveRole({ device, role: "staff" });
    expect(await viewOf(lucia, "Lucía")).toMatchObject({ onlyProtection: true });
    expect(await viewOf(lucia, "Delia")).toMatchObject({ onlyProtection: false });
  });
});
