/**
 * What the frozen vectors of version 1 hold: outputs of every format of this layer for fixed inputs.
 * Change nothing here: a new format gets a new name and a new file of vectors.
 */
import {
  agreePairFromSecret,
  asSpaceKey,
  comparisonWords,
  createVault,
  deriveKey,
  dropKeyId,
  dropPairOf,
  encodeDeviceSecrets,
  entrySalt,
  generateDeviceSecrets,
  generateRecoveryWords,
  hash,
  hmac,
  keyIdOf,
  type RandomBytes,
  recoverySecrets,
  restKey,
  seal,
  sealTo,
  sealToDrop,
  signPairFromSeed,
  toText,
  tweetnaclSignatures,
  utf8,
  wrap,
} from "../../crypto/index.ts";
import { hex } from "./generators.ts";

/** Every byte is its place plus `first`: no function of ours is needed to repeat it. */
const ramp =
  (first: number): RandomBytes =>
  (length) =>
    Uint8Array.from({ length }, (_, index) => (first + index) & 0xff);

export const DOMAIN = "vereda/vector/1";
export const PASSPHRASE = "la vereda cruza el río Suchiate";
export const context = ramp(100)(150);
export const spaceKey = asSpaceKey(ramp(1)(32));
export const salt = ramp(33)(32);
export const wrapKey = ramp(77)(32);
export const boxPair = agreePairFromSecret(ramp(5)(32));
export const signPair = signPairFromSeed(ramp(7)(32));
export const message = utf8("Marisol llegó bien");
const entropy = ramp(200)(16);
const material = ramp(50)(64);
const signatures = tweetnaclSignatures;

/** Plaintexts of several classes, with the name of their vector. */
export const PLAINTEXTS: Readonly<Record<string, Uint8Array>> = {
  empty: new Uint8Array(0),
  short: message,
  full: ramp(3)(254),
  next: ramp(3)(255),
};

export type Vectors = Readonly<Record<string, string>>;

async function sealedVectors(): Promise<Vectors> {
  const found: Record<string, string> = {};
  for (const [name, plaintext] of Object.entries(PLAINTEXTS)) {
    const { commit, body } = seal({ key: spaceKey, salt, context, plaintext });
    found[`seal ${name} commit`] = hex(commit);
    found[`seal ${name} body`] = hex(body);
    const drop = dropPairOf(spaceKey).public;
    const dropped = await sealToDrop({ signatures, drop, random: ramp(9), salt, context, plaintext });
    found[`drop ${name} commit`] = hex(dropped.commit);
    found[`drop ${name} body`] = hex(dropped.body);
    const to = boxPair.public;
    const box = await sealTo({ signatures, to, domain: DOMAIN, context, plaintext, random: ramp(9) });
    found[`box ${name}`] = hex(box);
    found[`wrap ${name}`] = hex(wrap({ key: wrapKey, domain: DOMAIN, context, plaintext, random: ramp(9) }));
  }
  return found;
}

const derivedVectors = (): Vectors => ({
  "text of an id": toText(ramp(11)(16)),
  "hash of nothing": hex(hash(DOMAIN)),
  "hash of parts": hex(hash(DOMAIN, message, context)),
  hmac: hex(hmac(wrapKey, DOMAIN, message)),
  "derived key": hex(deriveKey({ key: wrapKey, salt, domain: DOMAIN, context, length: 88 })),
  "entry salt": hex(entrySalt({ saltSecret: wrapKey, random: ramp(9), plaintext: message, seq: 70_000 })),
  "key id": hex(keyIdOf(spaceKey)),
  "drop public key": hex(dropPairOf(spaceKey).public),
  "drop key id": hex(dropKeyId(dropPairOf(spaceKey).public)),
  "box public key": hex(boxPair.public),
  "sign public key": hex(signPair.public),
  "device secrets": hex(encodeDeviceSecrets(generateDeviceSecrets(ramp(13)))),
});

async function peopleVectors(): Promise<Vectors> {
  const { vault, master } = await createVault({ passphrase: PASSPHRASE, random: ramp(17) });
  const recoveryWords = generateRecoveryWords(() => entropy);
  const secrets = recoverySecrets(recoveryWords);
  if (secrets === null) throw new Error("the recovery words just made are refused");
  return {
    vault: hex(vault),
    "master key": hex(master),
    "rest key": hex(restKey(master, "views")),
    "recovery words": recoveryWords,
    "recovery public key": hex(secrets.agree.public),
    "recovery sign public key": hex(secrets.sign.public),
    "comparison words": await comparisonWords({ material, salt }),
  };
}

/** All vectors, computed by the code of today. */
export const computeVectors = async (): Promise<Vectors> => ({
  ...derivedVectors(),
  signature: hex(await signatures.sign(signPair.secret, DOMAIN, message)),
  ...(await sealedVectors()),
  ...(await peopleVectors()),
});
