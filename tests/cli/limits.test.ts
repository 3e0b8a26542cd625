/** `limits`: what each house fills of what it may, and asking for more. */
import { expect, test } from "vitest";
import { EngineError } from "../../src/engine/api/index.ts";
import { answering, jsonOf, run, type Setting } from "./fake-host.ts";

const MIB = 1024 * 1024;
const LIMITS = { devices: 250, operations: 20_000, deviceBytes: 512 * MIB, siteBytes: 2048 * MIB };
const HOUSE = { devices: 7, operations: 310, bytes: 12_400_000, near: [], wanted: null };
const VIEW = {
  limits: LIMITS,
  houses: [
    { ...HOUSE, site: "s1", name: "Casa Uno", ownSite: true },
    {
      ...{ ...HOUSE, site: "s2", name: "Casa Dos", ownSite: false, devices: 240, near: ["devices"] },
      wanted: { ...LIMITS, siteBytes: LIMITS.siteBytes * 2 },
    },
  ],
};

const asking = (wishes: unknown[]): Setting =>
  answering({
    limits: async (...[wish]) => {
      wishes.push(wish);
      return VIEW;
    },
  });

test("each house is shown with what it fills, who is close to a limit, and who asks for more", async () => {
  const wishes: unknown[] = [];
  const { code, stdout } = await run(["limits"], asking(wishes));
  expect(code).toBe(0);
  expect(wishes).toEqual([undefined]);
  expect(stdout).toMatch(/^Casa Uno: 12[.,]4 MB de 2[.,]1 GB · 7 equipos de 250/mu);
  expect(stdout).toMatch(/^Casa Dos: .* · cerca del límite$/mu);
  expect(stdout).toMatch(/Casa Dos pide más espacio/u);
  expect(jsonOf(await run(["limits", "--json"], asking([])))).toMatchObject(VIEW);
});

test("what is given is asked for, in bytes; what is left out is left to the engine", async () => {
  const wishes: unknown[] = [];
  await run(["limits", "--devices", "400", "--house-mb", "4096"], asking(wishes));
  expect(wishes).toEqual([{ devices: 400, siteBytes: 4096 * MIB }]);
  expect((await run(["limits", "--devices", "0"], asking([]))).code).toBe(2);
  const low = answering({ limits: () => Promise.reject(new EngineError({ code: "limit-too-low" })) });
  expect(await run(["limits", "--devices", "2"], low)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/demasiado bajo/u) as string,
  });
});
