/**
 * A hub as a whole process with a folder of its own, which can lose its power and come back: the same
 * folder, and therefore the same address for the page that it serves.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../../scripts/project.mjs";

export interface HubProcessOptions {
  readonly folder: string;
  /** Turns a command line into one that runs elsewhere (a network namespace). */
  readonly within?: (command: readonly string[]) => readonly string[];
  /** Further arguments of `vereda hub`. */
  readonly args?: readonly string[];
  /** Another build of the program; the project's if absent. */
  readonly program?: string;
}

export interface HubProcess {
  /** Where the page is. The same after each start. */
  url(): string;
  /** Where other devices reach the hub. */
  peers(): readonly string[];
  /** Where the page is on the local network, and its authority's fingerprint; none without `--lan`. */
  lan(): { readonly urls: readonly string[]; readonly fingerprint: string };
  /** What it said on standard error so far. */
  noted(): string;
  /** Starts it, with further arguments for this once. */
  start(more?: readonly string[]): Promise<void>;
  /** As a power cut: no signal handler runs. Resolves when the process is gone. */
  kill(): Promise<void>;
}

interface Line {
  readonly url: string;
  readonly peers: readonly string[];
  readonly lan?: readonly string[];
  readonly fingerprint?: string;
}

function firstLine(child: ChildProcess, noted: () => string): Promise<Line> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.once("error", reject);
    child.once("exit", (code) => {
      reject(new Error(`the hub ended with ${String(code)}: ${noted()}`));
    });
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const end = said.indexOf("\n");
      if (end >= 0) resolve(JSON.parse(said.slice(0, end)) as Line);
    });
  });
}

/** A hub that is not started yet. End it with `kill` in `afterAll`. */
export function hubProcess(options: HubProcessOptions): HubProcess {
  const {
    folder,
    within = (command) => command,
    args = [],
    program = join(ROOT, "dist/vereda.js"),
  } = options;
  let child: ChildProcess | null = null;
  let line: Line = { url: "", peers: [] };
  let noted = "";
  return {
    url: () => line.url,
    peers: () => line.peers,
    lan: () => ({ urls: line.lan ?? [], fingerprint: line.fingerprint ?? "" }),
    noted: () => noted,
    async start(more = []) {
      const words = [process.execPath, program, "hub", "--data", folder, ...args, ...more];
      const [command = "", ...rest] = within(words);
      const started = spawn(command, rest, { stdio: ["ignore", "pipe", "pipe"] });
      child = started;
      started.stderr.on("data", (chunk: Buffer) => {
        noted += chunk.toString();
      });
      line = await firstLine(started, () => noted);
    },
    async kill() {
      const ending = child;
      child = null;
      if (ending?.exitCode !== null || ending.signalCode !== null) return;
      const gone = new Promise((resolve) => ending.once("exit", resolve));
      ending.kill("SIGKILL");
      await gone;
    },
  };
}
