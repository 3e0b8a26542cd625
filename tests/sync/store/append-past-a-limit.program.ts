/**
 * A program for the test of a full disk: appends runs to a LevelDB store under a limit of file size that
 * its shell set, and prints how many were refused and how far the log came. Argument: folder.
 */
import { openLevelStore } from "../../../sync/adapters/leveldb.node.ts";
import { NETWORK } from "../../../sync/space.ts";
import { StoreFull } from "../../../sync/store/store.ts";
import { random, TestMesh } from "../../support/test-mesh.ts";

const folder = process.argv[2] ?? "";
const mesh = await TestMesh.found();
const store = await openLevelStore(folder);
const log = mesh.founder.log(NETWORK);
let acknowledged = -1;
let refused = 0;

for (let round = 0; round < 12; round++) {
  const head = mesh.founder.headOf(log);
  const texts = Array.from({ length: 40 }, () => random(700));
  const run = await mesh.write(mesh.founder, NETWORK, texts);
  try {
    await store.append([run]);
    acknowledged += run.entries.length;
  } catch (error) {
    if (!(error instanceof StoreFull)) throw error;
    refused += 1;
    mesh.founder.rewind(NETWORK, head);
    const [held] = await store.holdings();
    const read = await store.read(log, 0, acknowledged + 100);
    if (held?.high !== acknowledged || read.length !== acknowledged + 1)
      throw new Error("a refused run is visible", { cause: error });
  }
}
await store.close();
process.stdout.write(JSON.stringify({ acknowledged, refused }));
