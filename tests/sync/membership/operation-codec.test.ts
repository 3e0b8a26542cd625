import { fc, test } from "@fast-check/vitest";
import {
  type AgreePublicKey,
  agreePairFromSecret,
  asAgreeSecretKey,
  type Hash,
  hash,
  type KeyId,
  type Signature,
  signPairFromSeed,
  toText,
} from "#crypto";
import { beforeAll, describe, expect } from "vitest";
import type {
  DeviceId,
  EntryMark,
  InviteId,
  MeshId,
  OperationId,
  RecordTag,
  SiteId,
} from "../../../sync/ids.ts";
import { admitOperation } from "../../../sync/membership/admit-operation.ts";
import { MAX_ERASED_ENTRIES, MAX_ERASED_RECORDS } from "../../../sync/membership/erase-codec.ts";
import {
  decodeRequest,
  encodeRequest,
  inviteIdOf,
  type JoinRequest,
} from "../../../sync/membership/join-request.ts";
import { LETTER_BYTES } from "../../../sync/membership/letter.ts";
import {
  decodeOperation,
  encodeOperation,
  MAX_BOXES,
  MAX_OPERATION_BYTES,
  MAX_RECOVERY_BOXES,
} from "../../../sync/membership/operation-codec.ts";
import { isName, MAX_NAME_BYTES } from "../../../sync/membership/operation-fields.ts";
import { WORDS_FOR } from "../../../sync/membership/key-codec.ts";
import type { Operation } from "../../../sync/membership/operations.ts";
import { GROUPS, ROLES, SITE_KINDS } from "../../../sync/membership/roles.ts";
import { CONTROL, NETWORK, PAIR, siteSpace, type SpaceId } from "../../../sync/space.ts";
import { buildMesh, join, signatures } from "./story.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const id = <T extends string>(length: number) => bytes(length).map((b) => toText(b) as T);
const site = id<SiteId>(16);
const device = id<DeviceId>(16);
// Making keys takes milliseconds: a few are enough to be told apart.
const seeds = Array.from({ length: 6 }, (_, n) => new Uint8Array(32).fill(n + 1));
const signKey = fc.constantFrom(...seeds.map((seed) => signPairFromSeed(seed).public));
const agreeKey = fc.constantFrom(...seeds.map((seed) => agreePairFromSecret(asAgreeSecretKey(seed)).public));
const deviceKeys = fc.record({ sign: signKey, agree: agreeKey });
const recovery = fc.record({ site: deviceKeys, protected: deviceKeys });
const groups = fc.record({ desk: agreeKey, staff: agreeKey, protection: agreeKey });
const name = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme-composite" }).filter(isName);
const siteName = fc.record({ name, kind: fc.constantFrom(...SITE_KINDS) });
const time = fc.maxSafeNat();
const generation = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const box = fc.uint8Array({ maxLength: 160 });
const signature = bytes(64).map((b) => b as Signature);
const keyId = bytes(8).map((b) => b as KeyId);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const predecessors = <K extends Uint8Array>(key: fc.Arbitrary<K>) =>
  maybe(fc.record({ of: fc.array(key, { maxLength: 4 }), wrapped: fc.uint8Array({ maxLength: 200 }) }));

const request: fc.Arbitrary<JoinRequest> = fc
  .record({
    mesh: id<MeshId>(32),
    seedKey: signKey,
    inviter: device,
    device: deviceKeys,
    sealedName: fc.uint8Array({ maxLength: 320 }),
    newSite: maybe(fc.record({ groups, recovery })),
    seedSignature: signature,
    deviceSignature: signature,
  })
  .map((plain) => ({ ...plain, invite: inviteIdOf(plain.seedKey, plain.inviter) }));

const space = fc.oneof(
  fc.constantFrom(NETWORK, CONTROL),
  site.map((s) => siteSpace("protected", s)),
);
const seal = fc.record({ seq: time, id: bytes(32).map((b) => b as Hash), signature });
const cut = fc.record({ space, seal });
const ending = fc.record({ device: deviceKeys, cuts: fc.array(cut, { maxLength: 4 }) });

const proof = fc.record({ key: signKey, signature });

const is = <K extends string>(kind: K) => fc.constant(kind);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({
    kind: is("found"),
    meshName: name,
    site: siteName,
    device: deviceKeys,
    groups,
    recovery,
    nonce: bytes(16),
  }),
  fc.record({
    kind: is("invite"),
    seedKey: signKey,
    role: fc.constantFrom(...ROLES),
    destination: fc.oneof(
      fc.record({ kind: is("existing"), site }),
      fc.record({ kind: is("new"), site: siteName }),
    ),
    expiresAt: time,
    letter: maybe(bytes(LETTER_BYTES)),
  }),
  fc.record({ kind: is("cancel"), invite: id<InviteId>(16) }),
  fc.record({ kind: is("request"), request, at: time }),
  fc.record({ kind: is("confirm"), request: id<OperationId>(32), device, at: time }),
  fc.record({
    kind: is("group-boxes"),
    site,
    group: fc.constantFrom(...GROUPS),
    generation,
    public: agreeKey,
    boxes: fc.array(fc.record({ device, box }), { maxLength: 5 }),
    recoveryBoxes: fc.array(fc.record({ to: agreeKey, box }), { maxLength: MAX_RECOVERY_BOXES }),
    previous: predecessors<AgreePublicKey>(agreeKey),
  }),
  fc.record({
    kind: is("space-key"),
    space,
    generation,
    keyId,
    drop: maybe(agreeKey),
    boxes: fc.array(fc.record({ site, group: fc.constantFrom(...GROUPS), generation, box }), {
      maxLength: 5,
    }),
    previous: predecessors<KeyId>(keyId),
  }),
  fc.record({ kind: is("merge") }),
  fc.record({ kind: is("revoke"), ending }),
  fc.record({ kind: is("role"), role: fc.constantFrom(...ROLES), ending }),
  fc.record({ kind: is("raise-cut"), device: deviceKeys, cut }),
  fc.record({ kind: is("renew"), device, until: time }),
  fc.record({ kind: is("remove-site"), site, endings: fc.array(ending, { maxLength: 3 }) }),
  fc.record({ kind: is("approve"), invite: id<InviteId>(16) }),
  fc.record({ kind: is("fork"), device: id<DeviceId>(16) }),
  fc.record({
    kind: is("enrol"),
    site,
    device: deviceKeys,
    at: time,
    words: proof,
    protection: maybe(proof),
  }),
  fc.record({ kind: is("recovery"), words: fc.constantFrom(...WORDS_FOR), keys: deviceKeys }),
  fc.record({ kind: is("distrust"), site, on: fc.boolean() }),
  fc.record({ kind: is("auditor"), site: fc.option(site) }),
  fc.record({
    kind: is("limits"),
    limits: fc.record({ devices: time, operations: time, deviceBytes: time, siteBytes: time }),
  }),
  fc.record({
    kind: is("erase"),
    records: fc.array(id<RecordTag>(8), { maxLength: 4 }),
    logs: fc.array(
      fc.record({
        log: fc.record({ space: fc.constantFrom<SpaceId>(NETWORK, PAIR), device }),
        entries: fc
          .array(fc.record({ seq: time, mark: id<EntryMark>(4) }), { maxLength: 4 })
          .map((some) => some.toSorted((one, other) => one.seq - other.seq)),
      }),
      { maxLength: 3 },
    ),
  }),
);

describe("operations as bytes", () => {
  test.prop([operation], { numRuns: 500 })("come back the same", (one) => {
    expect(decodeOperation(encodeOperation(one))).toEqual(one);
  });

  test.prop([operation, fc.nat(), fc.integer({ min: 0, max: 7 })], { numRuns: 1500 })(
    "have one encoding: a flipped bit is refused or is another operation",
    (one, at, bit) => {
      const encoded = encodeOperation(one);
      const changed = encoded.slice();
      changed[at % changed.length]! ^= 1 << bit;
      const decoded = decodeOperation(changed);
      if (decoded === null || decoded.kind === "unknown") return;
      expect(encodeOperation(decoded)).toEqual(changed);
      expect(decoded).not.toEqual(one);
    },
  );

  test.prop([operation, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 8 })], { numRuns: 300 })(
    "are refused when cut short or followed by more",
    (one, at, more) => {
      const encoded = encodeOperation(one);
      const cut = encoded.slice(0, at % encoded.length);
      expect(decodeOperation(cut)).toBeNull();
      expect(decodeOperation(Uint8Array.of(...encoded, ...more))).toBeNull();
    },
  );

  test.prop([fc.uint8Array({ maxLength: 300 })], { numRuns: 1000 })(
    "of noise never throw, and are canonical",
    (noise) => {
      const decoded = decodeOperation(noise);
      if (decoded !== null && decoded.kind !== "unknown") expect(encodeOperation(decoded)).toEqual(noise);
    },
  );

  test.prop([fc.integer({ min: 1, max: 20 }), fc.uint8Array({ maxLength: 400 })], { numRuns: 2000 })(
    "of noise behind a known kind never throw",
    (kind, noise) => {
      const decoded = decodeOperation(Uint8Array.of(kind, ...noise));
      if (decoded !== null && decoded.kind !== "unknown") {
        expect(encodeOperation(decoded)).toEqual(Uint8Array.of(kind, ...noise));
      }
    },
  );

  test("F11 of a later version's kind are unknown, whatever follows", () => {
    for (let kind = 22; kind < 256; kind++) {
      expect(decodeOperation(Uint8Array.of(kind, 1, 2, 3))).toEqual({ kind: "unknown" });
    }
    expect(decodeOperation(Uint8Array.of(0))).toEqual({ kind: "unknown" });
    expect(decodeOperation(new Uint8Array(0))).toBeNull();
  });

  test("are refused above their caps before anything is allocated", () => {
    expect(decodeOperation(new Uint8Array(MAX_OPERATION_BYTES + 1).fill(8))).toBeNull();
    expect(decodeOperation(new Uint8Array(MAX_OPERATION_BYTES + 1).fill(200))).toBeNull();
    expect(decodeOperation(new Uint8Array(MAX_OPERATION_BYTES).fill(200))).toEqual({ kind: "unknown" });
    const boxes = Array.from({ length: MAX_BOXES + 1 }, () => ({
      device: "a".repeat(26) as DeviceId,
      box: new Uint8Array(1),
    }));
    const [key] = fc.sample(agreeKey, 1);
    const many = {
      kind: "group-boxes",
      site: "a".repeat(26) as SiteId,
      group: "desk",
      generation: 1,
      public: key!,
    } as const;
    const rest = { recoveryBoxes: [], previous: null };
    expect(decodeOperation(encodeOperation({ ...many, ...rest, boxes }))).toBeNull();
    expect(decodeOperation(encodeOperation({ ...many, ...rest, boxes: boxes.slice(1) }))).not.toBeNull();
  });

  test("hold the largest number of boxes within one entry", () => {
    const boxes = Array.from({ length: MAX_BOXES }, () => ({
      site: "a".repeat(26) as SiteId,
      group: "staff" as const,
      generation: Number.MAX_SAFE_INTEGER,
      box: new Uint8Array(160),
    }));
    const [keys] = fc.sample(keyId, 1);
    const whole = {
      kind: "space-key",
      space: NETWORK,
      generation: 1,
      keyId: keys!,
      drop: null,
      boxes,
      previous: null,
    } as const;
    expect(encodeOperation(whole).length).toBeLessThanOrEqual(MAX_OPERATION_BYTES);
    expect(decodeOperation(encodeOperation(whole))).toEqual(whole);
  });

  test("with a code that stands for nothing are refused", () => {
    const [keys] = fc.sample(deviceKeys, 1);
    const nowhere = "a".repeat(26) as SiteId;
    const role = { kind: "role", role: "hub", ending: { device: keys!, cuts: [] } } as const;
    const destination = { kind: "existing", site: nowhere } as const;
    const invite = { kind: "invite", seedKey: keys!.sign, role: "hub", destination, expiresAt: 1 } as const;
    const key = {
      kind: "space-key",
      space: NETWORK,
      generation: 1,
      keyId: new Uint8Array(8) as KeyId,
    } as const;
    const [whole, code, presence] = [
      encodeOperation({ ...key, drop: null, boxes: [], previous: null }),
      encodeOperation(role),
      encodeOperation({ ...invite, letter: null }),
    ];
    for (const bytes of [whole, code, presence]) expect(decodeOperation(bytes)).not.toBeNull();
    expect(decodeOperation(code.with(1, ROLES.length)), "a role").toBeNull();
    expect(decodeOperation(presence.with(-1, 2)), "neither there nor not there").toBeNull();
    expect(decodeOperation(whole.with(1, 255)), "a space").toBeNull();
    const trust = encodeOperation({ kind: "distrust", site: nowhere, on: true });
    expect(decodeOperation(trust.with(-1, 2)), "neither yes nor no").toBeNull();
  });

  test("that name a mesh or a house with nothing, or with too much, are refused", () => {
    const [one] = fc.sample(
      operation.filter(({ kind }) => kind === "found"),
      1,
    );
    if (one?.kind !== "found") throw new Error("it founds");
    const named = (meshName: string, siteName: string) =>
      decodeOperation(encodeOperation({ ...one, meshName, site: { ...one.site, name: siteName } }));
    expect(named("Ruta", "x".repeat(MAX_NAME_BYTES))).not.toBeNull();
    for (const bad of ["", "x".repeat(MAX_NAME_BYTES + 1)]) {
      expect(named(bad, "Casa")).toBeNull();
      expect(named("Ruta", bad)).toBeNull();
    }
  });

  test("with weak keys, generation 0 or an empty name are refused", () => {
    const [good] = fc.sample(agreeKey, 1);
    const grant = {
      kind: "group-boxes",
      site: "a".repeat(26) as SiteId,
      group: "desk",
      generation: 1,
      public: good!,
      boxes: [],
      recoveryBoxes: [],
      previous: null,
    } as const;
    expect(decodeOperation(encodeOperation(grant))).toEqual(grant);
    expect(
      decodeOperation(encodeOperation({ ...grant, public: new Uint8Array(32) as AgreePublicKey })),
    ).toBeNull();
    expect(decodeOperation(encodeOperation({ ...grant, generation: 0 }))).toBeNull();
    expect(isName("")).toBe(false);
    expect(isName("ñ".repeat(MAX_NAME_BYTES / 2))).toBe(true);
    expect(isName("ñ".repeat(MAX_NAME_BYTES / 2) + "a")).toBe(false);
  });

  test("an order to erase takes some five bytes for an entry, eight for a record, and fits at its largest", () => {
    const space = NETWORK;
    const device = (at: number): DeviceId =>
      toText(hash("vereda/device/1", Uint8Array.of(at)).subarray(0, 16)) as DeviceId;
    const [tag, mark] = [toText(new Uint8Array(8)) as RecordTag, toText(new Uint8Array(4)) as EntryMark];
    const order = (records: number, logs: number, entries: number): number => {
      const named = Array.from({ length: entries / logs }, (_, at) => ({ seq: at * 7, mark }));
      const one: Operation = {
        ...{ kind: "erase", records: Array.from({ length: records }, () => tag) },
        logs: Array.from({ length: logs }, (_, at) => ({
          log: { space, device: device(at) },
          entries: named,
        })),
      };
      expect(decodeOperation(encodeOperation(one))).toEqual(one);
      return encodeOperation(one).length;
    };
    expect(order(1, 1, 1001) - order(1, 1, 1)).toBe(5 * 1000 + 1);
    expect(order(1001, 1, 1) - order(1, 1, 1)).toBe(8 * 1000 + 1);
    expect(order(MAX_ERASED_RECORDS, 256, MAX_ERASED_ENTRIES)).toBeLessThan(MAX_OPERATION_BYTES);
  });
});

describe("join requests as bytes", () => {
  test.prop([request], { numRuns: 200 })("come back the same", (one) => {
    expect(decodeRequest(encodeRequest(one))).toEqual(one);
  });

  test.prop([fc.uint8Array({ maxLength: 1200 })], { numRuns: 300 })("of noise never throw", (noise) => {
    const decoded = decodeRequest(noise);
    if (decoded !== null) expect(encodeRequest(decoded)).toEqual(noise);
  });

  let signed: Uint8Array;
  let mesh: MeshId;
  beforeAll(async () => {
    const { teresa } = await buildMesh();
    const ramon = await join("Ramón", await teresa.invite("staff"));
    mesh = teresa.mesh;
    signed = encodeOperation({ kind: "request", request: ramon.request!, at: 7 });
  });

  test("are admitted as they are, and not with any bit of theirs flipped", async () => {
    expect(await admitOperation(signed, { mesh, signatures })).toMatchObject({ kind: "request", at: 7 });
    // The last byte is the carrier's clock; the first two are kind and length.
    for (let at = 3; at < signed.length - 1; at++) {
      const changed = signed.slice();
      changed[at]! ^= 1 << (at % 8);
      expect(await admitOperation(changed, { mesh, signatures }), `byte ${at}`).toEqual({ kind: "invalid" });
    }
  });
});
