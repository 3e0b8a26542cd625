/**
 * A program for the kill test: opens a profile under either of two passphrases and changes from one to
 * the other without end; prints a line for each change that was acknowledged. Arguments: folder, both.
 */
import { writeSync } from "node:fs";
import { createSignatures, systemRandom } from "#crypto";
import { EngineError } from "../../src/engine/api/index.ts";
import { openEngine } from "../../src/engine/engine.ts";
import { openLevelStore } from "../../sync/adapters/leveldb.node.ts";
import { systemClock } from "../../sync/adapters/system-clock.ts";

const [, , folder = "", one = "", other = ""] = process.argv;

const engine = openEngine({
  store: await openLevelStore(folder),
  transport: null,
  signatures: await createSignatures(),
  random: systemRandom,
  clock: systemClock,
  unsafeTestingLowCost: true,
});

if ((await engine.state()).kind === "empty") {
  const names = { meshName: "Ruta del Sur", siteName: "Casa Tapachula", personName: "Lucía" };
  await engine.found({ ...names, siteKind: "shelter", passphrase: one });
  await engine.lock();
}

/** Gives the passphrase that opens and the one to change to; fails when neither does. */
async function unlock(): Promise<readonly [string, string]> {
  try {
    await engine.unlock({ passphrase: one });
    return [one, other];
  } catch (error) {
    if (!(error instanceof EngineError) || error.fault.code !== "wrong-passphrase") throw error;
    await engine.unlock({ passphrase: other });
    return [other, one];
  }
}

let [current, next] = await unlock();
writeSync(1, `opened ${current}\n`);
for (;;) {
  await engine.changePassphrase({ current, next });
  [current, next] = [next, current];
  writeSync(1, `changed ${current}\n`);
}
