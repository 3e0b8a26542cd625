/** DP14, DP15: a house that tries a list of names on another gets so many answers and no more, whatever its own program does. */
import { beforeAll, expect, test } from "vitest";
import { ANSWERS_A_DAY } from "#model";
import type { RecordId } from "#engine";
import { type Desk, openDeskBy, PASSPHRASE, waitingAt } from "../support/houses.ts";
import { setClock } from "../support/set-clock.ts";
import { foundShelters, meet, type Shelters } from "../support/shelters.ts";

const clock = setClock();
const DAY = 24 * 60 * 60_000;
const ONE_MORE = ANSWERS_A_DAY + 1;

let route: Shelters;
/** Another person of the house in Tapachula. */
let night: Desk;

async function withTheNight(): Promise<void> {
  await meet(night, route.tapachula);
  await meet(route.tapachula, night);
}

beforeAll(async () => {
  route = await foundShelters(clock);
  const { network, tapachula } = route;
  night = await openDeskBy(clock, { network, name: "noche" });
  const { code } = await tapachula.engine.invite({ role: "staff", newSite: null, validMs: DAY });
  const { words } = await night.engine.join({ code, personName: "noche", passphrase: PASSPHRASE });
  await night.engine.sync({ peer: tapachula.address });
  const [waiting] = await waitingAt(tapachula);
  await tapachula.engine.confirm({ device: waiting!.device, words });
  await withTheNight();
});

/** Invented, and each far from the others. */
const SYLLABLES = ["Ba", "ce", "di", "fo", "gu", "ja", "le", "mi", "no", "pu", "ra", "se"];
const nameOf = (at: number, salt: number): string =>
  [0, 1, 2].map((place) => SYLLABLES[(at * (place + 3) + salt * 5 + place * 7) % 12]).join("") +
  ` Prueba${String.fromCodePoint(65 + at)}${salt === 0 ? "" : "z"}`;

/** People whom the house seeks and who are all in Tapachula; resolves with the pairs there. */
async function pairsWith(house: Desk, count: number, salt: number): Promise<readonly RecordId[]> {
  const { tapachula } = route;
  const people = Array.from({ length: count }, (_, at) => ({ name: nameOf(at, salt), age: 20 + at }));
  for (const person of people) await house.engine.add("report", person);
  await meet(house, tapachula);
  const pairs: RecordId[] = [];
  for (const person of people) {
    const { id } = await tapachula.engine.add("guest", person);
    pairs.push((await tapachula.engine.matches({ of: id })).pairs[0]!.id);
  }
  return pairs;
}

const answersAt = async ({ engine }: Desk): Promise<number> => (await engine.answers({})).length;

test("M19 of a list of names a house gets a day's answers, and then one more only by the word of two", async () => {
  const { tapachula, oaxaca, saltillo } = route;
  const pairs = await pairsWith(oaxaca, ONE_MORE + 1, 0);
  const said = [];
  for (const pair of pairs.slice(0, ONE_MORE))
    said.push(await tapachula.engine.answerMatch({ pair, said: "yes" }));
  expect(said.map(({ sent }) => sent).filter(Boolean)).toHaveLength(ANSWERS_A_DAY);
  expect(said.at(-1)).toMatchObject({ sent: false, needs: "second" });
  await meet(oaxaca, tapachula);
  expect(await answersAt(oaxaca)).toBe(ANSWERS_A_DAY);

  // the control: it is that house, and not what this one does in a day
  const [other] = await pairsWith(saltillo, 1, 1);
  expect(await tapachula.engine.answerMatch({ pair: other!, said: "yes" })).toMatchObject({ sent: true });

  const held = pairs[ANSWERS_A_DAY]!;
  await expect(tapachula.engine.agreeMatch(held)).rejects.toMatchObject({
    fault: { code: "another-person" },
  });
  await withTheNight();
  expect(await night.engine.agreeMatch(held)).toMatchObject({ sent: true });
  await withTheNight();
  await meet(oaxaca, tapachula);
  expect(await answersAt(oaxaca)).toBe(ONE_MORE);

  // whoever waits as one too many waits on the next day too, and others do not any more
  const last = pairs[ONE_MORE]!;
  expect(await tapachula.engine.answerMatch({ pair: last, said: "yes" })).toMatchObject({ needs: "second" });
  clock.move(DAY + 1);
  const of = async (pair: RecordId) =>
    (await tapachula.engine.matches()).pairs.find(({ id }) => id === pair)!;
  expect(await of(last)).toMatchObject({ sent: false, needs: "second" });
  expect(await of(pairs[0]!), "what was told before is as it was").toMatchObject({ sent: true, needs: null });
  expect(await tapachula.engine.answerMatch({ pair: last, said: "yes" }), "asked anew").toMatchObject({
    sent: true,
  });
});
