/**
 * Opens profiles on the disk, for programs that are no command line: the only file of the demo that knows the
 * app's doors. Bundled by bundle.mjs, because Node 20 reads no TypeScript.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createSignatures, systemRandom } from "#crypto";
import { openEngine } from "#engine";
import { createNodeTransport, openLevelStore, systemClock } from "#sync/node";

/**
 * Opens, or begins, the profile in this folder, laid out as the command line does it. It talks over TCP and
 * listens nowhere.
 * @public loaded by prepare.mjs as a file of its own
 * @param {string} folder
 * @returns {Promise<import("#engine").Engine>}
 */
export async function openProfile(folder) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const store = await openLevelStore(join(folder, "store"));
  const transport = await createNodeTransport({ listen: [], mdns: false });
  const signatures = await createSignatures();
  return openEngine({ store, transport, signatures, random: systemRandom, clock: systemClock });
}
