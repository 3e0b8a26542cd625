/**
 * A person walks from Tapachula to Oaxaca with a card, over hubs and a committee that cannot read it; and agrees to be
 * found, and then does not: by the command line alone, each device a process of its own.
 */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createPlayground } from "../cli/vereda-process.ts";
import { type CommandRoute, commandRoute } from "../support/command-route.ts";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

const playground = createPlayground();
const { run } = playground;
let route: CommandRoute;

beforeAll(async () => {
  route = await commandRoute(playground);
});
afterAll(() => playground.clear());

interface Shown {
  readonly id: string;
  readonly kind: string;
  readonly space: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
interface Found {
  readonly results: readonly { readonly kind: string; readonly title: string }[];
}

/** From the house that gives to the one where the person comes to. */
const ON = [["tapachula"], ["oaxaca"]] as const;

const MIKAL = { name: "Mikal Pérez Xol", age: 34, country: "GT", language: "mam", marks: "lunar" };

test("a card is opened where the person comes to, by nobody on the way, and not any more once they say no", async () => {
  const { ask, spread } = route;
  const { id: guest } = await ask<{ id: string }>("tapachula", ["add", "guest"], MIKAL);
  const unasked = await run("tapachula", ["capsule", "new", guest]);
  expect([unasked.code, unasked.stdout]).toEqual([1, ""]);
  await ask("tapachula", ["consent", guest, "--purpose", "carry", "--said", "yes"]);
  const chosen = ["--tell", "names,language", "--needs", "insulina", "--expires", "30d"];
  const { id, code } = await ask<{ id: string; code: string }>("tapachula", [
    ...["capsule", "new", guest],
    ...chosen,
  ]);
  const early = await run("oaxaca", ["capsule", "open", code, "--json"]);
  expect([early.code, early.stdout, early.stderr]).toEqual([
    1,
    "",
    expect.stringMatching(/todavía no ha llegado/u),
  ]);
  const opened = await spread("the capsule has come", ON, async () => {
    const { code: exit, stdout } = await run("oaxaca", ["capsule", "open", code, "--json"]);
    return exit === 0 ? (JSON.parse(stdout) as Shown) : null;
  });
  expect(opened).toMatchObject({ id, kind: "capsule", space: "capsule" });
  expect(opened.fields).toMatchObject({ name: MIKAL.name, language: "mam", needs: ["insulina"] });
  expect(JSON.stringify(opened)).not.toMatch(/lunar|"age"/u);
  for (const profile of ["oaxaca", "comite"])
    expect((await ask<{ items: readonly unknown[] }>(profile, ["list", "capsule"])).items).toEqual([]);
  const garbage = await run("oaxaca", ["capsule", "open", ...code.split(" ").toReversed()]);
  expect([garbage.code, garbage.stdout]).toEqual([1, ""]);

  await ask("tapachula", ["consent", guest, "--purpose", "carry", "--said", "no"]);
  await spread("the revocation has come", ON, async () => {
    const { stderr } = await run("oaxaca", ["capsule", "open", code]);
    return stderr.includes("se anuló") ? true : null;
  });
  expect(route.printed("comite")).not.toMatch(/Mikal|insulina/u);
});

test("who agrees to be found is found from the other shelter, and is not when they say no", async () => {
  const { ask, spread } = route;
  const person = { ...MIKAL, name: "Eulalia Batz Tum" };
  const { id: guest } = await ask<{ id: string }>("tapachula", ["add", "guest"], person);
  const seen = async (): Promise<number> => {
    const { results } = await ask<Found>("oaxaca", ["search", "Eulalia Batz Tum"]);
    return results.filter(({ kind }) => kind === "found-card").length;
  };
  await ask("tapachula", ["consent", guest, "--purpose", "findable", "--said", "yes"]);
  await spread("she is found", ON, async () => ((await seen()) === 1 ? true : null));
  await ask("tapachula", ["consent", guest, "--purpose", "findable", "--said", "no"]);
  await spread("she is not found", ON, async () => ((await seen()) === 0 ? true : null));
  const list = await run("tapachula", ["export", "--format", "csv", "--kind", "guest"]);
  expect([list.code, list.stdout.includes("Eulalia")]).toEqual([0, false]);
  expect(list.stderr).toMatch(/Faltan 2 personas/u);
});
