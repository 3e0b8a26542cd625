/**
 * Signatures by WebCrypto, in browsers with a secure context. Ed25519 and X25519 are looked for each
 * by itself, for some browsers have only one; X25519 falls back to tweetnacl (rare enough to afford
 * its 2 ms). Parsed keys are kept, and cannot be exported from the platform.
 */
import { equalBytes } from "./bytes.ts";
import { type Curve, secretKeyDer } from "./key-encoding.ts";
import { asSignSecretKey, type SignSecretKey } from "./keys.ts";
import { createParsedKeys, type ParsedKeys } from "./parsed-keys.ts";
import { type SignatureProvider, type Signatures, strictSignatures } from "./signatures.ts";
import { agreePairFromSecret, tweetnaclSignatures } from "./signatures-tweetnacl.ts";

// WebCrypto's types refuse arrays over shared memory; ours never are.
const source = (bytes: Uint8Array): BufferSource => bytes as Uint8Array<ArrayBuffer>;

interface Uses {
  readonly curve: Curve;
  readonly ofPublic: readonly KeyUsage[];
  readonly ofSecret: readonly KeyUsage[];
}

function createKeys(subtle: SubtleCrypto, uses: Uses): ParsedKeys<Promise<CryptoKey>> {
  const keys = createParsedKeys<Promise<CryptoKey>>({
    parsePublic(key) {
      const parsed = subtle.importKey("raw", source(key), uses.curve, false, [...uses.ofPublic]);
      // A failure is not kept: it may have been the platform's and not the key's.
      parsed.catch(() => {
        keys.forget(key);
      });
      return parsed;
    },
    parseSecret: (secret) =>
      subtle.importKey("pkcs8", source(secretKeyDer(uses.curve, secret)), uses.curve, false, [
        ...uses.ofSecret,
      ]),
  });
  return keys;
}

const signingUses: Uses = { curve: "Ed25519", ofPublic: ["verify"], ofSecret: ["sign"] };
const agreeingUses: Uses = { curve: "X25519", ofPublic: [], ofSecret: ["deriveBits"] };

type Agree = SignatureProvider["agree"];

function createAgree(subtle: SubtleCrypto): Agree {
  const keys = createKeys(subtle, agreeingUses);
  return async (secret, key) => {
    const [own, other] = await Promise.all([keys.secretKey(secret), keys.publicKey(key)]);
    return new Uint8Array(await subtle.deriveBits({ name: "X25519", public: other }, own, 256));
  };
}

/** True where the platform has X25519 and agrees with tweetnacl. */
async function canAgree(agree: Agree): Promise<boolean> {
  const pair = agreePairFromSecret(new Uint8Array(32).fill(7));
  const expected = await tweetnaclSignatures.agree(pair.secret, pair.public);
  try {
    const shared = await agree(pair.secret, pair.public);
    return expected !== null && equalBytes(shared, expected);
  } catch {
    return false;
  }
}

const slowAgree: Agree = async (secret, key) =>
  (await tweetnaclSignatures.agree(secret, key)) ?? new Uint8Array(32);

function createSigning(subtle: SubtleCrypto): Pick<SignatureProvider, "sign" | "verify"> {
  const keys = createKeys(subtle, signingUses);
  return {
    sign: async (secret: SignSecretKey, framed) =>
      new Uint8Array(await subtle.sign("Ed25519", await keys.secretKey(secret), source(framed))),
    verify: async (key, framed, signature) =>
      subtle.verify("Ed25519", await keys.publicKey(key), source(signature), source(framed)),
  };
}

/** WebCrypto under the strict rule; null where it has no Ed25519. */
export async function createWebCryptoSignatures(subtle: SubtleCrypto): Promise<Signatures | null> {
  const signing = createSigning(subtle);
  try {
    await signing.sign(asSignSecretKey(new Uint8Array(32).fill(7)), new Uint8Array(0));
  } catch {
    return null;
  }
  const agree = createAgree(subtle);
  const native = await canAgree(agree);
  return strictSignatures({ name: "webcrypto", ...signing, agree: native ? agree : slowAgree });
}
