/**
 * A program for case K4: works with a record whose name comes by standard input, and writes a snapshot of its heap
 * while the profile is open and another after it was locked. Arguments: the files of both.
 */
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { writeHeapSnapshot } from "node:v8";
import { createSignatures, systemRandom } from "#crypto";
import { openEngine } from "../../src/engine/engine.ts";
import { systemClock } from "../../sync/adapters/system-clock.ts";
import { memoryStore } from "../../sync/store/memory-store.ts";

const [, , open = "", locked = ""] = process.argv;

const engine = openEngine({
  store: memoryStore(),
  transport: null,
  signatures: await createSignatures(),
  random: systemRandom,
  clock: systemClock,
  unsafeTestingLowCost: true,
});

async function work(name: string): Promise<void> {
  const names = { meshName: "Ruta del Sur", siteName: "Casa Tapachula", personName: "Lucía" };
  await engine.found({ ...names, siteKind: "shelter", passphrase: `frase de ${name}` });
  const { id } = await engine.add("guest", { name: `Yésica ${name}` });
  await engine.edit(id, { marks: `lunar, ${name}` });
  await engine.show(id);
  await engine.search(`Yésica ${name}`);
}

const lines = createInterface(process.stdin);
await new Promise<void>((resolve, reject) => {
  lines.once("line", (name) => {
    work(name).then(resolve, reject);
  });
});
lines.close();
writeHeapSnapshot(open);
await engine.lock();
for (let turn = 0; turn < 5; turn += 1) {
  await sleep(20);
  globalThis.gc?.();
}
writeHeapSnapshot(locked);
// the engine is still there, as a locked page's is
if ((await engine.state()).kind !== "locked") process.exitCode = 1;
