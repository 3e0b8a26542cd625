/**
 * A photo of somebody who is sought, by permission of who seeks. Lives in the `site` that took the report, one for each
 * report: its id follows from the report's. It is a small JPEG with nothing beside the picture (`jpeg.ts`), so that it is a
 * record like any other: sealed, carried, erased. Its bytes are kept in no catalog; they are read when somebody looks.
 */
import * as v from "valibot";
import { id, objectProblem, value, yesNo } from "./field-types.ts";
import { bad, ok } from "./read.ts";

/**
 * Of the picture. A face of 360 by 480 pixels needs some 20 KB; a byte more than this, and what is carried would be padded
 * to 64 KiB in place of 32.
 */
export const MOST_PHOTO_BYTES = 24_000;
/** On the longer side, where a page makes it smaller. */
export const PHOTO_PIXELS = 480;
/** Base64, as a record and a draft hold it. */
export const photoText = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));

/** Null for what is no base64. */
export function photoBytes(text: string): Uint8Array | null {
  if (!BASE64.test(text)) return null;
  try {
    return Uint8Array.from(atob(text), (one) => one.codePointAt(0) ?? 0);
  } catch {
    return null;
  }
}

const BASE64 = /^[A-Za-z\d+/]+={0,2}$/u;
const MOST_LETTERS = Math.ceil(MOST_PHOTO_BYTES / 3) * 4;

const jpeg = value<string>((input) => {
  if (typeof input !== "string" || !BASE64.test(input)) return bad("wrong-type");
  return input.length > MOST_LETTERS ? bad("too-long") : ok(input);
});

export const photoSchema = v.pipe(
  v.strictObject(
    {
      /** Whose photo it is. */
      report: id,
      /** Base64. Absent once it was taken back. */
      jpeg: v.exactOptional(jpeg),
      takenBack: v.exactOptional(yesNo),
    },
    objectProblem,
  ),
  v.forward(
    v.check(({ jpeg: picture, takenBack }) => picture !== undefined || takenBack === true, "required"),
    ["jpeg"],
  ),
);
