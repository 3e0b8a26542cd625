/** What strangers and holders of a seed get of a hub, over channels in memory. */
import { agreePairFromSecret, asAgreeSecretKey, asSpaceKey, systemRandom, toText } from "#crypto";
import { findLetter, type FoundLetter, type Invite, type Membership } from "#sync";
import { describe, expect, test } from "vitest";
import { openLetterDesk } from "../../src/hub/letter-desk.ts";
import { systemClock } from "../../sync/adapters/system-clock.ts";
import type { Clock } from "../../sync/clock.ts";
import type { DeviceId, MeshId, OperationId } from "../../sync/ids.ts";
import type { InviteCode } from "../../sync/membership/invite-code.ts";
import { seedPair } from "../../sync/membership/invite.ts";
import { encodeQuestion, LETTER_BYTES, letterTag, sealLetter } from "../../sync/membership/letter.ts";
import { memoryNetwork, type MemoryNetwork } from "../support/memory-network.ts";

const random = systemRandom;
const NOON = 1_760_000_000_000;
const idOf = (length: number): string => toText(random(length));
const inviter = idOf(16) as DeviceId;
const code: InviteCode = {
  mesh: idOf(32) as MeshId,
  meshKey: asSpaceKey(random(32)),
  inviter,
  inviterAgree: agreePairFromSecret(asAgreeSecretKey(random(32))).public,
  seed: random(16),
  head: idOf(32) as OperationId,
  role: "staff",
  founds: null,
  addresses: [],
};
const someone = idOf(16) as DeviceId;
const operation = idOf(32) as OperationId;
const seedKey = seedPair(code.seed).public;
const standing: Clock = { ...systemClock, now: () => NOON };

const invite = (change: Partial<Invite> = {}): Invite =>
  ({
    seedKey,
    inviter,
    expiresAt: NOON + 1,
    letter: sealLetter(code, random),
    usedBy: null,
    cancelledBy: [],
    ...change,
  }) as Partial<Invite> as Invite;

const membershipOf = (invites: readonly Invite[], members: readonly DeviceId[] = [inviter]): Membership =>
  ({
    invites: new Map(invites.map((one, at) => [String(at), one])),
    devices: new Map(members.map((device) => [device, {}])),
  }) as unknown as Membership;

interface Desk {
  readonly membership?: Membership;
  readonly knows?: readonly string[];
  readonly clock?: Clock;
}

function openDesk(network: MemoryNetwork, name: string, { membership, knows = [], clock }: Desk): void {
  openLetterDesk({
    transport: network.transport(name),
    clock: clock ?? standing,
    random,
    membership: () => membership ?? null,
    addresses: () => knows,
    secret: random(32),
  });
}

const find = (network: MemoryNetwork, ...names: readonly string[]): Promise<FoundLetter> =>
  findLetter({
    transport: network.transport("joiner"),
    clock: systemClock,
    addresses: names.map((name) => `/memory/${name}`),
    seed: code.seed,
  });

async function rawAnswers(network: MemoryNetwork, name: string, question: Uint8Array): Promise<Uint8Array[]> {
  const signal = new AbortController().signal;
  const channel = await network.transport("stranger").dial(`/memory/${name}`, { signal, purpose: "letter" });
  await channel.send(question).catch(() => undefined);
  const answers: Uint8Array[] = [];
  for await (const answer of channel.frames) answers.push(answer);
  channel.close();
  return answers;
}

describe("I1 an invite's letter", () => {
  const states: readonly (readonly [string, Membership, Partial<FoundLetter>])[] = [
    ["of a good invite is given", membershipOf([invite()]), { kind: "code", address: "/memory/hub", code }],
    ["of a used one is not", membershipOf([invite({ usedBy: someone })]), { kind: "late", reason: "used" }],
    [
      "of a cancelled one is not",
      membershipOf([invite({ cancelledBy: [operation] })]),
      { kind: "late", reason: "cancelled" },
    ],
    [
      "of one past its time is not",
      membershipOf([invite({ expiresAt: NOON - 1 })]),
      { kind: "late", reason: "expired" },
    ],
    ["of who was taken out is not", membershipOf([invite()], []), { kind: "late", reason: "cancelled" }],
    ["that nobody wrote is not", membershipOf([invite({ letter: null })]), { kind: "none" }],
    ["that nobody knows is not", membershipOf([]), { kind: "none" }],
  ];
  test.each(states)("%s", async (_, membership, found) => {
    const network = memoryNetwork();
    openDesk(network, "hub", { membership });
    expect(await find(network, "hub")).toEqual(found);
  });

  test("is given although a member copied its seed's key into an invite of its own", async () => {
    const network = memoryNetwork();
    const copied = invite({ letter: random(LETTER_BYTES), cancelledBy: [operation] });
    openDesk(network, "hub", { membership: membershipOf([copied, invite(), copied]) });
    expect(await find(network, "hub")).toMatchObject({ kind: "code" });
  });

  test("is found although other hubs know nothing, or do not answer", async () => {
    const network = memoryNetwork();
    openDesk(network, "empty", { membership: membershipOf([]) });
    openDesk(network, "hub", { membership: membershipOf([invite()]) });
    expect(await find(network, "nobody", "empty", "hub")).toMatchObject({ kind: "code" });
    expect(await find(network, "nobody")).toEqual({ kind: "nobody-answers" });
  });
});

describe("P2 a stranger", () => {
  const question = (tag: Uint8Array): Uint8Array => encodeQuestion({ tag, mayPass: true });

  test("gets one answer of one length, for a tag that is known and for one that is not", async () => {
    const network = memoryNetwork();
    const late = membershipOf([invite({ usedBy: someone })]);
    openDesk(network, "hub", { membership: membershipOf([invite()]) });
    openDesk(network, "late", { membership: late });
    for (const [name, tag] of [
      ["hub", letterTag(seedKey)],
      ["late", letterTag(seedKey)],
      ["hub", random(16)],
    ] as const) {
      const answers = await rawAnswers(network, name, question(tag));
      expect(answers.map(({ length }) => length)).toEqual([LETTER_BYTES]);
    }
  });

  test("gets nothing for what is no question", async () => {
    const network = memoryNetwork();
    openDesk(network, "hub", { membership: membershipOf([invite()]) });
    for (const bytes of [new Uint8Array(0), random(16), random(4096)]) {
      expect(await rawAnswers(network, "hub", Uint8Array.of(9, ...bytes))).toEqual([]);
    }
  });

  test("I4 who asks without end is not answered without end, and later again", async () => {
    const network = memoryNetwork();
    let now = NOON;
    openDesk(network, "hub", { membership: membershipOf([]), clock: { ...systemClock, now: () => now } });
    const ask = async (): Promise<number> => (await rawAnswers(network, "hub", question(random(16)))).length;
    const first: number[] = [];
    for (let count = 0; count < 80; count++) first.push(await ask());
    expect(first.filter((answers) => answers === 1)).toHaveLength(64);
    expect(first.slice(64)).toEqual(first.slice(64).map(() => 0));
    now += 1000;
    expect(await ask()).toBe(1);
  });
});

describe("a hub without a mesh", () => {
  test("passes the question on, and all answers back", async () => {
    const network = memoryNetwork();
    openDesk(network, "hub", { membership: membershipOf([invite()]) });
    openDesk(network, "other", { membership: membershipOf([]) });
    openDesk(network, "new", { knows: ["/memory/other", "/memory/nobody", "/memory/hub"] });
    expect(await find(network, "new")).toMatchObject({ kind: "code", address: "/memory/new" });
  });

  test("does not pass on what was passed on: two of them end", async () => {
    const network = memoryNetwork();
    openDesk(network, "one", { knows: ["/memory/other"] });
    openDesk(network, "other", { knows: ["/memory/one"] });
    expect(await find(network, "one")).toEqual({ kind: "none" });
  });
});
