/** Photos of who is sought: keeping one with its report, looking at it, taking it back. */
import { bareJpeg, MOST_PHOTO_BYTES, photoBytes, photoText } from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import type { House } from "../house/house.ts";
import type { PhotoView } from "../api/photo.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { wholeOf } from "../records/heavy.ts";
import { idFrom } from "../records/id-from.ts";
import { noteOpening } from "./audit.ts";
import { checkMayWrite, putRecords } from "./write-records.ts";

/** One for each report, whichever device keeps it. */
function photoIdOf(report: RecordId): RecordId {
  const id = idFrom("vereda/photo/1", report);
  if (id === null) throw new EngineError({ code: "no-such-record" });
  return id;
}

/** Throws `not-allowed`, `no-such-record`. */
function checkReport(house: House, report: RecordId): void {
  checkMayWrite(house, "photo");
  if (house.catalog.get(report)?.kind !== "report") throw new EngineError({ code: "no-such-record" });
}

/** Of what two devices said at once the narrower counts. */
const isTakenBack = ({ fields, conflicts }: CatalogRecord): boolean =>
  fields["takenBack"] === true || conflicts["takenBack"] !== undefined;

/** `photo`. */
export async function photo(house: House, report: RecordId): Promise<PhotoView | null> {
  checkReport(house, report);
  noteOpening(house, report);
  const record = house.catalog.get(photoIdOf(report));
  if (record?.kind !== "photo" || isTakenBack(record)) return null;
  const whole = wholeOf(record, {
    contents: await house.ingest.contents(record.entries),
    membership: house.replica.membership(),
  });
  const text = whole?.fields["jpeg"];
  const kept = typeof text === "string" ? photoBytes(text) : null;
  const picture = kept === null ? null : bareJpeg(kept);
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
  const input = { report, jpeg: photoText(picture.bytes) };
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
