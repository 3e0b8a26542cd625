/** What the engine offers for a poster of somebody who is sought. */
import type { Poster } from "#model";
import type { PhotoView } from "./photo.ts";
import type { RecordId } from "./record-id.ts";

export interface PosterWish {
  readonly report: RecordId;
  /** Whom to call: a line of the house's, which is kept nowhere. */
  readonly contact: string;
  /** With the photo that is kept with the report. Unless told, without: of a child protection is asked first. */
  readonly withPhoto?: boolean;
}

export interface PosterView {
  readonly poster: Poster;
  readonly contact: string;
  readonly siteName: string;
  readonly photo: PhotoView | null;
  /** By what is known of their age today: whoever prints it asks protection first. */
  readonly isMinor: boolean;
}

/**
 * `poster-not-allowed`: who seeks has not agreed to one, or devices noted a yes and a no at once. `names-seeker`: the line
 * of whom to call names who seeks, or holds their number.
 */
export interface PosterFault {
  readonly code: "poster-not-allowed" | "names-seeker" | "needs-contact";
}

export interface PosterCommands {
  /** Of a report of the house; noted as taken out. Faults: `not-allowed`, `no-such-record`, `report-closed`. */
  poster(wish: PosterWish): Promise<PosterView>;
}
