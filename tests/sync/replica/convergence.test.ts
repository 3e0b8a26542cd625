/** Any order, cut and repetition of deliveries ends in the same holdings. */
import { fc } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { toText } from "#crypto";
import { logKey } from "../../../sync/log/log-ref.ts";
import { type Run, sliceRun } from "../../../sync/log/run.ts";
import { isLastingSeal } from "../../../sync/log/seal.ts";
import { openReplica, type Replica } from "../../../sync/replica.ts";
import { NETWORK, PAIR } from "../../../sync/space.ts";
import { memoryStore } from "../../../sync/store/memory-store.ts";
import { joinRuns, plaintexts, signatures, TestDevice, TestMesh } from "../../support/test-mesh.ts";

const RUNS = process.env["SLOW"] === "1" ? 400 : 40;

const mesh = await TestMesh.found();
const merges = (count: number) => Array.from({ length: count }, () => ({ kind: "merge" as const }));

/** A history in which logs cite one another: people join, write, and speak in turn. */
async function writeHistory(): Promise<{ control: Run[]; data: Run[] }> {
  const data: Run[] = [];
  const beatriz = await mesh.admit("staff");
  data.push(await mesh.write(beatriz, NETWORK, plaintexts(3)));
  await mesh.operate(beatriz, merges(2));
  const carlos = await mesh.admit("volunteer");
  await mesh.operate(carlos, merges(1));
  await mesh.operate(mesh.founder, merges(66));
  data.push(await mesh.write(carlos, NETWORK, plaintexts(70)));
  await mesh.operate(beatriz, merges(1));
  data.push(await mesh.write(beatriz, PAIR, plaintexts(1)));
  await mesh.operate(carlos, merges(2));
  data.push(await mesh.write(beatriz, NETWORK, plaintexts(2)));
  await mesh.operate(mesh.founder, merges(1));
  const control = [mesh.founder, beatriz, carlos].map((device) => mesh.controlOf(device));
  const [hers, his, pair, more] = data as [Run, Run, Run, Run];
  return { control, data: [joinRuns([hers, more]), his, pair] };
}

const history = await writeHistory();
const stranger = await mesh.write(new TestDevice(), NETWORK, plaintexts(2));
const whole = [...history.control, ...history.data];

const fingerprint = (replica: Replica): string[] =>
  replica
    .holdings()
    .map(({ log, low, high, head }) => `${logKey(log)} ${String(low)} ${String(high)} ${toText(head)}`)
    .sort();

/** Every way to take a piece of a run that ends in a seal. */
const pieces = whole.flatMap((run) => {
  const { seq: start } = run.entries[0]!.header;
  const end = start + run.entries.length - 1;
  const ends = run.entries.map(({ header }) => header.seq).filter((seq) => seq === end || isLastingSeal(seq));
  const starts = [start, ...ends.map((seq) => seq + 1), start + 1, end].filter((seq) => seq <= end);
  return starts.flatMap((from) => ends.flatMap((to) => sliceRun(run, from, to) ?? []));
});

test(
  "F1 F2 deliveries in any order, cut, doubled, and mixed with a stranger's, converge",
  { timeout: 60_000 },
  async () => {
    const expected = await (async () => {
      const replica = await openReplica({
        store: memoryStore(),
        mesh: mesh.mesh,
        meshKey: mesh.meshKey,
        signatures,
      });
      await Promise.all(history.control.map((run) => replica.receive(run)));
      for (const run of history.data) await replica.receive(run);
      return { holdings: fingerprint(replica), membership: replica.membership() };
    })();
    expect(expected.holdings.length).toBe(6);
    const deliveries = fc.array(fc.constantFrom(...pieces, stranger), { maxLength: 40 });
    const order = fc.shuffledSubarray(whole, { minLength: whole.length });
    const property = fc.asyncProperty(deliveries, order, async (first, last) => {
      const replica = await openReplica({
        store: memoryStore(),
        mesh: mesh.mesh,
        meshKey: mesh.meshKey,
        signatures,
      });
      await Promise.all(first.map((run) => replica.receive(run)));
      // Whoever meets us again offers what we still lack.
      for (const run of [...last, ...last]) await replica.receive(run);
      expect(fingerprint(replica)).toEqual(expected.holdings);
      expect(replica.membership()).toEqual(expected.membership);
    });
    await fc.assert(property, { numRuns: RUNS });
  },
);
