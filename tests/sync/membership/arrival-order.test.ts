import { fc, test } from "@fast-check/vitest";
import { beforeAll, describe, expect } from "vitest";
import type { OperationId } from "../../../sync/ids.ts";
import { orderOperations, precedes } from "../../../sync/membership/causality.ts";
import { planHeads } from "../../../sync/membership/heads.ts";
import type { AuthoredOperation } from "../../../sync/membership/operations.ts";
import { reduce } from "../../../sync/membership/reducer.ts";
import { buildMesh, everyone, fingerprint, found, join, meet, type Mesh, NOON, welcome } from "./story.ts";

function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [index, item] of items.entries()) {
    for (const rest of permutations(items.toSpliced(index, 1))) yield [item, ...rest];
  }
}

const lastOf = (operations: ReadonlyMap<OperationId, AuthoredOperation>, keep: number) => {
  const { operations: ordered } = orderOperations([...operations.values()]);
  return { base: ordered.slice(0, -keep), last: ordered.slice(-keep) };
};

let mesh: Mesh;
beforeAll(async () => {
  mesh = await buildMesh();
  // Each writes something that the others have not heard of, so that the history is wide, not a line.
  const { teresa, ramon, octavio, hilda, olga } = mesh;
  await teresa.invite("volunteer");
  await octavio.invite("hub");
  await hilda.invite("advocate");
  await ramon.invite("volunteer");
  await olga.write({ kind: "merge" });
  meet(...everyone(mesh));
  await octavio.write({ kind: "merge" });
});

describe("the same operations in any order give the same membership", () => {
  test("F2 in all 720 orders of two hubs that use one invite, a cancel and a confirmation, all at once", async () => {
    const teresa = await found("Teresa", { name: "Casa Tapachula", kind: "shelter" });
    const clara = await welcome(teresa, "Clara", { role: "coordinator" });
    const ramon = await welcome(teresa, "Ramón", { role: "staff" });
    const code = await teresa.invite("hub");
    const [ceiba, nopal] = [await join("Ceiba", code), await join("Nopal", code)];
    const vero = await join("Vero", await teresa.invite("volunteer"));
    meet(teresa, clara, ramon);
    await clara.carry(ceiba);
    await ramon.carry(nopal);
    await clara.write({ kind: "cancel", invite: vero.request!.invite });
    const carried = await ramon.carry(vero);
    for (const one of ramon.log) teresa.operations.set(one.id, one);
    await teresa.write({ kind: "confirm", request: carried!.id, device: vero.id, at: NOON });
    meet(teresa, clara, ramon);
    await clara.write({ kind: "merge" });
    const { base, last } = lastOf(clara.operations, 6);
    const membership = reduce([...base, ...last], clara.mesh);
    const expected = fingerprint(membership);
    expect(membership.devices.has(vero.id), "the confirmation stands").toBe(true);
    expect(
      [ceiba, nopal].filter(({ id }) => membership.devices.has(id)),
      "one hub joins",
    ).toHaveLength(1);
    expect([...membership.refused.values()]).toEqual(["used"]);
    let orders = 0;
    for (const order of permutations(last)) {
      if (fingerprint(reduce([...order, ...base], clara.mesh)) === expected) orders++;
    }
    expect(orders).toBe(720);
  });

  test("in all orders of a founding, two invites, a request and its confirmation", async () => {
    const teresa = await found("Teresa", { name: "Casa Tapachula", kind: "shelter" });
    const first = teresa.log.slice(0, 1);
    teresa.operations = new Map(first.map((one) => [one.id, one]));
    const ramon = await join("Ramón", await teresa.invite("staff"));
    await teresa.invite("hub");
    const carried = await teresa.carry(ramon);
    await teresa.write({ kind: "confirm", request: carried!.id, device: ramon.id, at: NOON });
    meet(teresa, ramon);
    await ramon.write({ kind: "merge" });
    const operations = [...ramon.operations.values()];
    expect(operations).toHaveLength(6);
    const expected = fingerprint(reduce(operations, ramon.mesh));
    let orders = 0;
    for (const order of permutations(operations))
      if (fingerprint(reduce(order, ramon.mesh)) === expected) orders++;
    expect(orders).toBe(720);
  });

  test("F1 F2 in random orders, with doubles, of the whole story", () => {
    const operations = [...mesh.octavio.operations.values()];
    const expected = fingerprint(reduce(operations, mesh.octavio.mesh));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(operations, { minLength: operations.length }),
        fc.subarray(operations),
        (order, again) => {
          expect(fingerprint(reduce([...again, ...order, ...again], mesh.octavio.mesh))).toBe(expected);
        },
      ),
      { numRuns: 100 },
    );
  });

  test("F7 operations whose past is not here wait, and what follows them, and change nothing else", () => {
    const operations = [...mesh.octavio.operations.values()];
    fc.assert(
      fc.property(fc.shuffledSubarray(operations, { minLength: 1 }), (some) => {
        const membership = reduce(some, mesh.octavio.mesh);
        const waiting = new Set(membership.waiting);
        const here = new Set(some.map(({ id }) => id));
        for (const { id, heads, prev } of some) {
          const past = prev === null ? heads : [...heads, prev];
          const complete = past.every((parent) => here.has(parent) && !waiting.has(parent));
          expect(waiting.has(id)).toBe(!complete);
        }
        const settled = reduce(
          some.filter(({ id }) => !waiting.has(id)),
          mesh.octavio.mesh,
        );
        expect(fingerprint({ ...membership, waiting: [] })).toBe(fingerprint(settled));
      }),
      { numRuns: 60 },
    );
  });

  test("a device knows more, never less, when operations arrive one by one in causal order", () => {
    const { operations } = orderOperations([...mesh.octavio.operations.values()]);
    let devices = 0;
    for (let count = 1; count <= operations.length; count += 3) {
      const membership = reduce(operations.slice(0, count), mesh.octavio.mesh);
      expect(membership.waiting).toEqual([]);
      expect(membership.devices.size).toBeGreaterThanOrEqual(devices);
      devices = membership.devices.size;
    }
  });
});

describe("causal order", () => {
  test("who precedes whom is what following parents says", () => {
    const all = [...mesh.octavio.operations.values()];
    const byId = new Map(all.map((one) => [one.id, one]));
    const { causality } = orderOperations(all);
    const pastOf = (id: OperationId): Set<OperationId> => {
      const past = new Set<OperationId>();
      const next = [id];
      for (let at = next.pop(); at !== undefined; at = next.pop()) {
        const { heads, prev } = byId.get(at)!;
        for (const parent of prev === null ? heads : [...heads, prev]) {
          if (!past.has(parent)) next.push(parent);
          past.add(parent);
        }
      }
      return past;
    };
    for (const later of causality.order) {
      const past = pastOf(later);
      for (const earlier of causality.order)
        expect(precedes(causality, earlier, later)).toBe(past.has(earlier));
    }
  });

  test("no later arrival swaps two operations", () => {
    const all = [...mesh.octavio.operations.values()];
    const { causality } = orderOperations(all);
    for (let count = 1; count < all.length; count += 5) {
      const some = orderOperations(all.slice(0, count)).causality.order;
      expect(some).toEqual(causality.order.filter((id) => some.includes(id)));
    }
  });

  test("an unknown operation precedes nothing", () => {
    const { causality } = orderOperations([]);
    const id = "a".repeat(52) as OperationId;
    expect(precedes(causality, id, id)).toBe(false);
  });

  test("ten thousand operations are ordered and judged within seconds", () => {
    const id = (n: number) => String(n).padStart(52, "a") as OperationId;
    const first = mesh.teresa.log[0]!;
    const chain: AuthoredOperation[] = [first];
    for (let n = 1; n < 10_000; n++) {
      const prev = chain.at(-1)!.id;
      const heads = n > 7 ? [chain[n - 7]!.id] : [];
      chain.push({ id: id(n), author: first.author, seq: n, heads, prev, operation: { kind: "merge" } });
    }
    const before = performance.now();
    const { heads, refused } = reduce(chain.toReversed(), mesh.teresa.mesh);
    expect(performance.now() - before).toBeLessThan(5000);
    expect(heads).toEqual([id(9999)]);
    expect(refused.size).toBe(0);
  });
});

describe("heads to cite", () => {
  const ids = (count: number) =>
    Array.from({ length: count }, (_, n) => `h${String(n).padStart(2, "0")}` as OperationId);

  test("are at most four to an entry, and all of them in the end", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (count) => {
        const plan = planHeads(ids(count), null);
        expect(plan.every((cited) => cited.length <= 4)).toBe(true);
        expect(plan.flat()).toEqual(ids(count));
        expect(plan).toHaveLength(Math.max(1, Math.ceil(count / 4)));
      }),
    );
  });

  test("leave out the author's own last operation, which the chain names", () => {
    expect(planHeads(ids(3), ids(3)[1]!)).toEqual([[ids(3)[0], ids(3)[2]]]);
    expect(planHeads(ids(1), ids(1)[0]!)).toEqual([[]]);
  });

  test("nine people who wrote at once are merged by the tenth", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const people = [];
    for (let n = 0; n < 9; n++) people.push(await welcome(teresa, `Persona ${n}`, { role: "staff" }));
    meet(teresa, ...people);
    for (const person of people) await person.write({ kind: "merge" });
    meet(teresa, ...people);
    expect(teresa.membership.heads).toHaveLength(9);
    await teresa.write({ kind: "merge" });
    expect(teresa.membership.heads).toEqual([teresa.log.at(-1)!.id]);
  });
});
