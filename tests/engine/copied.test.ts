/** A computer whose folder was copied, and both go on: seen by whoever meets both, stopped, and nothing lost. */
import { describe, expect, test } from "vitest";
import type { DeviceView, EngineError, EngineEvent } from "#engine";
import { createMemoryDisk, memoryStore } from "../../sync/store/memory-store.ts";
import { memoryNetwork } from "../support/memory-network.ts";
import { type Desk, openDesk, PASSPHRASE, waitingAt } from "../support/houses.ts";

const WEEK_MS = 7 * 86_400_000;

interface Scene {
  readonly lucia: Desk;
  readonly original: Desk;
  readonly copy: Desk;
}

/** Lucía coordinates; Matías's computer was copied while it was off. */
async function copiedComputer(): Promise<Scene> {
  const network = memoryNetwork();
  const lucia = await openDesk(network, "lucia");
  const place = { meshName: "Ruta del Sur", siteName: "Casa Tapachula", siteKind: "shelter" as const };
  await lucia.engine.found({ ...place, personName: "Lucía", passphrase: PASSPHRASE });
  const disk = createMemoryDisk();
  const matias = await openDesk(network, "matias", memoryStore(disk));
  const { code } = await lucia.engine.invite({ role: "coordinator", newSite: null, validMs: WEEK_MS });
  const { words } = await matias.engine.join({ code, personName: "Matías", passphrase: PASSPHRASE });
  await matias.engine.sync({ peer: lucia.address });
  const [waiting] = await waitingAt(lucia);
  await lucia.engine.confirm({ device: waiting!.device, words });
  await matias.engine.sync({ peer: lucia.address });
  await matias.engine.close();
  const twin = structuredClone(disk);
  const original = await openDesk(network, "original", memoryStore(disk));
  const copy = await openDesk(network, "copy", memoryStore(twin));
  for (const { engine } of [original, copy]) await engine.unlock({ passphrase: PASSPHRASE });
  return { lucia, original, copy };
}

const inviteStaff = ({ engine }: Desk) => engine.invite({ role: "staff", newSite: null, validMs: WEEK_MS });

async function deviceOf(desk: Desk, person: string): Promise<DeviceView | undefined> {
  const { sites } = await desk.engine.members();
  return sites.flatMap(({ devices }) => devices).find((one) => one.person === person);
}

const faultOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "none",
    (error: unknown) => (error as EngineError).fault.code,
  );

describe("F3 C9 a computer that was copied", () => {
  test("is shown to whoever coordinates, and neither copy changes the network any more", async () => {
    const { lucia, original, copy } = await copiedComputer();
    await inviteStaff(original);
    await inviteStaff(copy);
    await original.engine.sync({ peer: lucia.address });
    expect((await deviceOf(lucia, "Matías"))?.copied).toBe(false);
    await copy.engine.sync({ peer: lucia.address });
    expect((await deviceOf(lucia, "Matías"))?.copied).toBe(true);
    for (const desk of [original, copy]) {
      await desk.engine.sync({ peer: lucia.address });
      expect(await faultOf(inviteStaff(desk))).toBe("copied");
    }
    expect(await faultOf(inviteStaff(lucia))).toBe("none");
  });

  test("can be taken out, with both of its histories", async () => {
    const { lucia, original, copy } = await copiedComputer();
    await inviteStaff(original);
    await inviteStaff(copy);
    for (const desk of [original, copy, original]) await desk.engine.sync({ peer: lucia.address });
    const { device } = (await deviceOf(lucia, "Matías"))!;
    await lucia.engine.revoke(device);
    for (const desk of [original, copy]) {
      await desk.engine.sync({ peer: lucia.address });
      expect(await faultOf(inviteStaff(desk))).toBe("removed");
    }
    expect(await faultOf(inviteStaff(lucia))).toBe("none");
  });

  test("can be read and taken out, though nothing of that can be noted any more", async () => {
    const { lucia, original, copy } = await copiedComputer();
    await lucia.engine.add("report", { name: "Zenobia Batz", age: 31 });
    await inviteStaff(original);
    await inviteStaff(copy);
    for (const desk of [original, copy]) await desk.engine.sync({ peer: lucia.address });
    expect(await faultOf(copy.engine.add("guest", { name: "Nadie Más" }))).toBe("copied");
    const events: EngineEvent[] = [];
    await copy.engine.subscribe((event) => events.push(event));
    const { bytes } = await copy.engine.exportCsv("report");
    expect(new TextDecoder().decode(bytes)).toContain("Zenobia");
    await copy.engine.lock();
    expect(events.filter(({ kind }) => kind === "storage")).toEqual([]);
  });
});
