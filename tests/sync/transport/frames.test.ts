import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { concat } from "#crypto";
import { FrameReader, frameOf } from "../../../sync/adapters/libp2p/frames.ts";

const MAX_BYTES = 64;

/** Cuts bytes into pieces at these places. */
function pieces(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort(
    (a, b) => a - b,
  );
  return places.slice(1).map((to, at) => bytes.slice(places[at], to));
}

describe("frames on a stream", () => {
  test.prop([
    fc.array(fc.uint8Array({ minLength: 1, maxLength: MAX_BYTES }), { maxLength: 8 }),
    fc.array(fc.nat(), { maxLength: 20 }),
  ])("come out whole and in order, however the stream cuts them", (frames, cuts) => {
    const reader = new FrameReader(MAX_BYTES);
    const read = pieces(concat(...frames.map(frameOf)), cuts).flatMap((piece) => reader.push(piece) ?? []);
    expect(read).toEqual(frames);
    expect(reader.midFrame).toBe(false);
  });

  test("are refused from the announcement of one that is too long or empty, and ever after", () => {
    for (const announced of [MAX_BYTES + 1, 0xffffffff, 0]) {
      const reader = new FrameReader(MAX_BYTES);
      const length = new Uint8Array(4);
      new DataView(length.buffer).setUint32(0, announced);
      expect(reader.push(length)).toBeNull();
      expect(reader.push(frameOf(new Uint8Array(1)))).toBeNull();
    }
  });

  test("that are not whole are known to be missing", () => {
    const reader = new FrameReader(MAX_BYTES);
    expect(reader.push(frameOf(new Uint8Array(9)).subarray(0, 7))).toEqual([]);
    expect(reader.midFrame).toBe(true);
  });
});
