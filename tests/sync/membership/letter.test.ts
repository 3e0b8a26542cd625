import {
  agreePairFromSecret,
  asAgreeSecretKey,
  asSpaceKey,
  hash,
  systemRandom,
  toText,
  wrap,
  WRAP_OVERHEAD_BYTES,
} from "#crypto";
import { describe, expect, test } from "vitest";
import type { DeviceId, MeshId, OperationId } from "../../../sync/ids.ts";
import {
  decodeInviteCode,
  encodePayload,
  encodeSeed,
  type InviteCode,
} from "../../../sync/membership/invite-code.ts";
import { seedPair } from "../../../sync/membership/invite.ts";
import {
  decodeQuestion,
  encodeQuestion,
  LETTER_BYTES,
  letterTag,
  noLetter,
  openLetter,
  sealLetter,
  sealNotice,
  TAG_BYTES,
} from "../../../sync/membership/letter.ts";
import { MAX_NAME_BYTES } from "../../../sync/membership/operation-fields.ts";

const random = systemRandom;
const idOf = (length: number): string => toText(random(length));
const code: InviteCode = {
  mesh: idOf(32) as MeshId,
  meshKey: asSpaceKey(random(32)),
  inviter: idOf(16) as DeviceId,
  inviterAgree: agreePairFromSecret(asAgreeSecretKey(random(32))).public,
  seed: random(16),
  head: idOf(32) as OperationId,
  role: "staff",
  founds: null,
  addresses: ["/ip4/192.168.1.7/tcp/4781"],
};
const { public: seedKey } = seedPair(code.seed);
const NONE = { kind: "none" };
/** Bytes of every letter before it is sealed. */
const ROOM = LETTER_BYTES - WRAP_OVERHEAD_BYTES;

describe("a letter", () => {
  test("says to whoever has the seed what the code says", () => {
    expect(openLetter(code.seed, sealLetter(code, random))).toEqual({ kind: "code", code });
  });

  test("leaves out addresses that find no room, and nothing else", () => {
    const founds = { name: "Ñ".repeat(MAX_NAME_BYTES / 2), kind: "shelter" as const };
    const addresses = Array.from({ length: 6 }, (_, n) => `/dns4/${"x".repeat(90)}/tcp/${String(4000 + n)}`);
    const opened = openLetter(code.seed, sealLetter({ ...code, founds, addresses }, random));
    if (opened.kind !== "code") throw new Error("it opens");
    expect(opened.code).toMatchObject({ founds, head: code.head });
    expect(opened.code.addresses).toEqual(addresses.slice(0, opened.code.addresses.length));
    expect(opened.code.addresses.length).toBeGreaterThan(0);
  });

  test("has room to the last byte, and leaves out no address that fits", () => {
    const addresses = Array.from({ length: 3 }, (_, n) => `/dns4/${"x".repeat(70)}/tcp/${String(4000 + n)}`);
    const kept = new Set<number>();
    for (let length = 1; length <= MAX_NAME_BYTES; length++) {
      const whole = { ...code, addresses, founds: { name: "x".repeat(length), kind: "shelter" as const } };
      const fits = encodePayload(whole).length <= ROOM - 2;
      const opened = openLetter(code.seed, sealLetter(whole, random));
      expect(opened, String(length)).toEqual({
        kind: "code",
        code: { ...whole, addresses: fits ? addresses : addresses.slice(0, -1) },
      });
      kept.add(encodePayload(whole).length);
    }
    expect(
      [ROOM - 2, ROOM - 1].every((size) => kept.has(size)),
      "sizes on both sides of the border",
    ).toBe(true);
  });

  test("opens with no other seed, and with a bit flipped anywhere", () => {
    const letter = sealLetter(code, random);
    expect(openLetter(random(16), letter)).toEqual(NONE);
    for (let at = 0; at < letter.length; at += 11) {
      const changed = letter.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openLetter(code.seed, changed)).toEqual(NONE);
    }
    for (const cut of [0, 1, 79, 80, LETTER_BYTES - 1]) {
      expect(openLetter(code.seed, letter.slice(0, cut))).toEqual(NONE);
    }
  });

  test("that says another seed than its own is none", () => {
    const other = random(16);
    const forged = sealLetter({ ...code, seed: other }, random);
    expect(openLetter(code.seed, forged)).toEqual(NONE);
    expect(openLetter(other, forged).kind).toBe("code");
  });
});

describe("an answer that was sealed by somebody who has the seed, but not as letters are", () => {
  const context = letterTag(seedKey);
  const asLetter = (plaintext: Uint8Array) =>
    openLetter(
      code.seed,
      wrap({
        key: hash("vereda/letter-key/1", code.seed),
        domain: "vereda/letter/1",
        context,
        plaintext,
        random,
      }),
    );
  const asNotice = (plaintext: Uint8Array) =>
    openLetter(
      code.seed,
      wrap({
        key: hash("vereda/notice-key/1", seedKey),
        domain: "vereda/notice/1",
        context,
        plaintext,
        random,
      }),
    );
  /** What is said, its length in front, and zeros behind. */
  const framed = (said: Uint8Array, { length = said.length, size = ROOM } = {}): Uint8Array => {
    const plaintext = new Uint8Array(size);
    plaintext.set([length >> 8, length & 0xff, ...said]);
    return plaintext;
  };
  const payload = encodePayload(code);

  test("is none where its size or its length is another, or something stands behind it", () => {
    expect(asLetter(framed(payload)), "the control").toEqual({ kind: "code", code });
    for (const size of [ROOM - 1, ROOM + 1]) expect(asLetter(framed(payload, { size }))).toEqual(NONE);
    for (const length of [0, payload.length - 1, payload.length + 1, ROOM - 1, 0xffff])
      expect(asLetter(framed(payload, { length })), String(length)).toEqual(NONE);
    const more = framed(payload);
    more[ROOM - 1] = 1;
    expect(asLetter(more)).toEqual(NONE);
  });

  test("is none where it says no code, or the code of another seed", () => {
    expect(asLetter(framed(payload.slice(1)))).toEqual(NONE);
    expect(asLetter(framed(encodePayload({ ...code, seed: random(16) })))).toEqual(NONE);
  });

  test("is none where it gives no reason, one that there is not, or more than one", () => {
    expect(asNotice(framed(Uint8Array.of(1))), "the control").toEqual({ kind: "late", reason: "used" });
    for (const said of [[], [3], [255], [1, 1], [3, 1]])
      expect(asNotice(framed(Uint8Array.from(said))), said.join(" ")).toEqual(NONE);
    expect(asNotice(framed(Uint8Array.of(1), { size: ROOM + 1 }))).toEqual(NONE);
    expect(asNotice(framed(Uint8Array.of(1), { length: ROOM }))).toEqual(NONE);
  });
});

test("a letter is asked for by sixteen bytes, other ones for each seed", () => {
  const tags = [seedKey, seedPair(random(16)).public].map(letterTag);
  expect(tags.map((tag) => tag.length)).toEqual([TAG_BYTES, TAG_BYTES]);
  expect(tags[0]).not.toEqual(tags[1]);
  expect(letterTag(seedKey)).toEqual(tags[0]);
});

describe("I4 an answer without its seed", () => {
  const answers = [
    sealLetter(code, random),
    sealLetter({ ...code, founds: { name: "Casa", kind: "shelter" }, addresses: [] }, random),
    sealNotice(seedKey, "used", random),
    noLetter(random(32), letterTag(seedKey)),
  ];

  test("has one length, whatever it is", () => {
    expect(answers.map((answer) => answer.length)).toEqual(answers.map(() => LETTER_BYTES));
  });

  test("holds nothing of mesh, key, inviter or seed in the clear", () => {
    const shown = answers.map((answer) => Buffer.from(answer));
    const { mesh, meshKey, seed } = code;
    const secrets = [meshKey, seed, seedKey, Buffer.from(mesh), Buffer.from("Casa")];
    for (const secret of secrets) {
      expect(shown.filter((answer) => answer.includes(Buffer.from(secret)))).toEqual([]);
    }
    // the control: it would be found
    expect(Buffer.concat([shown[0]!, meshKey]).includes(Buffer.from(meshKey))).toBe(true);
  });

  test("to an unknown tag is the same each time, and another at another hub", () => {
    const [one, other] = [random(32), random(32)];
    const tag = random(16);
    expect(noLetter(one, tag)).toEqual(noLetter(one, tag));
    expect(noLetter(one, tag)).not.toEqual(noLetter(other, tag));
    expect(openLetter(code.seed, noLetter(one, letterTag(seedKey)))).toEqual(NONE);
  });
});

test.each(["expired", "used", "cancelled"] as const)("I1 a notice says %s to who has the seed", (reason) => {
  const notice = sealNotice(seedKey, reason, random);
  expect(openLetter(code.seed, notice)).toEqual({ kind: "late", reason });
  expect(openLetter(random(16), notice)).toEqual(NONE);
});

describe("a seed that is typed", () => {
  const text = encodeSeed(code.seed);

  test("has 26 characters, and is read however it is spaced and cased; 0, 1 and 8 are forgiven", () => {
    expect(text).toMatch(/^[A-Z2-7]{26}$/u);
    const groups = text.match(/.{1,4}/gu)!.join(" - ");
    for (const typed of [text, text.toLowerCase(), groups, text.replace(/O/gu, "0").replace(/L/gu, "1")]) {
      expect(decodeInviteCode(typed)).toEqual({ kind: "seed", seed: code.seed });
    }
  });

  test("with a character too few or too many is no code", () => {
    expect(decodeInviteCode(text.slice(1)).kind).toBe("not-a-code");
    expect(decodeInviteCode(`${text}A`).kind).toBe("not-a-code");
  });
});

test("a question is read strictly", () => {
  const tag = random(16);
  for (const mayPass of [true, false]) {
    const bytes = encodeQuestion({ tag, mayPass });
    expect(decodeQuestion(bytes)).toEqual({ tag, mayPass });
    expect(decodeQuestion(bytes.slice(1))).toBeNull();
    expect(decodeQuestion(Uint8Array.of(...bytes, 0))).toBeNull();
    expect(decodeQuestion(Uint8Array.of(2, ...tag))).toBeNull();
  }
});
