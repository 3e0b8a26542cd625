/** Posters in the engine in memory: made of the report as it stands there. */
import { adulthoodOf, extractPoster, namesSeeker, type PersonFields, type Report } from "#model";
import { type Engine, EngineError } from "../../src/engine/api.ts";
import type { PosterCommands } from "../../src/engine/poster-api.ts";

export const fakePoster = (engine: Pick<Engine, "show">): PosterCommands => ({
  async poster({ report: id, contact }) {
    const { fields } = await engine.show(id);
    const report = fields as Report;
    const poster = extractPoster(report);
    if (poster === null) throw new EngineError({ code: "poster-not-allowed" });
    if (contact.trim() === "") throw new EngineError({ code: "needs-contact" });
    if (namesSeeker(report, contact)) throw new EngineError({ code: "names-seeker" });
    const isMinor = adulthoodOf(fields as PersonFields, "2026-11-21") === "minor";
    return { poster, contact, siteName: "Casa Tapachula", isMinor };
  },
});
