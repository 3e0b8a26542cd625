/** Invites and those who ask with them, seen from who has heard of the one and not of the other. */
import { beforeEach, describe, expect, test } from "vitest";
import type { InviteId } from "../../../sync/ids.ts";
import { carryRequest } from "../../../sync/membership/confirm.ts";
import { reduce } from "../../../sync/membership/reducer.ts";
import { fateOf, found, join, meet, NOON, type Person, welcome } from "./story.ts";

const SHELTER = { name: "Casa Sol", kind: "shelter" } as const;

let sol: Person;
let lia: Person;
beforeEach(async () => {
  sol = await found("Sol", SHELTER);
  lia = await welcome(sol, "Lía", { role: "coordinator" });
});

const lastInvite = (eyes: Person): InviteId => [...eyes.membership.invites.keys()].at(-1)!;

test("without its founding a mesh has no name and nobody in it", async () => {
  await sol.invite("staff");
  const { meshName, devices, sites, waiting } = reduce(sol.log.slice(1), sol.mesh);
  expect([meshName, devices.size, sites.size]).toEqual(["", 0, 0]);
  expect(waiting).toHaveLength(sol.log.length - 1);
});

describe("an invite is nothing to who has not heard of it", () => {
  /** What somebody writes next stands behind Sol's invite in every order, and may know nothing of it. */
  async function unheardBy<T>(who: Person, invite: Promise<T>): Promise<T> {
    const made = await invite;
    for (let count = 0; count < 4; count++) await who.write({ kind: "merge" });
    meet(sol, who);
    return made;
  }

  test("not to cancel it", async () => {
    await unheardBy(lia, sol.invite("staff"));
    const cancel = { kind: "cancel", invite: lastInvite(lia) } as const;
    expect(await fateOf(lia, cancel, [])).toBe("unknown-invite");
    expect(await fateOf(lia, cancel)).toBe("accepted");
  });

  test("not to carry who asks with it", async () => {
    const code = await unheardBy(lia, sol.invite("staff"));
    const { request } = await join("Noé", code);
    const carried = { kind: "request", request: request!, at: NOON } as const;
    expect(await fateOf(lia, carried, [])).toBe("unknown-invite");
    expect(await fateOf(lia, carried)).toBe("accepted");
  });

  test("not to consent to it", async () => {
    const mar = await welcome(sol, "Mar", { role: "coordinator", to: { name: "Casa Mar", kind: "shelter" } });
    await unheardBy(mar, sol.invite("coordinator", { name: "Casa Luz", kind: "shelter" }));
    const consent = { kind: "approve", invite: lastInvite(mar) } as const;
    expect(await fateOf(mar, consent, [])).toBe("unknown-invite");
    expect(await fateOf(mar, consent)).toBe("accepted");
  });
});

describe("who asks with two codes", () => {
  test("is shown with the one that works, also where that is the first", async () => {
    const first = await join("Noé", await sol.invite("volunteer"));
    const second = await join("Noé", await sol.invite("staff"), first.device);
    for (const asking of [first, second]) await sol.carry(asking);
    await sol.write({ kind: "cancel", invite: second.request!.invite });
    const pending = sol.membership.requests.get(first.id)!;
    expect(pending).toMatchObject({ invite: first.request!.invite, refused: null });
    expect(pending.others).toEqual([second.request]);
    await sol.confirm(first);
    expect(sol.membership.devices.get(first.id)?.role).toBe("volunteer");
  });

  test("is shown with the last where none works", async () => {
    const first = await join("Noé", await sol.invite("volunteer"));
    const second = await join("Noé", await sol.invite("staff"), first.device);
    for (const asking of [first, second]) await sol.carry(asking);
    for (const { request } of [first, second]) await sol.write({ kind: "cancel", invite: request!.invite });
    const pending = sol.membership.requests.get(first.id)!;
    expect(pending).toMatchObject({ invite: second.request!.invite, refused: "cancelled" });
    expect(pending.others).toEqual([first.request]);
  });
});

test("a photographed code is carried for eight who ask, and for nobody more", async () => {
  const code = await sol.invite("staff");
  const other = await sol.invite("staff");
  for (let count = 0; count < 8; count++)
    expect(await sol.carry(await join(`Número ${String(count)}`, code)), String(count)).not.toBeNull();
  const late = await join("Una de más", code);
  expect(carryRequest(sol.membership, late.request!, NOON)).toBeNull();
  expect(await sol.carry(await join("Con otro", other)), "another code is another matter").not.toBeNull();
});
