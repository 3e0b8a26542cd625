/** Operations, requests, codes of invites, joiners' names, receipts. */
import {
  concat,
  equalBytes,
  fromText,
  hash,
  type KeyId,
  type Signature,
  signPairFromSeed,
  toText,
  utf8,
  wrap,
  WRAP_OVERHEAD_BYTES,
} from "#crypto";
import { idBytes, markOf, RECORD_TAG_BYTES, type RecordTag } from "../../../sync/ids.ts";
import type { Cut, Ending } from "../../../sync/membership/cut.ts";
import {
  decodeInviteCode,
  encodeInviteCode,
  encodePayload,
  type InviteCode,
} from "../../../sync/membership/invite-code.ts";
import {
  decodeRequest,
  encodeRequest,
  inviteIdOf,
  type JoinRequest,
  signRequest,
  type UnsignedRequest,
} from "../../../sync/membership/join-request.ts";
import { openJoinerName, sealJoinerName } from "../../../sync/membership/joiner-name.ts";
import { DEFAULT_LIMITS } from "../../../sync/membership/limit-values.ts";
import {
  decodeQuestion,
  encodeQuestion,
  LETTER_BYTES,
  letterTag,
  openLetter,
  sealLetter,
  sealNotice,
} from "../../../sync/membership/letter.ts";
import { seedPair as pairOfSeed } from "../../../sync/membership/invite.ts";
import { decodeOperation, encodeOperation } from "../../../sync/membership/operation-codec.ts";
import type { Operation } from "../../../sync/membership/operations.ts";
import { decodeOwnSecrets, encodeOwnSecrets } from "../../../sync/membership/own-secrets.ts";
import { decodeReceipt, encodeReceipt, signReceipt } from "../../../sync/receipts/receipt.ts";
import { CONTROL, NETWORK, siteSpace } from "../../../sync/space.ts";
import { wordsOf } from "../mutate.ts";
import { authentic, canonical, type Target, WronglyTaken } from "../target.ts";
import {
  agree,
  anotherDevice,
  device,
  deviceId,
  deviceKeys,
  heads,
  inviteId,
  mesh,
  onText,
  otherDevice,
  random,
  signatures,
  site,
  spaceKey,
} from "./ground.ts";

const NOON = 1_760_000_000_000;
const seedPair = signPairFromSeed(random(32));
const groups = { desk: agree.public, staff: otherDevice.agree.public, protection: agree.public };
const tools = { random, signatures };
const joiner = { sign: otherDevice.sign.public, agree: otherDevice.agree.public };
const namePlace = { mesh, invite: inviteIdOf(seedPair.public, deviceId), device: joiner };

async function nameFor(name: string): Promise<Uint8Array> {
  const box = await sealJoinerName(namePlace, { name, to: device.agree.public }, tools);
  if (box === null) throw new Error("a short name is sealed");
  return box;
}

const names = [await nameFor("Ana"), await nameFor("María de los Ángeles Ñ")];

const wordsKeys = { sign: seedPair.public, agree: agree.public };
const recovery = { site: wordsKeys, protected: wordsKeys };

const unsigned: UnsignedRequest = {
  ...namePlace,
  seedKey: seedPair.public,
  inviter: deviceId,
  sealedName: names[0] ?? new Uint8Array(0),
  newSite: null,
};
const signed = (request: UnsignedRequest): Promise<JoinRequest> =>
  signRequest({ request, seedSecret: seedPair.secret, deviceSecret: otherDevice.sign.secret, signatures });
const requests = [
  await signed(unsigned),
  await signed({ ...unsigned, sealedName: new Uint8Array(0) }),
  await signed({ ...unsigned, newSite: { groups, recovery } }),
];

const operationId = heads[0] ?? "";
const box = random(112);
const previous = { of: [agree.public, otherDevice.agree.public], wrapped: random(144) };
const keyId = random(8) as KeyId;
const cut = (seq: number): Cut => ({
  space: NETWORK,
  seal: { seq, id: hash("vereda/test/1", random(8)), signature: random(64) as Signature },
});
const ending: Ending = { device: deviceKeys, cuts: [cut(0), { ...cut(70), space: CONTROL }] };
const newSite = { name: "Albergue El Puente", kind: "shelter" } as const;
const invite = { kind: "invite", seedKey: seedPair.public, expiresAt: NOON, letter: null } as const;

const wordsProof = { key: seedPair.public, signature: random(64) as Signature };

const operations: readonly Operation[] = [
  {
    kind: "found",
    meshName: "Ruta del Sur",
    site: newSite,
    device: deviceKeys,
    groups,
    recovery,
    nonce: random(16),
  },
  { ...invite, role: "staff", destination: { kind: "existing", site } },
  {
    ...invite,
    role: "coordinator",
    destination: { kind: "new", site: newSite },
    letter: random(LETTER_BYTES),
  },
  { kind: "cancel", invite: inviteId },
  { kind: "recovery", words: "protected", keys: wordsKeys },
  { kind: "enrol", site, device: deviceKeys, at: NOON, words: wordsProof, protection: null },
  { kind: "enrol", site, device: deviceKeys, at: NOON, words: wordsProof, protection: wordsProof },
  ...requests.map((request) => ({ kind: "request", request, at: NOON }) as const),
  { kind: "confirm", request: operationId as never, device: anotherDevice, at: NOON },
  {
    kind: "group-boxes",
    site,
    group: "staff",
    generation: 2,
    public: agree.public,
    boxes: [
      { device: deviceId, box },
      { device: anotherDevice, box },
    ],
    recoveryBoxes: [{ to: agree.public, box }],
    previous,
  },
  {
    kind: "space-key",
    space: siteSpace("protected", site),
    generation: 3,
    keyId,
    drop: agree.public,
    boxes: [{ site, group: "protection", generation: 1, box }],
    previous: { of: [keyId], wrapped: box },
  },
  { kind: "merge" },
  { kind: "revoke", ending },
  { kind: "role", role: "volunteer", ending: { ...ending, cuts: [] } },
  { kind: "raise-cut", device: deviceKeys, cut: cut(300) },
  { kind: "renew", device: anotherDevice, until: NOON },
  { kind: "remove-site", site, endings: [ending, { ...ending, device: joiner }] },
  { kind: "approve", invite: inviteId },
  { kind: "distrust", site, on: true },
  { kind: "limits", limits: DEFAULT_LIMITS },
  {
    kind: "erase",
    records: [toText(idBytes(site).subarray(0, RECORD_TAG_BYTES)) as RecordTag],
    logs: [
      {
        log: { space: NETWORK, device: anotherDevice },
        entries: [
          { seq: 300, mark: markOf(cut(3).seal.id) },
          { seq: 301, mark: markOf(cut(4).seal.id) },
        ],
      },
    ],
  },
];

/** A kind from a later version is known to be unknown: there is nothing to encode again. */
function takeOperation(input: Uint8Array): boolean {
  const operation = decodeOperation(input);
  if (operation === null || operation.kind === "unknown") return false;
  return canonical(() => operation, encodeOperation)(input);
}

const code: InviteCode = {
  mesh,
  meshKey: spaceKey,
  inviter: deviceId,
  inviterAgree: agree.public,
  seed: random(16),
  head: operationId as never,
  role: "staff",
  founds: null,
  addresses: ["/ip4/192.168.1.7/tcp/4781", "/ip6/fe80::1/tcp/4781"],
};
const codes = [code, { ...code, founds: newSite, role: "coordinator" as const, addresses: [] }];
const CODE_START = "vrda";
const CHECK_BYTES = 4;
const plainCode = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s\-–—_.]/gu, "")
    .replace(/0/gu, "o")
    .replace(/1/gu, "l")
    .replace(/8/gu, "b");

/** A code is read however it is spaced; what it says is written in one way only. */
function takeCode(text: string): boolean {
  const decoded = decodeInviteCode(text);
  if (decoded.kind !== "code") return false;
  if (plainCode(encodeInviteCode(decoded.code)) !== plainCode(text))
    throw new WronglyTaken("another text than the code is written as");
  return true;
}

/** The payload with another checksum, so that what is behind the checksum is reached. */
function repairCode(input: Uint8Array): Uint8Array {
  const text = plainCode(new TextDecoder().decode(input)).slice(CODE_START.length);
  const bytes = fromText(text, (text.length * 5) >> 3);
  if (bytes === null || bytes.length <= CHECK_BYTES) return input;
  const payload = bytes.slice(0, -CHECK_BYTES);
  const check = hash("vereda/invite-code/1", payload).slice(0, CHECK_BYTES);
  return utf8(CODE_START + toText(concat(payload, check)));
}

/** Bytes of a code behind its checksum: the decoder's inner half, which typed text seldom reaches. */
const codePayload = (text: string): Uint8Array => {
  const plain = plainCode(text).slice(CODE_START.length);
  return (fromText(plain, (plain.length * 5) >> 3) ?? new Uint8Array(0)).slice(0, -CHECK_BYTES);
};
const textOfPayload = (payload: Uint8Array): string =>
  CODE_START + toText(concat(payload, hash("vereda/invite-code/1", payload).slice(0, CHECK_BYTES)));

const letters = [
  ...codes.map((one) => sealLetter(one, random)),
  sealNotice(pairOfSeed(code.seed).public, "used", random),
];
/** What stands in a letter before it is padded and sealed: reached by sealing each mutation anew. */
const letterContext = letterTag(pairOfSeed(code.seed).public);
const sealAnew = (plaintext: Uint8Array): Uint8Array =>
  wrap({
    key: hash("vereda/letter-key/1", code.seed),
    domain: "vereda/letter/1",
    context: letterContext,
    plaintext,
    random,
  });
function letterPlaintextOf(one: InviteCode): Uint8Array {
  const payload = encodePayload(one);
  const plaintext = new Uint8Array(LETTER_BYTES - WRAP_OVERHEAD_BYTES);
  plaintext.set([payload.length >> 8, payload.length & 0xff]);
  plaintext.set(payload, 2);
  return plaintext;
}
function takeLetter(plaintext: Uint8Array): boolean {
  const opened = openLetter(code.seed, sealAnew(plaintext));
  if (opened.kind !== "code") return false;
  const again = letterPlaintextOf(opened.code);
  if (!equalBytes(again, plaintext)) throw new WronglyTaken("another letter than the code is sealed as");
  return true;
}

const held = { space: siteSpace("site", site), says: "held", at: 0 } as const;
const compared = { space: NETWORK, says: "compared", at: 489_000 } as const;
const sign = (
  positions: readonly { device: typeof deviceId; seq: number }[],
  said: typeof held | typeof compared = held,
) => {
  const body = { ...said, site, device: deviceId, counter: 9, positions };
  return signReceipt({ mesh, body, secret: device.sign.secret, signatures });
};
const receipts = [
  await sign([]),
  await sign([{ device: deviceId, seq: 3 }], compared),
  await sign(
    [
      { device: deviceId, seq: 0 },
      { device: anotherDevice, seq: 2 ** 33 },
    ].sort((a, b) => (a.device < b.device ? -1 : 1)),
  ),
];

const ownSecrets = { groups: [agree], spaces: [spaceKey] };

export const MEMBERSHIP_TARGETS: readonly Target[] = [
  { name: "operation", share: 130, seeds: () => operations.map(encodeOperation), take: takeOperation },
  {
    name: "join-request",
    share: 50,
    seeds: () => requests.map(encodeRequest),
    take: canonical(decodeRequest, encodeRequest),
  },
  {
    name: "invite-code",
    share: 20,
    seeds: () => codes.map(encodeInviteCode).map(utf8),
    words: wordsOf("-", " ", "0", "1", "8", "VRDA", "vrda", "–", "İ", "\u0000", "9"),
    repair: repairCode,
    take: onText(takeCode),
  },
  {
    name: "invite-payload",
    share: 20,
    seeds: () => codes.map(encodeInviteCode).map(codePayload),
    take: (payload) => takeCode(textOfPayload(payload)),
  },
  {
    // each works out the pair of its seed: 7 ms
    name: "letter",
    share: 0.2,
    ...authentic(letters, (answer) => openLetter(code.seed, answer).kind !== "none"),
  },
  { name: "letter-payload", share: 0.2, seeds: () => codes.map(letterPlaintextOf), take: takeLetter },
  {
    name: "letter-question",
    share: 4,
    seeds: () => [true, false].map((mayPass) => encodeQuestion({ tag: letterContext, mayPass })),
    take: canonical(decodeQuestion, encodeQuestion),
  },
  {
    name: "joiner-name",
    share: 8,
    seeds: () => names,
    take: async (sealedName) =>
      (await openJoinerName({ ...namePlace, sealedName }, device.agree, signatures)) !== null,
  },
  {
    name: "receipt",
    share: 40,
    seeds: () => receipts.map(encodeReceipt),
    take: canonical(decodeReceipt, encodeReceipt),
  },
  {
    // makes a public key for each secret: 4 ms
    name: "own-secrets",
    share: 0.3,
    seeds: () => [encodeOwnSecrets(ownSecrets), encodeOwnSecrets({ groups: [], spaces: [spaceKey] })],
    take: canonical(decodeOwnSecrets, encodeOwnSecrets),
  },
];
