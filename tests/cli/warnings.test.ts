/** What the command line says before somebody decides about a house or a coordinator. */
import { describe, expect, test } from "vitest";
import { answering, jsonOf, run, type Setting } from "./fake-host.ts";

const AT = Date.UTC(2026, 10, 19, 12, 30);
const ALIKE = [{ site: "s2", name: "Casa Uno" }];
const DEVICE = {
  ...{ device: "d1", person: "Ana", role: "coordinator", state: "member", words: null, lastHeard: AT },
  ...{ thisDevice: true, endsAt: null, enrolledAt: null, votes: 0, copied: false, onlyProtection: false },
};
const SITE = {
  ...{ site: "s1", name: "Casa Uno", kind: "shelter", ownSite: true, lastHeard: null, devices: [DEVICE] },
  ...{ votes: [], distrusts: [], distrustedBy: [], alike: ALIKE },
};
const MEMBERS = {
  ...{ mesh: "m", meshName: "Ruta del Sur", sites: [SITE], late: [], wordsNeeded: [] },
  toApprove: [
    {
      ...{ invite: "i1", name: "Casa Tres", kind: "shelter", invitedBy: "Casa Dos" },
      alike: [{ site: "s3", name: "Casa Tres" }],
    },
  ],
};

describe("I7 a house that calls itself like another", () => {
  const INVITE = ["invite", "--role", "coordinator", "--site", "Casa Un0", "--kind", "shelter"];
  const inviting = (alike: readonly object[]): Setting =>
    answering({
      housesLike: async () => alike,
      invite: async () => ({ invite: "i", code: "ABCD", seed: "ABCD", expiresAt: AT }),
    });
  const approving = (approved: unknown[]): Setting =>
    answering({
      members: async () => MEMBERS,
      approve: async (...[invite]) => {
        approved.push(invite);
        return { invite };
      },
    });

  test("is told of where it is invited, and is invited all the same", async () => {
    const spoken = await run(INVITE, inviting(ALIKE));
    expect(spoken).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/casi igual: Casa Uno/u) as string,
    });
    expect(jsonOf(await run([...INVITE, "--json"], inviting(ALIKE)))).toMatchObject({
      code: "ABCD",
      alike: ALIKE,
    });
    const other = await run(INVITE, inviting([]));
    expect(other).toMatchObject({ code: 0, stderr: expect.not.stringMatching(/casi igual/u) as string });
  });

  test("is told of in the list of houses, on both sides", async () => {
    const { stdout } = await run(["members"], answering({ members: async () => MEMBERS }));
    expect(stdout).toMatch(/Casa Uno[^\n]*\n(?:  [^\n]*\n)*?  se llama casi igual que: Casa Uno/u);
    expect(stdout).toMatch(
      /Casa Tres[^\n]*approve i1[^\n]*\nSe llama casi igual que una casa de la red: Casa Tres/u,
    );
  });

  test("gets a house's word only after its name was told, at a terminal after a yes", async () => {
    const approved: unknown[] = [];
    const script = await run(["approve", "i1", "--json"], approving(approved));
    expect(jsonOf(script)).toEqual({ invite: "i1", alike: [{ site: "s3", name: "Casa Tres" }] });
    expect(script.stderr).toMatch(/casi igual que una casa de la red: Casa Tres/u);
    const terminal = { ...approving(approved), stdinIsTerminal: true };
    expect(await run(["approve", "i1"], { ...terminal, typed: ["n"] })).toMatchObject({ code: 1 });
    expect(approved).toEqual(["i1"]);
    expect(await run(["approve", "i1"], { ...terminal, typed: ["s"] })).toMatchObject({ code: 0 });
    expect(await run(["approve", "i2"], terminal)).toMatchObject({ code: 0, stderr: "" });
    expect(approved).toEqual(["i1", "i1", "i2"]);
  });
});

test("R6 before a coordinator takes out another, the command line says what comes of it when both do", async () => {
  const revoke = async (device: string) => ({ device, done: true, records: [] });
  const staff = { ...DEVICE, device: "d2", role: "staff", thisDevice: false };
  const second = { ...DEVICE, device: "d3", thisDevice: false };
  const sites = [{ ...SITE, devices: [DEVICE, staff, second] }];
  const setting = answering({ members: async () => ({ ...MEMBERS, sites }), revoke });
  expect((await run(["revoke", "d3"], setting)).stderr).toMatch(/Si los dos se quitan a la vez/u);
  expect((await run(["revoke", "d2"], setting)).stderr).not.toMatch(/a la vez/u);
});
