import { fc, test } from "@fast-check/vitest";
import { agreePairFromSecret, asAgreeSecretKey, asSpaceKey, concat, hash, toText } from "#crypto";
import { describe, expect } from "vitest";
import type { DeviceId, MeshId, OperationId } from "../../../sync/ids.ts";
import {
  decodeInviteCode,
  decodePayload,
  encodeInviteCode,
  encodePayload,
  type InviteCode,
  MAX_ADDRESS_BYTES,
  MAX_ADDRESSES,
  MAX_CODE_LENGTH,
} from "../../../sync/membership/invite-code.ts";
import { ROLES } from "../../../sync/membership/roles.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const inviterAgree = agreePairFromSecret(asAgreeSecretKey(new Uint8Array(32).fill(9))).public;
const code: fc.Arbitrary<InviteCode> = fc.record({
  mesh: bytes(32).map((b) => toText(b) as MeshId),
  meshKey: bytes(32).map(asSpaceKey),
  inviter: bytes(16).map((b) => toText(b) as DeviceId),
  inviterAgree: fc.constant(inviterAgree),
  seed: bytes(16),
  head: bytes(32).map((b) => toText(b) as OperationId),
  role: fc.constantFrom(...ROLES),
  founds: fc.option(
    fc.record({ name: fc.string({ minLength: 1, maxLength: 30 }), kind: fc.constant("shelter" as const) }),
    {
      nil: null,
    },
  ),
  addresses: fc.array(fc.webUrl({ size: "small" }), { maxLength: MAX_ADDRESSES }),
});
const [sample] = fc.sample(code, { numRuns: 1, seed: 7 });
const text = encodeInviteCode(sample!);
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

describe("an invite's code", () => {
  test.prop([code], { numRuns: 300 })("comes back the same", (one) => {
    expect(decodeInviteCode(encodeInviteCode(one))).toEqual({ kind: "code", code: one });
  });

  test("is groups of four capitals and digits behind VRDA", () => {
    expect(text).toMatch(/^VRDA(-[A-Z2-7]{4})*(-[A-Z2-7]{1,4})?$/u);
  });

  test.prop([fc.array(fc.constantFrom(" ", "-", "\n", "\t", "_", "–", "."), { maxLength: 3 }), fc.boolean()])(
    "may be spaced, broken and cased as one likes",
    (space, small) => {
      const loose = text.replaceAll("-", space.join(""));
      expect(decodeInviteCode(small ? loose.toLowerCase() : loose)).toEqual({ kind: "code", code: sample });
    },
  );

  test("takes 0, 1 and 8 for O, L and B", () => {
    const misread = text.replaceAll("O", "0").replaceAll("L", "1").replaceAll("B", "8");
    expect(misread).not.toBe(text);
    expect(decodeInviteCode(misread)).toEqual({ kind: "code", code: sample });
  });

  test.prop([fc.integer({ min: 5, max: text.length - 1 }), fc.constantFrom(...ALPHABET.split(""))], {
    numRuns: 500,
  })("with one wrong letter is mistyped", (at, letter) => {
    if (text[at] === "-" || text[at] === letter) return;
    expect(decodeInviteCode(text.slice(0, at) + letter + text.slice(at + 1))).toEqual({ kind: "mistyped" });
  });

  test.prop([fc.integer({ min: 12, max: text.length - 1 })])("cut short is mistyped", (length) => {
    expect(decodeInviteCode(text.slice(0, length))).toEqual({ kind: "mistyped" });
  });

  test("with two letters swapped or a strange sign is mistyped", () => {
    const at = text
      .split("")
      .findIndex(
        (letter, index) =>
          index > 5 && /[A-Z]/u.test(letter) && /[A-Z]/u.test(text[index + 1]!) && letter !== text[index + 1],
      );
    const swapped = text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
    expect(decodeInviteCode(swapped)).toEqual({ kind: "mistyped" });
    expect(decodeInviteCode(`${text}ñ`)).toEqual({ kind: "mistyped" });
    expect(decodeInviteCode(`${text}9`)).toEqual({ kind: "mistyped" });
  });

  test.prop(
    [fc.oneof(fc.string({ maxLength: 60 }), fc.webUrl(), fc.constantFrom("", "VRDA", "vrda-ab", "hola"))],
    {
      numRuns: 500,
    },
  )("is not any other text", (other) => {
    expect(decodeInviteCode(other).kind).toBe("not-a-code");
  });

  test("is not read beyond its cap", () => {
    expect(decodeInviteCode(text + "A".repeat(MAX_CODE_LENGTH))).toEqual({ kind: "not-a-code" });
  });

  test("leaves out addresses that are too many or too long", () => {
    const long = "x".repeat(MAX_ADDRESS_BYTES + 1);
    const longest = "x".repeat(MAX_ADDRESS_BYTES);
    const many = [longest, ...Array.from({ length: MAX_ADDRESSES + 3 }, (_, n) => `/ip4/10.0.0.${n}/tcp/1`)];
    const decoded = decodeInviteCode(encodeInviteCode({ ...sample!, addresses: [long, ...many] }));
    expect(decoded).toMatchObject({ kind: "code", code: { addresses: many.slice(0, MAX_ADDRESSES) } });
  });
});

describe("a code whose checksum is right", () => {
  const textOf = (payload: Uint8Array): string =>
    `VRDA${toText(concat(payload, hash("vereda/invite-code/1", payload).subarray(0, 4))).toUpperCase()}`;
  const founding: InviteCode = { ...sample!, founds: { name: "C", kind: "shelter" }, addresses: [] };
  const payload = encodePayload(founding);
  // role, whether it founds, the name's length and letter, kind of house, number of addresses
  const [ROLE, FOUNDS, LENGTH, KIND] = [161, 162, 163, 165];
  const changed = (...bytes: readonly (readonly [at: number, byte: number])[]): Uint8Array => {
    const other = payload.slice();
    for (const [at, byte] of bytes) other[at] = byte;
    return other;
  };

  test("is one, where all it says is", () => {
    expect(payload).toHaveLength(KIND + 2);
    expect(decodeInviteCode(textOf(payload))).toEqual({ kind: "code", code: founding });
    expect(decodeInviteCode(textOf(changed([ROLE, 0])))).toMatchObject({ code: { role: ROLES[0] } });
    expect(decodeInviteCode(textOf(changed([KIND, 1])))).toMatchObject({
      code: { founds: { name: "C", kind: "advocates" } },
    });
  });

  test.each([
    ["of a later version", changed([0, 2])],
    ["with a role that there is not", changed([ROLE, ROLES.length])],
    ["that founds in a way that there is not", changed([FOUNDS, 2])],
    ["that founds a house without a name", Uint8Array.of(...changed([LENGTH, 0]).slice(0, LENGTH + 1), 0, 0)],
    ["that founds a kind of house that there is not", changed([KIND, 2])],
    ["with something behind it", Uint8Array.of(...payload, 0)],
    ["cut short", payload.slice(0, -1)],
  ])("%s is none", (_what, other) => {
    expect(decodePayload(other)).toBeNull();
    expect(decodeInviteCode(textOf(other))).toEqual({ kind: "not-a-code" });
  });

  test("and says nothing at all is mistyped", () => {
    expect(decodeInviteCode(textOf(new Uint8Array(0)))).toEqual({ kind: "mistyped" });
  });
});
