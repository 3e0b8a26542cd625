/**
 * The Edwards curve of Ed25519 in plain BigInt arithmetic (RFC 8032, section 5.1.4), slow and not
 * constant in time: only to make signatures that no honest signer makes.
 */
import { hashEngine } from "../../crypto/sha512.ts";

export const FIELD = 2n ** 255n - 19n;
export const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const mod = (value: bigint, by: bigint = FIELD): bigint => ((value % by) + by) % by;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = mod(base), rest = exponent; rest > 0n; rest >>= 1n, square = mod(square * square)) {
    if ((rest & 1n) === 1n) result = mod(result * square);
  }
  return result;
}

const inverse = (value: bigint): bigint => power(value, FIELD - 2n);
const D = mod(-121665n * inverse(121666n));
const ROOT_OF_MINUS_ONE = power(2n, (FIELD - 1n) / 4n);

/** Extended coordinates: x = X/Z, y = Y/Z, T = XY/Z. */
export interface Point {
  readonly X: bigint;
  readonly Y: bigint;
  readonly Z: bigint;
  readonly T: bigint;
}

const affine = (x: bigint, y: bigint): Point => ({ X: x, Y: y, Z: 1n, T: mod(x * y) });
export const IDENTITY: Point = affine(0n, 1n);

export function add(p: Point, q: Point): Point {
  const a = mod((p.Y - p.X) * (q.Y - q.X));
  const b = mod((p.Y + p.X) * (q.Y + q.X));
  const c = mod(2n * D * p.T * q.T);
  const d = mod(2n * p.Z * q.Z);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return { X: mod(e * f), Y: mod(g * h), Z: mod(f * g), T: mod(e * h) };
}

export function multiply(scalar: bigint, point: Point): Point {
  let result = IDENTITY;
  for (let double = point, rest = scalar; rest > 0n; rest >>= 1n, double = add(double, double)) {
    if ((rest & 1n) === 1n) result = add(result, double);
  }
  return result;
}

export function fromLittleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

export function littleEndian(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn));
}

export function encodePoint(point: Point): Uint8Array {
  const z = inverse(point.Z);
  const [x, y] = [mod(point.X * z), mod(point.Y * z)];
  return littleEndian(y | ((x & 1n) << 255n));
}

/** The point with this y and sign of x; null where there is none on the curve. */
function pointOf(y: bigint, sign: bigint): Point | null {
  const square = mod((y * y - 1n) * inverse(D * y * y + 1n));
  let x = power(square, (FIELD + 3n) / 8n);
  if (mod(x * x) !== square) x = mod(x * ROOT_OF_MINUS_ONE);
  if (mod(x * x) !== square) return null;
  return affine((x & 1n) === sign ? x : mod(-x), mod(y));
}

export const BASE: Point = pointOf(mod(4n * inverse(5n)), 0n)!;

/** A point of order eight: what is left of some point when the big prime factor is multiplied away. */
export const ORDER_EIGHT: Point = (() => {
  for (let y = 2n; ; y++) {
    const point = pointOf(y, 0n);
    if (point === null) continue;
    const torsion = multiply(ORDER, point);
    if (fromLittleEndian(encodePoint(multiply(4n, torsion))) !== 1n) return torsion;
  }
})();

/** Secret scalar of a seed. */
export function scalarOf(seed: Uint8Array): bigint {
  const digest = hashEngine.sha512([seed]).slice(0, 32);
  digest[0]! &= 248;
  digest[31] = (digest[31]! & 127) | 64;
  return fromLittleEndian(digest);
}

/** k = SHA-512(R || A || M) modulo the group order. */
export const challenge = (...parts: readonly Uint8Array[]): bigint =>
  mod(fromLittleEndian(hashEngine.sha512(parts)), ORDER);

export const scalar = (value: bigint): bigint => mod(value, ORDER);
