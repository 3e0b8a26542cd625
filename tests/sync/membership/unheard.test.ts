/**
 * An operation is judged by what its author had heard of, whatever happened elsewhere meanwhile
 * (docs/protocol.md, "Membership"). Each case is tried twice: by who has not heard, and by who has.
 */
import { beforeEach, describe, expect, test } from "vitest";
import type { SiteId } from "../../../sync/ids.ts";
import type { Operation } from "../../../sync/membership/operations.ts";
import type { Role } from "../../../sync/membership/roles.ts";
import { DAY, fateOf, found, meet, type Person, welcome } from "./story.ts";

const SHELTER = "shelter";

/** Coordinators of one house, and of a second one. */
let sol: Person;
let lia: Person;
let mar: Person;
beforeEach(async () => {
  sol = await found("Sol", { name: "Casa Sol", kind: SHELTER });
  lia = await welcome(sol, "Lía", { role: "coordinator" });
  mar = await welcome(sol, "Mar", { role: "coordinator", to: { name: "Casa Mar", kind: SHELTER } });
  meet(sol, lia, mar);
});

/** What becomes of an operation of somebody who stands behind all others in every order: unheard of them, and not. */
async function fates(who: Person, operation: Operation): Promise<readonly [unheard: string, heard: string]> {
  return [await fateOf(who, operation, []), await fateOf(who, operation)];
}

/** These write on without hearing of the others, and only then meet them. */
async function apart(...people: readonly Person[]): Promise<void> {
  for (const one of people) for (let count = 0; count < 6; count++) await one.write({ kind: "merge" });
  meet(sol, lia, mar, ...people);
}

const out = async (who: Person): Promise<Operation> => ({
  kind: "revoke",
  ending: await who.ending(sol.operations),
});
const role = async (who: Person, given: Role): Promise<Operation> => ({
  kind: "role",
  role: given,
  ending: await who.ending(sol.operations),
});
const distrust = (site: SiteId): Operation => ({ kind: "distrust", site, on: true });

describe("somebody who came in meanwhile", () => {
  test("is nobody yet, to take out or to give a role", async () => {
    const noe = await welcome(sol, "Noé", { role: "staff" });
    await apart(lia);
    expect(await fates(lia, await out(noe))).toEqual(["unknown-device", "accepted"]);
    expect(await fates(lia, await role(noe, "volunteer"))).toEqual(["unknown-device", "accepted"]);
  });
});

describe("a house that came in meanwhile", () => {
  test("is no house yet, and does not count where it takes three", async () => {
    const luz = await welcome(sol, "Luz", { role: "coordinator", to: { name: "Casa Luz", kind: SHELTER } });
    await apart(lia);
    expect(await fates(lia, distrust(luz.site))).toEqual(["unknown-site", "accepted"]);
    const word: Operation = { kind: "remove-site", site: mar.site, endings: [] };
    const whole = { ...word, endings: [await mar.ending(sol.operations)] };
    expect(await fates(lia, whole)).toEqual(["too-few-sites", "accepted"]);
    expect(await fates(lia, await out(mar))).toEqual(["too-few-sites", "accepted"]);
  });
});

describe("somebody who was taken out meanwhile", () => {
  test("is still there, also for who has heard of the word of one house where it takes two", async () => {
    const luz = await welcome(sol, "Luz", { role: "coordinator", to: { name: "Casa Luz", kind: SHELTER } });
    const noe = await welcome(sol, "Noé", { role: "staff" });
    meet(sol, lia, mar, luz, noe);
    await sol.write(await out(noe));
    await sol.write(await out(luz));
    await apart(lia);
    expect(await fates(lia, await role(noe, "volunteer"))).toEqual(["accepted", "unknown-device"]);
    expect(await fateOf(mar, await out(luz)), "one word takes nobody out").toBe("accepted");
    await mar.write(await out(luz));
    meet(sol, mar);
    expect(await fateOf(sol, await out(luz))).toBe("unknown-device");
  });

  test("is still a house, also for who has heard of one word on it", async () => {
    const luz = await welcome(sol, "Luz", { role: "coordinator", to: { name: "Casa Luz", kind: SHELTER } });
    meet(sol, lia, mar, luz);
    const word: Operation = { kind: "remove-site", site: luz.site, endings: [] };
    await sol.write(word);
    meet(sol, mar);
    expect(await fateOf(mar, distrust(luz.site))).toBe("accepted");
    await mar.write(word);
    await apart(lia);
    expect(await fates(lia, distrust(luz.site))).toEqual(["accepted", "unknown-site"]);
  });
});

describe("a role that was given meanwhile", () => {
  test("to somebody else is not known yet", async () => {
    const noe = await welcome(sol, "Noé", { role: "staff" });
    const eva = await welcome(sol, "Eva", { role: "volunteer" });
    meet(sol, lia, mar, noe, eva);
    await sol.write(await role(eva, "staff"));
    await apart(noe);
    expect(await fates(noe, await out(eva))).toEqual(["accepted", "not-allowed"]);
    const until = noe.now + 30 * DAY;
    expect(await fates(noe, { kind: "renew", device: eva.id, until })).toEqual(["accepted", "not-allowed"]);
  });

  test("to oneself gives nothing before one has heard of it", async () => {
    const noe = await welcome(sol, "Noé", { role: "staff" });
    meet(sol, lia, mar, noe);
    await sol.write(await role(noe, "coordinator"));
    await apart(noe);
    expect(await fates(noe, distrust(mar.site))).toEqual(["not-allowed", "accepted"]);
  });
});
