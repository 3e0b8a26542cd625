/**
 * Starts the Chromium of this machine through playwright-core, for the story tests and the screenshots.
 * A browser with a profile folder keeps its IndexedDB from one start to the next, as a shelter's laptop does.
 */
import { chromium, type Browser, type BrowserContext } from "playwright-core";
import { CHROMIUM_ADVICE, findChromium } from "../../scripts/chromium.mjs";

/** Quiet, without a sandbox (tests run as root in containers), and without calls home. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** How a browser of a test differs from the ordinary. */
export interface BrowserOptions {
  /** Names that resolve to an address of ours, such as `{ "hub.test": "127.0.0.1" }`: an insecure origin. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Further command line flags. */
  readonly flags?: readonly string[];
  /** Goes on past certificates that nobody vouches for, as a person does who has compared fingerprints. */
  readonly pastWarnings?: boolean;
  /** Screen in CSS pixels; 1366 x 768 if absent. */
  readonly screen?: { readonly width: number; readonly height: number };
  /** Language of the browser; `es-MX` if absent. */
  readonly locale?: string;
  /** A program to start in the browser's place, which starts it: a script that enters a network namespace. */
  readonly launcher?: string;
}

/** Whether the browser tests can run here. */
export function chromiumIsHere(): boolean {
  return findChromium() !== null;
}

function launchOptions(options: BrowserOptions) {
  const executablePath = options.launcher ?? findChromium();
  if (executablePath === null) throw new Error(CHROMIUM_ADVICE);
  const rules = Object.entries(options.hosts ?? {}).map(([name, address]) => `MAP ${name} ${address}`);
  const args = [...FLAGS, ...(options.flags ?? [])];
  if (options.pastWarnings === true) args.push("--ignore-certificate-errors");
  if (rules.length > 0) args.push(`--host-resolver-rules=${rules.join(",")}`);
  return { executablePath, args, headless: true };
}

function contextOptions(options: BrowserOptions) {
  return { viewport: options.screen ?? { width: 1366, height: 768 }, locale: options.locale ?? "es-MX" };
}

/** A browser that forgets everything when it closes. Close it in `afterAll` or `finally`. */
export async function launchBrowser(options: BrowserOptions = {}): Promise<Browser> {
  return chromium.launch(launchOptions(options));
}

/**
 * A browser with its own profile in `folder`: IndexedDB survives `close()` and a second start.
 * Closing the returned context ends the browser.
 */
export async function launchProfile(folder: string, options: BrowserOptions = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...launchOptions(options), ...contextOptions(options) });
}
