import { expect, test } from "vitest";
import { heldOutNicknames, nicknamesByName } from "../../../bench/match/nickname-pairs.ts";
import { withAccents } from "../../../bench/match/accents.ts";

const bearers = new Map([
  ["francisco", 500_000],
  ["juan", 400_000],
  ["roberto", 90_000],
  ["pancho", 40],
]);

test("of two words the one that many people bear is the name, over other nicknames too", () => {
  const pairs = [
    ["Pacho", "Pancho"],
    ["Pancho", "Francisco"],
    ["Juan", "Juancho"],
  ].map(([one, other]) => [one!.toLowerCase(), other!.toLowerCase()] as const);
  expect(heldOutNicknames({ pairs, taken: [], bearers })).toEqual([
    { nickname: "pacho", name: "francisco" },
    { nickname: "pancho", name: "francisco" },
    { nickname: "juancho", name: "juan" },
  ]);
});

test("a pair that the other corruptor has does not come out, the nickname of another name does", () => {
  const pairs = [
    ["tito", "roberto"],
    ["tito", "juan"],
  ] as const;
  const taken = [{ nickname: "tito", name: "roberto" }];
  expect(heldOutNicknames({ pairs, taken, bearers })).toEqual([{ nickname: "tito", name: "juan" }]);
});

test("nicknames of a name, none twice", () => {
  const pairs = [
    { nickname: "pepe", name: "jose" },
    { nickname: "chepe", name: "jose" },
    { nickname: "pepe", name: "jose" },
  ];
  expect(nicknamesByName(pairs)).toEqual(new Map([["jose", ["pepe", "chepe"]]]));
});

test("a registry's capitals become names as people write them", () => {
  const nicely = withAccents(["Canché"]);
  expect(nicely("JOSE ANTONIO")).toBe("José Antonio");
  expect(nicely("CANCHE")).toBe("Canché");
  expect(nicely("MARIA DE LA O")).toBe("María de la O");
  expect(nicely("MUÑOZ")).toBe("Muñoz");
});
