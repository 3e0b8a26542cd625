/** Asking to join, and what the program says before it carries or confirms who asks (docs/protocol.md, "Joining"). */
import { concat, sealTo, utf8 } from "#crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { idBytes, type InviteId } from "../../../sync/ids.ts";
import { carryRequest, confirmRequest } from "../../../sync/membership/confirm.ts";
import { foundMesh } from "../../../sync/membership/found.ts";
import { createJoinRequest } from "../../../sync/membership/join.ts";
import { openJoinerName } from "../../../sync/membership/joiner-name.ts";
import type { PendingRequest } from "../../../sync/membership/membership.ts";
import { DAY, found, join, meet, type Person, seededRandom, signatures, welcome } from "./story.ts";

const SHELTER = { name: "Casa Sol", kind: "shelter" } as const;
const random = seededRandom("asking");

let sol: Person;
let lia: Person;
beforeEach(async () => {
  sol = await found("Sol", SHELTER);
  lia = await welcome(sol, "Lía", { role: "coordinator" });
});

const pendingOf = (eyes: Person, who: Person): PendingRequest => eyes.membership.requests.get(who.id)!;

test("a mesh and its first house have names", () => {
  const name = "Casa";
  for (const [meshName, siteName] of [
    ["", name],
    [name, ""],
    [name, "á".repeat(81)],
  ] as const) {
    const site = { name: siteName, kind: "shelter" } as const;
    expect(() => foundMesh({ meshName, site, random, device: null })).toThrow("names");
  }
  const site = { name: "á".repeat(80), kind: "shelter" } as const;
  expect(foundMesh({ meshName: name, site, random, device: null }).operation.site).toEqual(site);
});

describe("a joiner's name", () => {
  const NAME_DOMAIN = "vereda/joiner-name/1";

  test("has two hundred bytes at most, which the inviter reads to the last", async () => {
    const code = await sol.invite("staff");
    const longest = "ñ".repeat(100);
    const { request } = await join(longest, code);
    expect(await openJoinerName(request!, sol.device.agree, signatures)).toBe(longest);
    const asked = createJoinRequest({ code, name: `${longest}.`, device: null, random, signatures });
    expect(await asked).toEqual({ kind: "name-too-long" });
  });

  test("is not read from a box of another size, or one that says it is longer than it can be", async () => {
    const { request } = await join("Noé", await sol.invite("staff"));
    const { mesh, invite, device } = request!;
    const sealed = async (length: number, size: number): Promise<string | null> => {
      const plaintext = new Uint8Array(size).fill(utf8("a")[0]!);
      plaintext[0] = length;
      const sealedName = await sealTo({
        ...{ to: sol.device.agree.public, domain: NAME_DOMAIN, plaintext, random, signatures },
        context: concat(idBytes(mesh), idBytes(invite), device.sign, device.agree),
      });
      return openJoinerName({ ...request!, sealedName }, sol.device.agree, signatures);
    };
    expect(await sealed(3, 201)).toBe("aaa");
    expect(await sealed(200, 201)).toBe("a".repeat(200));
    expect(await sealed(201, 201)).toBeNull();
    expect(await sealed(3, 200)).toBeNull();
    expect(await sealed(3, 202)).toBeNull();
  });
});

describe("whoever confirms is told beforehand", () => {
  const confirm = (who: Person, pending: PendingRequest, now = who.now): unknown => {
    const confirmed = confirmRequest({ membership: who.membership, me: who.id, pending, now });
    return confirmed.kind === "refused" ? confirmed.reason : confirmed;
  };

  test("that it can, up to the very end of the invite", async () => {
    const noe = await join("Noé", await sol.invite("staff", undefined, sol.now + DAY));
    const carried = await sol.carry(noe);
    const at = sol.now + DAY;
    const operation = { kind: "confirm", request: carried!.id, device: noe.id, at } as const;
    const pending = pendingOf(sol, noe);
    expect(confirm(sol, pending, at)).toEqual({ kind: "confirmed", operation });
    expect(confirm(sol, pending, at + 1)).toBe("expired");
    expect(await sol.attempt(operation)).toBe("accepted");
  });

  test("that the invite is another's, or of nobody here, or that nothing was carried", async () => {
    const noe = await join("Noé", await sol.invite("staff"));
    await sol.carry(noe);
    meet(sol, lia);
    const pending = pendingOf(lia, noe);
    expect(confirm(lia, pending)).toBe("not-the-inviter");
    expect(confirm(sol, { ...pending, invite: "a".repeat(26) as InviteId })).toBe("unknown-invite");
    expect(confirm(sol, { ...pending, carriedBy: [] })).toBe("unknown-request");
  });

  test("that a hub is not confirmed, and nobody twice", async () => {
    const ceiba = await join("Ceiba", await sol.invite("hub"));
    await sol.write({ kind: "request", request: ceiba.request!, at: sol.now + 30 * DAY });
    expect(confirm(sol, pendingOf(sol, ceiba))).toBe("not-allowed");
    const noe = await join("Noé", await sol.invite("staff"));
    const again = await join("Noé", await sol.invite("staff"), noe.device);
    await sol.carry(noe);
    const first = pendingOf(sol, noe);
    await sol.carry(again);
    const second = pendingOf(sol, noe);
    expect(second.invite).not.toBe(first.invite);
    await sol.confirm(noe);
    expect(confirm(sol, first)).toBe("already-member");
    expect(confirm(sol, second)).toBe("already-member");
  });
});

describe("a request is carried", () => {
  const carries = (who: Person, { request }: Person, now = who.now): boolean =>
    carryRequest(who.membership, request!, now) !== null;

  test("for this mesh only, and by who has heard of the invite", async () => {
    const elsewhere = await found("Elsa", { name: "Otra", kind: "shelter" });
    const noe = await join("Noé", await sol.invite("staff"));
    expect(carries(sol, noe)).toBe(true);
    expect(carries(lia, noe), "she has not heard of it").toBe(false);
    const foreign = { ...noe.request!, mesh: elsewhere.mesh } as NonNullable<Person["request"]>;
    expect(carryRequest(sol.membership, foreign, sol.now)).toBeNull();
    const { invite } = (await join("Noé", await elsewhere.invite("staff"))).request!;
    expect(carryRequest(sol.membership, { ...noe.request!, invite }, sol.now)).toBeNull();
  });

  test("of a hub as long as the invite lasts, to the end", async () => {
    const until = sol.now + DAY;
    const ceiba = await join("Ceiba", await sol.invite("hub", undefined, until));
    expect(carries(sol, ceiba, until)).toBe(true);
    expect(carries(sol, ceiba, until + 1)).toBe(false);
    await sol.write({ kind: "request", request: ceiba.request!, at: until + 1 });
    expect(carries(sol, ceiba, until), "the first carrier's clock was wrong").toBe(true);
  });

  test("of a hub that comes too late once, so that the inviter sees it", async () => {
    const code = await sol.invite("hub");
    const [ceiba, nopal] = [await join("Ceiba", code), await join("Nopal", code)];
    await sol.carry(ceiba);
    expect(carries(sol, ceiba)).toBe(false);
    expect(carries(sol, nopal)).toBe(true);
    await sol.carry(nopal);
    expect(pendingOf(sol, nopal).refused).toBe("used");
    expect(carries(sol, nopal)).toBe(false);
  });
});
