/** When a device says that its house has compared, and when it waits (docs/protocol.md, "Receipts"). */
import { beforeEach, describe, expect, test } from "vitest";
import { createSayCompared } from "../../src/engine/matches/say-compared.ts";
import { endingOf } from "../../sync/ending.ts";
import type { ReceiptPosition } from "../../sync/receipts/receipt.ts";
import { NETWORK, siteSpace } from "../../sync/space.ts";
import { plaintexts, type TestDevice, TestMesh } from "../support/test-mesh.ts";
import { type Keeper, keeperOf, siteOf, signed } from "../support/test-receipts.ts";

const HOUR = 3_600_000;
const NOON = 490_000 * HOUR + 1_234_567;

let mesh: TestMesh;
let keeper: Keeper;
let now: number;
let isCopied: boolean;
let faults: unknown[];
let say: (positions: readonly ReceiptPosition[]) => Promise<void>;

/** How a device of the house says it, over what the keeper holds. */
const sayAs = ({ id: device, secrets }: TestDevice): typeof say =>
  createSayCompared({
    ...{ replica: keeper.replica, receipts: keeper.receipts, device, secrets },
    isCopied: () => isCopied,
    clock: { now: () => now, sleep: () => Promise.resolve() },
    onFault: (error) => faults.push(error),
  });

const upTo = (...reached: readonly (readonly [TestDevice, number])[]): readonly ReceiptPosition[] =>
  reached
    .map(([{ id: device }, seq]) => ({ device, seq }))
    .sort((one, other) => (one.device < other.device ? -1 : 1));
const word = () =>
  keeper.receipts.of(NETWORK, "compared").map(({ at, counter, positions }) => ({ at, counter, positions }));

beforeEach(async () => {
  mesh = await TestMesh.found();
  keeper = await keeperOf(mesh);
  now = NOON;
  isCopied = false;
  faults = [];
  say = sayAs(mesh.founder);
});

describe("that a house has compared", () => {
  test("is said once for an hour and the same cards, with the hour alone", async () => {
    const cards = upTo([mesh.founder, 3]);
    await say(cards);
    expect(word()).toEqual([{ at: 490_000, counter: 0, positions: cards }]);
    now += 20 * 60_000;
    await say(cards);
    expect(word()).toMatchObject([{ counter: 0 }]);
    now += HOUR;
    await say(cards);
    expect(word()).toEqual([{ at: 490_001, counter: 1, positions: cards }]);
    // more cards within the hour
    await say(upTo([mesh.founder, 4]));
    expect(word()).toMatchObject([{ at: 490_001, counter: 2, positions: [{ seq: 4 }] }]);
  });

  test("is not said again by a clock that is behind, where two would overwrite each other", async () => {
    await say(upTo([mesh.founder, 3]));
    now -= 5 * HOUR;
    await say(upTo([mesh.founder, 3]));
    expect(word()).toMatchObject([{ at: 490_000, counter: 0 }]);
    await say(upTo([mesh.founder, 4]));
    expect(word()).toMatchObject([{ at: 489_995, counter: 1 }]);
  });

  test("waits until what a colleague has compared is here, and goes on without what a cut took away", async () => {
    const leaving = await mesh.admit("staff");
    await keeper.catchUp();
    await keeper.replica.receive(await mesh.write(leaving, NETWORK, plaintexts(2)));
    const positions = upTo([mesh.founder, 3], [leaving, 7]);
    const site = siteOf(keeper, leaving);
    await keeper.receipts.take(
      await signed(mesh, mesh.founder, { site, at: 490_000, counter: 5, positions }),
    );
    now += HOUR;
    await say(upTo([mesh.founder, 9], [leaving, 1]));
    expect(word()).toMatchObject([{ counter: 5 }]);
    const ending = await endingOf(keeper.replica, keeper.replica.membership().devices.get(leaving.id)!);
    await mesh.operate(mesh.founder, [{ kind: "revoke", ending }]);
    await keeper.catchUp();
    await say(upTo([mesh.founder, 9], [leaving, 1]));
    expect(word()).toMatchObject([{ counter: 6, at: 490_001 }]);
  });

  test("waits for the guests that the house's hub holds", async () => {
    const hub = await mesh.admit("hub");
    await keeper.catchUp();
    const site = siteOf(keeper, hub);
    const space = siteSpace("desk", site);
    const positions = upTo([mesh.founder, 1]);
    const held = await signed(mesh, hub, { site, space, says: "held", at: 0, positions });
    expect(await keeper.receipts.take(held)).toBe(true);
    await say(upTo([mesh.founder, 3]));
    expect(word()).toEqual([]);
    await keeper.replica.receive(await mesh.write(mesh.founder, space, plaintexts(2, "guest")));
    await say(upTo([mesh.founder, 3]));
    expect(word()).toHaveLength(1);
  });

  test("is said by no volunteer, no advocate, no copy, and of no cards at all", async () => {
    const volunteer = await mesh.admit("volunteer");
    const advocate = await mesh.admit("coordinator", { name: "Comité de Yoro", kind: "advocates" });
    await keeper.catchUp();
    const cards = upTo([mesh.founder, 3]);
    for (const device of [volunteer, advocate, (await TestMesh.found()).founder]) await sayAs(device)(cards);
    await say([]);
    isCopied = true;
    await say(cards);
    expect(word()).toEqual([]);
    isCopied = false;
    await say(cards);
    expect(word()).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  test("that cannot be written keeps nobody from what was found", async () => {
    const full = new Error("full");
    keeper.receipts.say = () => Promise.reject(full);
    await expect(say(upTo([mesh.founder, 3]))).resolves.toBeUndefined();
    expect(faults).toEqual([full]);
  });
});
