/** What sites say of a space: the bytes, the registers, and how far one word reaches beside another. */
import { fc, test } from "@fast-check/vitest";
import type { Signature } from "#crypto";
import { describe, expect } from "vitest";
import { endingOf } from "../../../sync/ending.ts";
import type { DeviceId } from "../../../sync/ids.ts";
import { MAX_POSITION } from "../../../sync/protocol/limits.ts";
import { decodeReceipt, encodeReceipt } from "../../../sync/receipts/receipt.ts";
import { reaches, reachesAll } from "../../../sync/receipts/speakers.ts";
import { NETWORK, siteSpace } from "../../../sync/space.ts";
import { plaintexts, random, type TestDevice, TestMesh } from "../../support/test-mesh.ts";
import { type Keeper, keeperOf, signed, siteOf } from "../../support/test-receipts.ts";

const mesh = await TestMesh.found();
const { founder } = mesh;
const beatriz = await mesh.admit("staff");
const volunteer = await mesh.admit("volunteer");
const hub = await mesh.admit("hub");
const keeper = await keeperOf(mesh);
const site = siteOf(keeper, founder);

const hours = fc.integer({ min: 0, max: 0xffff_ffff });
const seqs = fc.array(fc.maxSafeNat(), { maxLength: 4 });

describe("the bytes of a receipt", () => {
  test.prop([hours, fc.maxSafeNat(), fc.boolean(), seqs], { numRuns: 100 })(
    "are read as they were written, whatever it says",
    (at, counter, isHeld, listedSeqs) => {
      const devices = [founder, beatriz, hub, volunteer].map(({ id }) => id).sort();
      const listed = listedSeqs.map((seq, place) => ({ device: devices[place]!, seq }));
      const said = isHeld ? ({ says: "held", at: 0 } as const) : ({ says: "compared", at } as const);
      const body = { site, space: NETWORK, device: hub.id, counter, positions: listed, ...said };
      const receipt = { ...body, signature: random(64) as Signature };
      expect(decodeReceipt(encodeReceipt(receipt))).toEqual(receipt);
    },
  );

  test("are refused where nobody may say so: an hour of what is held, cards elsewhere, no order, another word", async () => {
    const devices = [founder.id, beatriz.id].sort().toReversed();
    const wrong = [
      { says: "held", at: 1 },
      { space: siteSpace("desk", site) },
      { positions: devices.map((device) => ({ device, seq: 1 })) },
      { positions: [founder.id, founder.id].map((device) => ({ device, seq: 1 })) },
      { at: 0x1_0000_0000 },
    ] as const;
    const sound = encodeReceipt(await signed(mesh, beatriz, { site }));
    expect(decodeReceipt(sound)).not.toBeNull();
    for (const change of wrong)
      expect(
        decodeReceipt(encodeReceipt(await signed(mesh, beatriz, { site, ...change }))),
        JSON.stringify(change),
      ).toBeNull();
    const says = 33;
    expect(decodeReceipt(sound.with(says, 2))).toBeNull();
    expect(decodeReceipt(sound.slice(0, -1))).toBeNull();
  });
});

describe("a register", () => {
  test("stands for one word: what is held and what was compared do not overwrite each other, through a restart", async () => {
    const { disk, receipts } = await keeperOf(mesh);
    const held = await signed(mesh, hub, { site, says: "held", at: 0, counter: 9 });
    const compared = await signed(mesh, beatriz, { site, counter: 3 });
    expect(await receipts.take(held)).toBe(true);
    expect(await receipts.take(compared)).toBe(true);
    const again = await keeperOf(mesh, { ...disk, locked: false });
    for (const known of [receipts, again.receipts]) {
      expect(known.of(NETWORK, "held")).toEqual([held]);
      expect(known.of(NETWORK, "compared")).toEqual([compared]);
    }
  });

  test("goes on from what a colleague said, and is told to whoever listens", async () => {
    const { receipts } = await keeperOf(mesh);
    const heard: number[] = [];
    receipts.onChange(({ counter }) => heard.push(counter));
    await receipts.take(await signed(mesh, founder, { site, counter: 4 }));
    const said = { space: NETWORK, says: "compared", at: 490_001, positions: [] } as const;
    await receipts.say({ device: beatriz.id, secrets: beatriz.secrets }, said);
    expect(heard).toEqual([4, 5]);
    expect(receipts.of(NETWORK, "compared")).toMatchObject([{ device: beatriz.id, at: 490_001, counter: 5 }]);
    // what was signed is what others take
    const [own] = receipts.of(NETWORK, "compared");
    expect(await (await keeperOf(mesh)).receipts.take(own!)).toBe(true);
  });

  test("is not signed by who may not, or is nobody", async () => {
    const { receipts } = await keeperOf(mesh);
    const said = { space: NETWORK, says: "compared", at: 490_001, positions: [] } as const;
    const stranger = (await TestMesh.found()).founder;
    for (const { id: device, secrets } of [volunteer, hub, stranger])
      await receipts.say({ device, secrets }, said);
    await receipts.say({ device: beatriz.id, secrets: beatriz.secrets }, { ...said, says: "held", at: 0 });
    expect(receipts.all()).toEqual([]);
  });

  test("of two colleagues who say something at once has one word", async () => {
    const { receipts } = await keeperOf(mesh);
    const says = (at: number) => ({ space: NETWORK, says: "compared", at, positions: [] }) as const;
    await Promise.all(
      [founder, beatriz].map(({ id: device, secrets }, place) =>
        receipts.say({ device, secrets }, says(place)),
      ),
    );
    expect(receipts.of(NETWORK, "compared").map(({ counter }) => counter)).toEqual([1]);
  });

  test("that somebody filled to the last number is free again when they are out", async () => {
    const own = await TestMesh.found();
    const bribed = await own.admit("staff");
    const here = await keeperOf(own);
    const house = siteOf(here, bribed);
    const last = await signed(own, bribed, { site: house, counter: MAX_POSITION });
    expect(await here.receipts.take(last)).toBe(true);
    const speaker = { device: own.founder.id, secrets: own.founder.secrets };
    const said = { space: NETWORK, says: "compared", at: 490_001, positions: [] } as const;
    await here.receipts.say(speaker, said);
    expect(here.receipts.of(NETWORK, "compared")).toEqual([last]);
    await takeOut(own, here, bribed);
    expect(here.receipts.all()).toEqual([]);
    await here.receipts.say(speaker, said);
    expect(here.receipts.of(NETWORK, "compared")).toMatchObject([{ counter: 0, device: own.founder.id }]);
  });
});

async function takeOut(own: TestMesh, here: Keeper, device: TestDevice): Promise<void> {
  const ending = await endingOf(here.replica, here.replica.membership().devices.get(device.id)!);
  await own.operate(own.founder, [{ kind: "revoke", ending }]);
  await here.catchUp();
}

describe("positions", () => {
  const at = (device: TestDevice | DeviceId, seq: number) => ({
    device: typeof device === "string" ? device : device.id,
    seq,
  });

  test("reach entries up to theirs, and of a log that they do not name none", () => {
    expect(reaches([at(beatriz, 4)], [at(beatriz, 4), at(beatriz, 0)])).toBe(true);
    expect(reaches([at(beatriz, 4)], [at(beatriz, 5)])).toBe(false);
    expect(reaches([at(beatriz, 4)], [at(founder, 0)])).toBe(false);
  });

  test("reach others in what counts: of who is out up to the cut, of a stranger never", async () => {
    const own = await TestMesh.found();
    const leaving = await own.admit("staff");
    const here = await keeperOf(own);
    await here.replica.receive(await own.write(leaving, NETWORK, plaintexts(3)));
    const place = () => ({ membership: here.replica.membership(), space: NETWORK });
    expect(reachesAll(place(), [at(leaving, 2)], [at(leaving, 9)])).toBe(false);
    await takeOut(own, here, leaving);
    expect(reachesAll(place(), [at(leaving, 2)], [at(leaving, 9)])).toBe(true);
    expect(reachesAll(place(), [at(leaving, 1)], [at(leaving, 9)])).toBe(false);
    expect(reachesAll(place(), [], [at(beatriz, 0)])).toBe(false);
  });
});
