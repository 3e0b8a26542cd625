/** `sharing`: what it asks, hands on and prints. */
import { expect, test } from "vitest";
import { EngineError } from "../../src/engine/api/index.ts";
import { answering, jsonOf, run } from "./fake-host.ts";

const OAXACA = {
  ...{ site: "s1", siteName: "Casa Oaxaca", kind: "shelter", allows: ["referral"], until: "2027-03-21" },
  country: { codes: ["MX"], saidBy: "that-house" },
  closed: { referral: null, answer: "not-this", message: "not-this", news: "not-this" },
};
const YORO = {
  ...{ site: "s2", siteName: "Comité de Yoro", kind: "advocates", allows: null, until: null, country: null },
  closed: {
    ...{ referral: "country-unknown", answer: "country-unknown" },
    ...{ message: "country-unknown", news: "country-unknown" },
  },
};
const OVERVIEW = {
  rules: { onlyAgreed: false, closedCountries: ["US"] },
  houses: [OAXACA, YORO],
  cardsReach: { countries: ["MX"], unknown: 2 },
};

const asking = (asked: unknown[], input = "{}") => ({
  ...answering({
    sharing: async () => OVERVIEW,
    agreeSharing: async (...wish: unknown[]) => {
      asked.push(wish);
      return OAXACA;
    },
    setSharingRules: async (wish: unknown) => {
      asked.push(wish);
      return OVERVIEW;
    },
  }),
  readInput: async () => new TextEncoder().encode(input),
});

test("the list says of each house what it is told, until when, in which country, and why not", async () => {
  expect(jsonOf(await run(["sharing", "list", "--json"], asking([])))).toEqual(OVERVIEW);
  const { stdout } = await run(["sharing", "list"], asking([]));
  expect(stdout).toContain("Países a los que no se cuenta nada: Estados Unidos");
  expect(stdout).toContain("De 2 albergues no se sabe el país.");
  expect(stdout).toContain("México, lo dice esa casa");
  expect(stdout).toContain("Acuerdo hasta el 2027-03-21");
  expect(stdout).toContain("Se le cuenta, si la persona lo permite: Canalizaciones");
  expect(stdout).toContain("No: Recados (el acuerdo con esa casa no lo incluye)");
  expect(stdout).toMatch(/Comité de Yoro\n {2}No se sabe en qué país está\n {2}Sin acuerdo anotado\n/u);
  expect(stdout).toContain("No se le cuenta nada");
});

test("an agreement and the rules are handed on as they stand, with what is taken off", async () => {
  const asked: unknown[] = [];
  const wish = '{"allows":["answer"],"until":null,"country":"MX"}';
  const agreed = await run(["sharing", "agree", "s1", "--json"], asking(asked, wish));
  expect(jsonOf(agreed)).toEqual({ house: OAXACA });
  await run(["sharing", "rules"], asking(asked, '{"closedCountries":["US"]}'));
  expect(asked).toEqual([
    ["s1", { allows: ["answer"], until: null, country: "MX" }],
    { closedCountries: ["US"] },
  ]);
});

test("what an agreement stops is told with why, and who decides", async () => {
  const stopped = answering({
    refer: async () => Promise.reject(new EngineError({ code: "sharing-closed", why: "country-closed" })),
  });
  const wish = ["refer", "g1", "--to", "s1", "--need", "health", "--urgency", "72h"];
  const { code, stderr } = await run(wish, stopped);
  expect(code).toBe(1);
  expect(stderr).toContain("la casa no comparte con ese país");
  expect(stderr).toContain("Quien coordina");
});
