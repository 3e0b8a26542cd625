/**
 * One box that opens under two keys: secretbox does not commit to its key (Len, Grubbs, Ristenpart 2021,
 * "Partitioning Oracle Attacks"). Two blocks of the ciphertext are chosen so that one Poly1305 tag fits both.
 */
import nacl from "tweetnacl";

/** What secretbox is opened with. */
export interface BoxKeys {
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
}

const P = 2n ** 130n - 5n;
const BLOCK = 2n ** 128n;
const BLOCK_BYTES = 16;
const mod = (value: bigint): bigint => ((value % P) + P) % P;

const toBigInt = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
const toBlock = (value: bigint): Uint8Array =>
  Uint8Array.from({ length: BLOCK_BYTES }, (_, at) => Number((value >> BigInt(8 * at)) & 0xffn));

function inverse(value: bigint): bigint {
  let result = 1n;
  for (let square = mod(value), rest = P - 2n; rest > 0n; rest >>= 1n, square = mod(square * square))
    if ((rest & 1n) === 1n) result = mod(result * square);
  return result;
}

interface LowLevel {
  crypto_stream(out: Uint8Array, at: number, length: number, nonce: Uint8Array, key: Uint8Array): number;
}

/** r and s of Poly1305: the first 32 bytes of the key stream, which no box shows. */
function authenticator({ key, nonce }: BoxKeys): { r: bigint; s: bigint } {
  const { lowlevel } = nacl as unknown as { readonly lowlevel: LowLevel };
  const stream = new Uint8Array(32);
  lowlevel.crypto_stream(stream, 0, stream.length, nonce, key);
  const clamp = 0x0ffffffc0ffffffc0ffffffc0fffffffn;
  return { r: toBigInt(stream.subarray(0, 16)) & clamp, s: toBigInt(stream.subarray(16, 32)) };
}

/** A box of three blocks that secretbox opens with both; the first block is any. */
export function salamander(one: BoxKeys, other: BoxKeys): Uint8Array {
  const [a, b] = [authenticator(one), authenticator(other)];
  for (let tag = 1n; ; tag++) {
    // tag = first r^3 + x r^2 + y r + s for both, modulo 2^130 - 5: two equations for x and y
    const first = BLOCK + tag;
    const rest = ({ r, s }: typeof a): bigint => mod(mod(tag - s + BLOCK) - first * r ** 3n);
    const determinant = mod(a.r ** 2n * b.r - b.r ** 2n * a.r);
    const scale = inverse(determinant);
    const x = mod((rest(a) * b.r - rest(b) * a.r) * scale);
    const y = mod((a.r ** 2n * rest(b) - b.r ** 2n * rest(a)) * scale);
    if (x < BLOCK || x >= 2n * BLOCK || y < BLOCK || y >= 2n * BLOCK) continue;
    const blocks = [first, x, y].flatMap((block) => [...toBlock(block)]);
    const box = Uint8Array.of(...toBlock(tag), ...blocks);
    if (nacl.secretbox.open(box, one.nonce, one.key) !== null) return box;
  }
}
