/** Nobody edits an audit unseen: neither who wrote it, nor the coordinators who read it, nor who carries it. */
import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { memoryStore } from "#sync";
import { decodePage, encodePage } from "../../src/engine/audit/page.ts";
import type { Sealed } from "#crypto";
import { type Entry, makeEntry } from "../../sync/log/entry.ts";
import type { Run } from "../../sync/log/run.ts";
import { openReplica, type Replica } from "../../sync/replica.ts";
import { siteSpace } from "../../sync/space.ts";
import { signatures, TestMesh } from "../support/test-mesh.ts";

const PAGES = 6;
const mesh = await TestMesh.found();
const coordinator = mesh.founder;
const volunteer = await mesh.admit("volunteer");

const page = (at: number): Uint8Array =>
  encodePage([{ did: "search", at: 1_790_000_000_000 + at * 1000, question: "name", times: at, found: 1 }]);

async function replicaOf(...runs: readonly Run[]): Promise<Replica> {
  const { mesh: of, meshKey } = mesh;
  const replica = await openReplica({ store: memoryStore(), mesh: of, meshKey, signatures });
  for (const one of [...mesh.control, ...runs]) await replica.receive(one);
  return replica;
}

const space = siteSpace("audit", (await replicaOf()).membership().devices.get(volunteer.id)!.site);
const pages = Array.from({ length: PAGES }, (_, at) => page(at));
const run = await mesh.write(volunteer, space, pages);
const others = await mesh.write(coordinator, space, pages);

const at = (index: number): Entry => run.entries[index]!;

const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = bytes.slice();
  const place = Math.floor(bit / 8) % copy.length;
  copy[place] = copy[place]! ^ (1 << (bit % 8));
  return copy;
};

const bodyAt = (index: number): Sealed => {
  const { body } = at(index);
  if (body === null) throw new Error("a whole page");
  return body;
};

/** What somebody with the house's disk in hand can do to a log. */
const edits: Readonly<Record<string, (index: number, bit: number) => readonly Entry[]>> = {
  "a page taken out": (index) => run.entries.toSpliced(index, 1),
  "two pages swapped": (index) =>
    run.entries.with(index, at((index + 1) % PAGES)).with((index + 1) % PAGES, at(index)),
  "a page changed": (index, bit) =>
    run.entries.with(index, makeEntry(at(index).header, flipped(bodyAt(index), bit) as Sealed)),
  "a page of somebody else in its place": (index) => run.entries.with(index, others.entries[index]!),
  "another page under its header": (index) =>
    run.entries.with(index, makeEntry(at(index).header, bodyAt((index + 1) % PAGES))),
};

test("M9 pages that nobody touched are taken, and open as they were written (the control)", async () => {
  const replica = await replicaOf();
  expect((await replica.receive(run)).kind).toBe("stored");
  expect(replica.holding(run.log)?.high).toBe(PAGES - 1);
  expect(pages.map(decodePage)).not.toContain(null);
});

test("a page that names an instant of which no date can be made is no page", () => {
  const pageOf = (seconds: number) =>
    encodePage([{ did: "export", at: seconds * 1000, what: "csv", count: 1 }]);
  expect(decodePage(pageOf(8_640_000_000_000))).not.toBeNull();
  expect(decodePage(pageOf(8_640_000_000_001))).toBeNull();
});

property.prop([fc.constantFrom(...Object.keys(edits)), fc.nat(PAGES - 1), fc.nat(100_000)], { numRuns: 60 })(
  "M9 whatever is done to them, nobody takes them",
  async (edit, index, bit) => {
    const replica = await replicaOf();
    const entries = edits[edit]!(index, bit);
    await replica.receive({ ...run, entries });
    // before the place that was touched they may be whole; without a seal there nothing of them is
    expect(replica.holding(run.log)).toBeNull();
  },
);

property.prop([fc.integer({ min: 1, max: PAGES - 1 })], { numRuns: 5 })(
  "M9 who has more of a log is not brought back to less",
  async (kept) => {
    const replica = await replicaOf(run);
    await replica.receive({ ...run, entries: run.entries.slice(0, kept) });
    expect(replica.holding(run.log)?.high).toBe(PAGES - 1);
  },
);

test("M9 who writes their own pages anew is shown as copied, to whoever holds the first ones", async () => {
  const replica = await replicaOf(run);
  const before = await replica.copiedDevices();
  volunteer.rewind(space, null);
  const anew = await mesh.write(volunteer, space, pages.toReversed());
  await replica.receive(anew);
  expect(before.has(volunteer.id)).toBe(false);
  expect((await replica.copiedDevices()).has(volunteer.id)).toBe(true);
  expect(await replica.read(run.log, 0, PAGES - 1)).toEqual(run.entries);
});
