/**
 * NEVER part of the app: stands in for @libp2p/noise in the build of unsafe-testing-build.ts. The handshake
 * is the real one, and then nothing is encrypted, so that a recorded connection shows what goes through it.
 */
import { type ICryptoInterface, noise as realNoise, pureJsCrypto } from "@libp2p/noise";

const TAG_BYTES = 16;

const crypto: ICryptoInterface = {
  ...pureJsCrypto,
  chaCha20Poly1305Encrypt(plaintext) {
    const bytes = new Uint8Array(plaintext.byteLength + TAG_BYTES);
    bytes.set(plaintext.subarray());
    return bytes;
  },
  chaCha20Poly1305Decrypt: (ciphertext) => ciphertext.subarray().slice(0, -TAG_BYTES),
};

export const noise = (): ReturnType<typeof realNoise> => realNoise({ crypto });
