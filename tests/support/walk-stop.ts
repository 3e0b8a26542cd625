/** One stop of the walk through the page (walk.ts). */
import type { Page } from "playwright-core";

export interface Stop {
  /** File name of the picture. */
  readonly name: string;
  /** State of the profile when the page is opened. */
  readonly start: "empty" | "locked" | "open" | "waiting" | "removed";
  readonly siteKind?: "shelter" | "advocates";
  readonly role?: "coordinator" | "protection" | "staff" | "volunteer" | "advocate";
  /** False for a house that is alone and has no records. */
  readonly people?: boolean;
  /** Something waits there that a device wrote before it was taken out. */
  readonly kept?: boolean;
  /** For the picture of a printed page. */
  readonly print?: boolean;
  readonly go: (page: Page) => Promise<void>;
}
