/** A JPEG without what a camera writes beside it (src/model/jpeg.ts). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bareJpeg } from "#model";
import { END, FRAME, GPS, jpegOf, SCAN, segment, TABLE, textOf } from "../support/jpegs.ts";

describe("a picture keeps what is seen and nothing else", () => {
  test("Exif, comments, thumbnails and what hangs behind the end are gone; tables, frame and scan stay", () => {
    const beside = [
      segment(0xe0, textOf("JFIF")),
      segment(0xe1, textOf(`Exif ${GPS}`)),
      segment(0xfe, textOf("Rosa")),
    ];
    const whole = jpegOf(...beside, TABLE, FRAME, SCAN);
    const withTail = Uint8Array.from([...whole, ...textOf(GPS)]);
    const bare = bareJpeg(withTail);
    expect(bare).toEqual({ bytes: jpegOf(TABLE, FRAME, SCAN), width: 32, height: 40 });
    expect(new TextDecoder("latin1").decode(withTail), "the control").toContain("GPS");
    expect(bareJpeg(bare!.bytes), "nothing more to take").toEqual(bare);
  });

  test("what is no whole JPEG is none", () => {
    const whole = jpegOf(TABLE, FRAME, SCAN);
    const wrong = [
      new Uint8Array(),
      Uint8Array.from(textOf("hola")),
      whole.subarray(0, whole.length - 2),
      whole.subarray(2),
      jpegOf(TABLE, SCAN),
      jpegOf(TABLE, FRAME),
      jpegOf(segment(0xc0, [8, 0, 0, 0, 0, 1, 1, 0x11, 0]), SCAN),
    ];
    for (const bytes of wrong) expect(bareJpeg(bytes)).toBeNull();
  });

  test("no bytes make it throw, and nothing of a camera is left in whatever it gives", () => {
    const part = fc.oneof(
      fc.constantFrom(TABLE, FRAME, SCAN, END, segment(0xe1, textOf(GPS)), segment(0xfe, textOf(GPS))),
      fc.array(fc.nat(255), { maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const bare = bareJpeg(jpegOf(...parts));
        if (bare === null) return;
        expect([...bare.bytes.subarray(0, 2)]).toEqual([0xff, 0xd8]);
        expect(bareJpeg(bare.bytes)).toEqual(bare);
      }),
      { numRuns: 3000 },
    );
  });
});
