/** `consents-waiting`: whom the staff are to ask again. */
import { expect, test } from "vitest";
import { answering, jsonOf, run } from "./fake-host.ts";

const asking = (guests: readonly object[]) => answering({ waitingConsents: async () => guests });
const WAITING = { guest: { id: "g1", title: "Mikal Prueba" }, purposes: ["search", "findable"] };

test("says who, and what was noted at the door", async () => {
  expect(jsonOf(await run(["consents-waiting", "--json"], asking([WAITING])))).toEqual({
    guests: [{ id: "g1", title: "Mikal Prueba", purposes: ["search", "findable"] }],
  });
  const { stdout } = await run(["consents-waiting"], asking([WAITING]));
  expect(stdout).toContain("g1  Mikal Prueba  Revisar si alguien le busca, Que le encuentren");
  expect((await run(["consents-waiting"], asking([]))).stdout).toContain("Ningún permiso espera");
});
