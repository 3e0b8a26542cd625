/**
 * Leaving at once: the page is emptied in the same instant, what was typed is handed to the engine if
 * it takes it in a blink, then the engine ends with every key and PIN in its memory, and the tab goes
 * to a calendar that loads nothing of Vereda's records. Coming back takes the passphrase.
 */
import { keepDrafts } from "./drafts.ts";
import type { EngineClient } from "./engine-client.ts";
import { t } from "./look.ts";

/** Longest time for the engine to seal what was being typed. */
const BLINK_MS = 300;

/** A page of its own, so that nothing of this one stays in the tab's memory. */
export const COVER_PAGE = "/calendario.html";

const blink = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, BLINK_MS));

/** `go` opens the cover in place of this page, so that Back does not lead here. */
export async function panic(client: EngineClient, go: (page: string) => void): Promise<void> {
  document.body.replaceChildren();
  document.title = t().locks.cover;
  history.replaceState(null, "", location.pathname);
  await Promise.race([keepDrafts(client.engine), blink()]);
  client.end();
  go(COVER_PAGE);
}
