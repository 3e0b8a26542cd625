/** Openers, keys, padding, vaults, words and ids as text: what `crypto/` is handed from outside. */
import {
  concat,
  createVault,
  decodeDeviceSecrets,
  dropPairOf,
  encodeDeviceSecrets,
  entrySalt,
  fromText,
  fromUtf8,
  generateRecoveryWords,
  hash,
  open,
  openFrom,
  openFromDrop,
  openVault,
  parseAgreePublicKey,
  parseSignPublicKey,
  asSealed,
  SALT_BYTES,
  seal,
  sealTo,
  sealToDrop,
  type Signature,
  type SignPublicKey,
  toText,
  unwrap,
  utf8,
  VAULT_BYTES,
  wrap,
} from "#crypto";
import { pad, unpad } from "../../../crypto/padding.ts";
import { cardWords, readCardWords } from "../../../crypto/card-words.ts";
import { recoverySecrets, sameWords } from "../../../crypto/words.ts";
import { wordsOf } from "../mutate.ts";
import { authentic, canonical, type Target, total, WronglyTaken } from "../target.ts";
import { agree, device, onText, otherDevice, random, signatures, spaceKey } from "./ground.ts";

const DOMAIN = "vereda/test/1";
const context = utf8("the header of an entry");
const COMMIT_END = SALT_BYTES + 32;
const plaintexts = [new Uint8Array(0), utf8("Wilmer"), random(254), random(255), random(3000)];
const boxPurpose = { signatures, domain: DOMAIN, context };

const saltFor = (plaintext: Uint8Array, seq: number): Uint8Array =>
  entrySalt({ saltSecret: device.saltSecret, random, plaintext, seq });

/** Salt, commitment and body, as they stand in an entry. */
const parts = (
  input: Uint8Array,
): { salt: Uint8Array; commit: Uint8Array; body: ReturnType<typeof asSealed> } => ({
  salt: input.subarray(0, SALT_BYTES),
  commit: input.subarray(SALT_BYTES, COMMIT_END),
  body: asSealed(input.subarray(COMMIT_END)),
});

const sealed = plaintexts.map((plaintext, seq) => {
  const salt = saltFor(plaintext, seq);
  const { commit, body } = seal({ key: spaceKey, salt, context, plaintext });
  return concat(salt, commit, body);
});

const drop = dropPairOf(spaceKey);
const dropped = await Promise.all(
  plaintexts.slice(0, 3).map(async (plaintext, seq) => {
    const salt = saltFor(plaintext, seq);
    const place = { signatures, salt, context };
    const { commit, body } = await sealToDrop({ ...place, drop: drop.public, random, plaintext });
    return concat(salt, commit, body);
  }),
);

const boxes = await Promise.all(
  plaintexts.map((plaintext) => sealTo({ ...boxPurpose, to: agree.public, plaintext, random })),
);

const wrapPlace = { key: spaceKey, domain: DOMAIN, context };
const wrapped = plaintexts.map((plaintext) => wrap({ ...wrapPlace, plaintext, random }));

const openers: readonly Target[] = [
  {
    name: "seal",
    share: 30,
    ...authentic(sealed, (input) => open({ key: spaceKey, context, ...parts(input) }) !== null),
  },
  {
    name: "drop",
    share: 10,
    ...authentic(dropped, async (input) => {
      const opened = await openFromDrop({ signatures, context, pair: drop, ...parts(input) });
      return opened !== null;
    }),
  },
  {
    name: "box",
    share: 10,
    ...authentic(boxes, async (box) => (await openFrom({ ...boxPurpose, pair: agree, box })) !== null),
  },
  {
    name: "wrapping",
    share: 30,
    ...authentic(wrapped, (input) => unwrap({ ...wrapPlace, wrapped: input }) !== null),
  },
];

const signed = await Promise.all(
  [utf8(""), utf8("Casa Jacaranda"), random(200)].map(async (message) =>
    concat(device.sign.public, await signatures.sign(device.sign.secret, DOMAIN, message), message),
  ),
);

const keys: readonly Target[] = [
  {
    name: "signature",
    share: 15,
    ...authentic(signed, (input) => {
      const signature = input.slice(32, 96) as Signature;
      return signatures.verify(input.slice(0, 32) as SignPublicKey, DOMAIN, input.subarray(96), signature);
    }),
  },
  {
    name: "sign-key",
    share: 10,
    seeds: () => [device.sign.public, otherDevice.sign.public],
    take: canonical(parseSignPublicKey, (key) => key),
  },
  {
    name: "agree-key",
    share: 10,
    seeds: () => [device.agree.public, agree.public],
    take: canonical(parseAgreePublicKey, (key) => key),
  },
  {
    // makes both public halves anew each time, which takes 8 ms
    name: "device-secrets",
    share: 0.3,
    seeds: () => [encodeDeviceSecrets(device), encodeDeviceSecrets(otherDevice)],
    take: canonical(decodeDeviceSecrets, encodeDeviceSecrets),
  },
];

const PASSPHRASE = "cinco palabras sin relación alguna";
const CHECK_AT = VAULT_BYTES - 8;
const COST_AT = 1;

const vaultSeeds = async (): Promise<readonly Uint8Array[]> => {
  const made = await createVault({ passphrase: PASSPHRASE, random, unsafeTestingLowCost: true });
  return [made.vault];
};

/** The checksum made right again, unless the vault would then lawfully take seconds to try. */
function repairVault(input: Uint8Array): Uint8Array {
  if (input.length !== VAULT_BYTES) return input;
  const view = new DataView(input.buffer, input.byteOffset);
  const [memory, passes] = [view.getUint32(COST_AT), view.getUint8(COST_AT + 4)];
  const isDear = memory > 64 || passes > 3;
  const isAllowed = memory <= 262_144 && passes <= 8;
  if (isDear && isAllowed) return input;
  const body = input.slice(0, CHECK_AT);
  return concat(body, hash("vereda/vault-check/1", body).slice(0, 8));
}

const vault: Target = {
  name: "vault",
  share: 5,
  seeds: vaultSeeds,
  repair: repairVault,
  take: async (input) => {
    const opened = await openVault({ passphrase: PASSPHRASE, vault: input, unsafeTestingLowCost: true });
    return opened.kind === "open";
  },
};

const recoveryWords = [generateRecoveryWords(random), generateRecoveryWords(random)];
const giver = utf8("who gives the card");
const cards = [cardWords(random(16), giver), cardWords(new Uint8Array(16), giver).toUpperCase()];
const someWords = wordsOf(
  " ",
  "ábaco",
  "abaco",
  "ÁBACO",
  "zurdo",
  "\u0301",
  "ñ",
  "İ",
  "ﬃ",
  "\u{1d54f}",
  "-",
  "\u0000",
);

const texts: readonly Target[] = [
  {
    name: "padding",
    share: 30,
    seeds: () => plaintexts.map(pad),
    take: canonical(unpad, pad),
  },
  {
    name: "recovery-words",
    share: 3,
    seeds: () => recoveryWords.map(utf8),
    words: someWords,
    take: onText((text) => recoverySecrets(text) !== null),
  },
  {
    name: "card-words",
    share: 30,
    seeds: () => cards.map(utf8),
    words: someWords,
    take: onText((text) => {
      const read = readCardWords(text);
      if (read?.isOf(giver) !== true) return false;
      // whatever is taken is the card of its secret, in other letters
      if (!sameWords(cardWords(read.secret, giver), text)) throw new WronglyTaken("not that secret's card");
      return true;
    }),
  },
  {
    name: "compared-words",
    share: 10,
    seeds: () => recoveryWords.map((words) => utf8(words.split(" ").slice(0, 4).join(" "))),
    words: someWords,
    take: onText((text) => sameWords(text, text)),
  },
  {
    name: "id-text",
    share: 30,
    seeds: () => [utf8(toText(random(16))), utf8(toText(new Uint8Array(16)))],
    words: wordsOf("a", "7", "=", "A", "1", "ſ", "K"),
    take: onText((text) => {
      const bytes = fromText(text, 16);
      return canonical(
        () => bytes,
        (id) => utf8(toText(id)),
      )(utf8(text));
    }),
  },
  {
    name: "utf8",
    share: 20,
    seeds: () => wordsOf("José Ángel", "\ufeffcon marca", "\u{1f33e}"),
    words: [Uint8Array.of(0xef, 0xbb, 0xbf), Uint8Array.of(0xed, 0xa0, 0x80), Uint8Array.of(0xc0, 0x80)],
    take: canonical(fromUtf8, utf8),
  },
  {
    name: "same-words-as",
    share: 5,
    seeds: () => recoveryWords.map(utf8),
    words: someWords,
    take: total((input) => sameWords(fromUtf8(input) ?? "", recoveryWords[0] ?? "")),
  },
];

export const CRYPTO_TARGETS: readonly Target[] = [...openers, ...keys, vault, ...texts];
