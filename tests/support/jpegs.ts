/** JPEG files of a few bytes, part by part: whole as files, though nothing could be seen in them. */

export const segment = (marker: number, data: readonly number[]): readonly number[] => [
  ...[0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff],
  ...data,
];
export const textOf = (text: string): readonly number[] => Array.from(new TextEncoder().encode(text));
export const FRAME = segment(0xc0, [8, 0, 40, 0, 32, 1, 1, 0x11, 0]);
export const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
export const TABLE = segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]);
export const END = [0xff, 0xd9];
export const GPS = "GPS 14.9056 -92.2577";
export const jpegOf = (...parts: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, ...parts.flat(), ...END]);

/** A whole one of some `size` bytes, with what a camera writes beside the picture; 32 by 40 pixels. */
export function photoOf(size: number, seed = 1): Uint8Array {
  let state = seed;
  const noise = Array.from({ length: size }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % 255;
  });
  return jpegOf(segment(0xe1, textOf(`Exif ${GPS}`)), TABLE, FRAME, [...SCAN, ...noise]);
}
