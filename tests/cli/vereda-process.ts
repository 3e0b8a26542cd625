/** dist/vereda.js as whole processes, each profile in a folder of its own, with strict readers of what they print. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ROOT } from "../../scripts/project.mjs";

const PROGRAM = join(ROOT, "dist/vereda.js");
export const PASSPHRASE = "nube clavo tambor lino quince";
/** A hub that nobody else on this machine's networks finds, at ports that are free. */
export const LOOPBACK_ONLY = ["--no-mdns", "--listen", "/ip4/127.0.0.1/tcp/0", "--port", "0"];
const POLL_MS = 200;
const PATIENCE_MS = 90_000;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** What it reads on standard input; an object is written as JSON. */
  readonly input?: string | Uint8Array | object;
  readonly passphrase?: string;
}

export interface Running {
  /** The first line on standard output. */
  readonly firstLine: Promise<string>;
  readonly ended: Promise<Ended>;
  signal(name: NodeJS.Signals): void;
}

export interface RunningHub {
  readonly running: Running;
  /** Of its page. */
  readonly url: string;
  /** At which it is reached over TCP. */
  readonly address: string;
}

/** A place on the disk for one test file: profiles, hubs, and the processes that run on them. */
export interface Playground {
  folder(name: string): string;
  start(args: readonly string[], options?: RunOptions): Running;
  /** Runs one command on a profile to its end. */
  readonly run: (profile: string, args: readonly string[], options?: RunOptions) => Promise<Ended>;
  /** What one command on a profile answers; throws where it does not do what it is told. */
  readonly ask: <T>(profile: string, args: readonly string[], input?: object) => Promise<T>;
  /** Starts a hub that others reach on this machine only; it serves when this resolves. */
  hub(name: string, ...args: readonly string[]): Promise<RunningHub>;
  /** Ends all processes and removes the folders. */
  clear(): Promise<void>;
}

function watch(child: ChildProcess): Running {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      stdout.push(chunk);
      const [line, rest] = Buffer.concat(stdout).toString().split("\n", 2);
      if (line !== undefined && rest !== undefined) resolve(line);
    });
    ended.then(
      ({ code, stderr: said }) => reject(new Error(`ended with ${String(code)} and no line: ${said}`)),
      reject,
    );
  });
  // whoever asks for the line hears of it; the others do not care
  firstLine.catch(() => undefined);
  return { firstLine, ended, signal: (name) => void child.kill(name) };
}

const written = (input: string | Uint8Array | object): string | Uint8Array =>
  typeof input === "string" || input instanceof Uint8Array ? input : JSON.stringify(input);

/** `program`: another build than the project's. */
export function createPlayground(program: string = PROGRAM): Playground {
  const root = mkdtempSync(join(tmpdir(), "vereda-cli-"));
  const running = new Set<Running>();
  const folder = (name: string): string => {
    const path = join(root, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const start: Playground["start"] = (args, { input = "", passphrase = PASSPHRASE } = {}) => {
    const env = { PATH: process.env["PATH"], HOME: root, VEREDA_PASSPHRASE: passphrase };
    const child = spawn(process.execPath, [program, ...args], { env, stdio: "pipe" });
    child.stdin.on("error", () => undefined);
    child.stdin.end(written(input));
    const process_ = watch(child);
    running.add(process_);
    void process_.ended.finally(() => running.delete(process_)).catch(() => undefined);
    return process_;
  };
  const run: Playground["run"] = (profile, args, options) =>
    start([...args, "--data", folder(profile), "--json"], options).ended;
  return {
    folder,
    start,
    run,
    async ask<T>(profile: string, args: readonly string[], input?: object) {
      return oneObject(await run(profile, args, input === undefined ? {} : { input })) as T;
    },
    async hub(name, ...args) {
      const hub = start(["hub", ...LOOPBACK_ONLY, ...args, "--data", folder(name), "--json"]);
      const { url, peers } = JSON.parse(await hub.firstLine) as { url: string; peers: readonly string[] };
      const address = peers.find((peer) => /^\/ip4\/127\.0\.0\.1\/tcp\/\d+$/u.test(peer));
      if (address === undefined) throw new Error(`no address in ${peers.join(" ")}`);
      return { running: hub, url, address };
    },
    async clear() {
      for (const one of running) one.signal("SIGKILL");
      await Promise.allSettled([...running].map(({ ended }) => ended));
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** What a command printed, if it is exactly one JSON object on one line; throws otherwise. */
export function oneObject({ code, stdout, stderr }: Ended): unknown {
  if (code !== 0 || !/^\{.*\}\n$/u.test(stdout)) throw new Error(`exit ${String(code)}: ${stdout}${stderr}`);
  return JSON.parse(stdout) as unknown;
}

/** Asks again until there is an answer; never for longer than a slow machine may need. */
export async function until<T>(what: string, ask: () => Promise<T | null>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await pause(POLL_MS);
  }
}
