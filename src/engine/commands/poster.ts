/** A poster of somebody whom the house seeks: only where who seeks agreed, and with nothing of theirs on it. */
import { adulthoodOf, extractPoster, hasEnded, namesSeeker, type Report } from "#model";
import { EngineError } from "../api.ts";
import { type House, memberOf } from "../house.ts";
import { todayOf } from "../matches/release.ts";
import type { PosterView, PosterWish } from "../poster-api.ts";
import { noteTaken } from "./audit.ts";
import { checkMayWrite } from "./write-records.ts";

/** `poster`. */
export async function poster(house: House, { report: id, contact }: PosterWish): Promise<PosterView> {
  checkMayWrite(house, "report");
  const record = house.catalog.get(id);
  if (record?.kind !== "report") throw new EngineError({ code: "no-such-record" });
  const report = record.fields as unknown as Report;
  if (report.status !== "open" || hasEnded(report)) throw new EngineError({ code: "report-closed" });
  const made = record.conflicts["posterAllowed"] === undefined ? extractPoster(report) : null;
  if (made === null) throw new EngineError({ code: "poster-not-allowed" });
  const line = contact.trim();
  if (line === "") throw new EngineError({ code: "needs-contact" });
  if (namesSeeker(report, line)) throw new EngineError({ code: "names-seeker" });
  await noteTaken(house, "print", 1);
  return {
    ...{ poster: made, contact: line, siteName: memberOf(house).site.name },
    isMinor: adulthoodOf(record.fields, todayOf(house)) === "minor",
  };
}
