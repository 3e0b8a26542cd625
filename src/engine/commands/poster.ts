/** A poster of somebody whom the house seeks: only where who seeks agreed, and with nothing of theirs on it. */
import { adulthoodOf, extractPoster, hasEnded, namesSeeker, type Report } from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { todayOf } from "../matches/release.ts";
import type { PosterView, PosterWish } from "../api/poster.ts";
import { noteTaken } from "./audit.ts";
import { photo } from "./photos.ts";
import { checkMayWrite } from "./write-records.ts";

/** The report that a poster is asked for. Throws `no-such-record`, `report-closed`. */
function openReport(house: House, id: RecordId): CatalogRecord {
  const record = house.catalog.get(id);
  if (record?.kind !== "report") throw new EngineError({ code: "no-such-record" });
  const report = record.fields as unknown as Report;
  if (report.status !== "open" || hasEnded(report)) throw new EngineError({ code: "report-closed" });
  return record;
}

/** `poster`. */
export async function poster(house: House, wish: PosterWish): Promise<PosterView> {
  checkMayWrite(house, "report");
  const { fields, conflicts } = openReport(house, wish.report);
  const report = fields as unknown as Report;
  const made = conflicts["posterAllowed"] === undefined ? extractPoster(report) : null;
  if (made === null) throw new EngineError({ code: "poster-not-allowed" });
  const contact = wish.contact.trim();
  if (contact === "") throw new EngineError({ code: "needs-contact" });
  if (namesSeeker(report, contact)) throw new EngineError({ code: "names-seeker" });
  await noteTaken(house, "print", 1);
  return {
    ...{ poster: made, contact, siteName: memberOf(house).site.name },
    photo: wish.withPhoto === true ? await photo(house, wish.report) : null,
    isMinor: adulthoodOf(fields, todayOf(house)) === "minor",
  };
}
