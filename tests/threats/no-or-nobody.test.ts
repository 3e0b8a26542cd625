/**
 * Who seeks cannot tell "nobody like that is here" from "they are here and said no" (design section 3, issue "The life of
 * a case"): what reaches their side is the same in number, order and size of frames, and in what it makes them keep.
 */
import { describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import type { Said } from "#model";
import { type Desk, foundRoute } from "../support/houses.ts";
import type { Frame } from "../support/memory-network.ts";

const SOUGHT = { name: "Wilmer Xol Caal", age: 27, town: "Cobán", country: "GT" };
const OTHER = { name: "Zenobia Batz Pop", age: 51, town: "Salamá", country: "GT" };

type Deed = (desk: Desk, pair: RecordId) => Promise<unknown>;

interface Seen {
  /** Between the shelter and who seeks, then between it and another shelter. */
  readonly frames: readonly (readonly [Frame["from"], number])[];
  /** What each of the two keeps then: spaces and lengths of logs. */
  readonly kept: readonly (readonly string[])[];
}

const logsOf = async ({ store }: Desk): Promise<readonly string[]> =>
  (await store.holdings()).map(({ log, high }) => `${log.space.split(".")[0] ?? ""} ${String(high)}`).sort();

/** The same happens in each world, but for who is here and what they said. */
async function seen(here: object, deed: Deed | null): Promise<Seen> {
  const { network, comite, tapachula, oaxaca } = await foundRoute();
  await comite.engine.add("report", SOUGHT);
  await oaxaca.engine.add("guest", here);
  await oaxaca.engine.sync({ peer: comite.address });
  await oaxaca.engine.sync({ peer: tapachula.address });
  const [pair] = (await oaxaca.engine.matches()).pairs;
  if ((pair === undefined) !== (deed === null)) throw new Error("this world is another");
  if (pair !== undefined) await deed?.(oaxaca, pair.id);
  const frames: [Frame["from"], number][] = [];
  network.onFrame = ({ from, bytes }) => frames.push([from, bytes]);
  for (const other of [comite, tapachula]) {
    await other.engine.sync({ peer: oaxaca.address });
    await oaxaca.engine.sync({ peer: other.address });
  }
  return { frames, kept: [await logsOf(comite), await logsOf(tapachula)] };
}

const answer =
  (said: Said): Deed =>
  (desk, pair) =>
    desk.engine.answerMatch({ pair, said, message: "Que está bien." });

describe("what reaches who seeks", () => {
  const nobody = seen(OTHER, null);

  test.each<[string, Deed]>([
    ["no", answer("no")],
    ["I will call them myself", answer("self")],
    ["I will think about it", answer("thinking")],
    ["could not be asked", answer("unable")],
    ["will be asked", (desk, pair) => desk.engine.askMatch(pair)],
    ["not the same person", (desk, pair) => desk.engine.rejectMatch({ pair, reason: "otra edad" })],
    ["proposed, and nothing done", () => Promise.resolve()],
  ])("is as where nobody is: %s", async (_, deed) => {
    expect(await seen(SOUGHT, deed)).toEqual(await nobody);
  });

  test("is not as where nobody is, where the person says yes (the control)", async () => {
    const told = await seen(SOUGHT, answer("yes"));
    expect(told.frames).not.toEqual((await nobody).frames);
    expect(told.kept).not.toEqual((await nobody).kept);
  });
});
