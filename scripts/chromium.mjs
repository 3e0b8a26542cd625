/**
 * Where a Chromium is on this machine, for the browser tests and the screenshots. Knows paths, not how it is
 * started (tests/support/chromium.ts).
 */
import { execFileSync } from "node:child_process";
import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge"];
const PLACES = [
  "/usr/bin",
  "/usr/local/bin",
  "/snap/bin",
  "/opt/google/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
];

/** What to do where none is found and none can be installed by us. */
export const CHROMIUM_ADVICE =
  "No Chromium found. Install one (Debian, Ubuntu: apt-get install chromium) or set VEREDA_CHROMIUM to its path.";

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Looks at VEREDA_CHROMIUM, then at PATH and the usual places.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null} the program's path; null: there is none
 */
export function findChromium(env = process.env) {
  const chosen = env["VEREDA_CHROMIUM"];
  if (chosen !== undefined && chosen !== "") return isProgram(chosen) ? chosen : null;
  const folders = [...(env["PATH"] ?? "").split(delimiter).filter(Boolean), ...PLACES];
  const candidates = folders.flatMap((place) =>
    /\/(Google Chrome|Chromium)$|\.exe$/.test(place) ? [place] : NAMES.map((name) => join(place, name)),
  );
  return candidates.find(isProgram) ?? null;
}

/** Whether this machine lets us install Chromium with apt: root, on Debian or a child of it. */
function mayInstall() {
  if (process.getuid?.() !== 0) return false;
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

/**
 * Finds Chromium, and installs it where that is ours to do.
 * @param {(line: string) => void} say
 * @returns {string | null} its path; null: none, and the person has been told what to do
 */
export function ensureChromium(say) {
  const found = findChromium();
  if (found !== null) return found;
  if (!mayInstall()) {
    say(CHROMIUM_ADVICE);
    return null;
  }
  say("Installing Chromium for the browser tests ...");
  try {
    execFileSync("apt-get", ["update"], { stdio: ["ignore", "ignore", "inherit"] });
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } catch {
    say(`apt-get could not install it. ${CHROMIUM_ADVICE}`);
    return null;
  }
  return findChromium();
}
