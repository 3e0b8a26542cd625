/** Where the logs of a whole house end, in as many operations as it takes (docs/protocol.md, "Removal"). */
import { expect, test } from "vitest";
import { endingOf, endingsByOperation } from "../../sync/ending.ts";
import {
  decodeOperation,
  encodeOperation,
  MAX_OPERATION_BYTES,
} from "../../sync/membership/operation-codec.ts";
import type { Operation } from "../../sync/membership/operations.ts";
import { openReplica } from "../../sync/replica.ts";
import { NETWORK } from "../../sync/space.ts";
import { memoryStore } from "../../sync/store/memory-store.ts";
import { plaintexts, signatures, TestMesh } from "../support/test-mesh.ts";

const PEOPLE = 70;

test("M16 a house of more devices than one word can name is taken out, and what was seen of each stays", async () => {
  const mesh = await TestMesh.found();
  const judges = [
    await mesh.admit("coordinator", { name: "Casa Dos", kind: "shelter" }),
    await mesh.admit("coordinator", { name: "Casa Tres", kind: "shelter" }),
  ];
  const people = [mesh.founder];
  while (people.length < PEOPLE) people.push(await mesh.admit("staff"));
  for (const person of people.slice(1)) await mesh.operate(person, [{ kind: "merge" }]);
  const store = memoryStore();
  const replica = await openReplica({ store, mesh: mesh.mesh, meshKey: mesh.meshKey, signatures });
  for (const run of mesh.control) await replica.receive(run);
  for (const person of people)
    expect(await replica.receive(await mesh.write(person, NETWORK, plaintexts(2)))).toMatchObject({
      count: 2,
    });

  const { site } = replica.membership().devices.get(mesh.founder.id)!;
  const members = [...replica.membership().devices.values()].filter((one) => one.site === site);
  expect(members).toHaveLength(PEOPLE);
  const parts = endingsByOperation(await Promise.all(members.map((member) => endingOf(replica, member))));
  expect(parts.length).toBeGreaterThan(1);
  const words = parts.map((endings): Operation => ({ kind: "remove-site", site, endings }));
  for (const word of words) {
    const bytes = encodeOperation(word);
    expect(bytes.length).toBeLessThanOrEqual(MAX_OPERATION_BYTES);
    expect(decodeOperation(bytes)).toEqual(word);
  }
  for (const judge of judges) {
    expect(replica.membership().sites.has(site)).toBe(true);
    await replica.receive(await mesh.operate(judge, words));
  }
  const { sites, removed, refused } = replica.membership();
  expect(sites.has(site)).toBe(false);
  expect([...refused.values()]).toEqual([]);
  for (const person of people) {
    expect(removed.get(person.id)?.ends.get(NETWORK)?.seq).toBe(1);
    expect(replica.holding(person.log(NETWORK))?.high).toBe(1);
  }
});

test("there is a word even where nothing was seen of a house", () => {
  expect(endingsByOperation([])).toEqual([[]]);
});
