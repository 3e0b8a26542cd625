/** Photos and posters in the engine in memory: made of the report as it stands there. */
import { adulthoodOf, bareJpeg, extractPoster, namesSeeker, type PersonFields, type Report } from "#model";
import { type Engine, EngineError, type RecordId } from "../../src/engine/api/index.ts";
import type { PhotoCommands, PhotoView } from "../../src/engine/api/photo.ts";
import type { PosterCommands } from "../../src/engine/api/poster.ts";

export type FakePoster = PosterCommands & PhotoCommands;

export function fakePoster(engine: Pick<Engine, "show">): FakePoster {
  const photos = new Map<RecordId, PhotoView>();
  return {
    photo: async (report) => photos.get(report) ?? null,
    async setPhoto({ report, jpeg }) {
      const picture = bareJpeg(jpeg);
      if (picture === null) throw new EngineError({ code: "no-photo" });
      const { bytes, width, height } = picture;
      const view = { jpeg: bytes, width, height, changedAt: null };
      photos.set(report, view);
      return view;
    },
    async takeBackPhoto(report) {
      photos.delete(report);
    },
    async poster({ report: id, contact, withPhoto = false }) {
      const { fields } = await engine.show(id);
      const report = fields as Report;
      const poster = extractPoster(report);
      if (poster === null) throw new EngineError({ code: "poster-not-allowed" });
      if (contact.trim() === "") throw new EngineError({ code: "needs-contact" });
      if (namesSeeker(report, contact)) throw new EngineError({ code: "names-seeker" });
      const isMinor = adulthoodOf(fields as PersonFields, "2026-11-21") === "minor";
      const photo = withPhoto ? (photos.get(id) ?? null) : null;
      return { poster, contact, siteName: "Casa Tapachula", photo, isMinor };
    },
  };
}
