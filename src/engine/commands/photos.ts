/** Photos of who is sought: keeping one with its report, looking at it, taking it back. */
import { fromText, hash, toText } from "#crypto";
import { bareJpeg, MOST_PHOTO_BYTES } from "#model";
import { EngineError, type RecordId } from "../api.ts";
import type { House } from "../house.ts";
import type { PhotoView } from "../photo-api.ts";
import { RECORD_ID_BYTES } from "../records/content.ts";
import { wholeOf } from "../records/heavy.ts";
import { checkMayWrite, putRecords } from "./write-records.ts";

/** One for each report, whichever device keeps it. */
function photoIdOf(report: RecordId): RecordId {
  const bytes = fromText(report, RECORD_ID_BYTES);
  if (bytes === null) throw new EngineError({ code: "no-such-record" });
  return toText(hash("vereda/photo/1", bytes).subarray(0, RECORD_ID_BYTES)) as RecordId;
}

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (one) => one.codePointAt(0) ?? 0);

/** Throws `not-allowed`, `no-such-record`. */
function checkReport(house: House, report: RecordId): void {
  checkMayWrite(house, "photo");
  if (house.catalog.get(report)?.kind !== "report") throw new EngineError({ code: "no-such-record" });
}

/** `photo`. */
export async function photo(house: House, report: RecordId): Promise<PhotoView | null> {
  checkReport(house, report);
  const record = house.catalog.get(photoIdOf(report));
  // of what two devices said at once the narrower counts
  const isTakenBack = record?.fields["takenBack"] === true || record?.conflicts["takenBack"] !== undefined;
  if (record?.kind !== "photo" || isTakenBack) return null;
  const whole = wholeOf(house, record, await house.ingest.contents(record.entries));
  const text = whole?.fields["jpeg"];
  const picture = typeof text === "string" ? bareJpeg(fromBase64(text)) : null;
  if (picture === null) return null;
  const { bytes: jpeg, width, height } = picture;
  return { jpeg, width, height, changedAt: record.changedAt };
}

/** `setPhoto`. */
export async function setPhoto(
  house: House,
  { report, jpeg }: { readonly report: RecordId; readonly jpeg: Uint8Array },
): Promise<PhotoView> {
  checkReport(house, report);
  const picture = bareJpeg(jpeg);
  if (picture === null) throw new EngineError({ code: "no-photo" });
  const { length } = picture.bytes;
  if (length > MOST_PHOTO_BYTES)
    throw new EngineError({ code: "photo-too-large", bytes: length, most: MOST_PHOTO_BYTES });
  const input = { report, jpeg: toBase64(picture.bytes) };
  await putRecords(house, [{ id: photoIdOf(report), kind: "photo", input }]);
  const kept = await photo(house, report);
  if (kept === null) throw new EngineError({ code: "no-photo" });
  return kept;
}

/** `takeBackPhoto`. */
export async function takeBackPhoto(house: House, report: RecordId): Promise<void> {
  checkReport(house, report);
  const input = { report, takenBack: true };
  await putRecords(house, [{ id: photoIdOf(report), kind: "photo", input }]);
}
