/**
 * The real machine behind {@link Host}: Node's terminal, files and LevelDB, the engine and the hub.
 * What is heavy (Automerge, libp2p) is loaded when a command needs it.
 */
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Engine } from "#engine";
import type { Host, HubWish, RunningHub } from "./host.ts";

export interface NodeHostOptions {
  readonly version: string;
  readonly stop: AbortController;
}

/** A folder that only its owner may look into. */
const PRIVATE = 0o700;
const PRIVATE_FILE = 0o600;
const ROUNDS_APART_MS = 5000;
const STORE_FOLDER = "store";
/** The build puts the page beside the command line. */
const PAGE_DIR = fileURLToPath(new URL("./page/", import.meta.url));

const nowhere = (): Writable =>
  new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });

function ask(question: string, hidden: boolean, stop: AbortController): Promise<string | null> {
  process.stderr.write(question);
  const output = hidden ? nowhere() : process.stderr;
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  return new Promise((resolve) => {
    const done = (answer: string | null): void => {
      resolve(answer);
      lines.close();
    };
    lines.once("line", done);
    lines.once("close", () => {
      // what the person typed to end the line was swallowed with the rest
      if (hidden) process.stderr.write("\n");
      resolve(null);
    });
    // the terminal is in raw mode: Ctrl+C arrives as a key, not as a signal
    lines.once("SIGINT", () => {
      stop.abort();
      done(null);
    });
  });
}

async function readInput(most: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const print = (text: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });

async function writeFile(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part`;
  try {
    const file = await open(part, "w", PRIVATE_FILE);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function hasProfile(dataDir: string): Promise<boolean> {
  try {
    return (await stat(join(dataDir, STORE_FOLDER))).isDirectory();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

async function openProfile(dataDir: string, { network }: { readonly network: boolean }): Promise<Engine> {
  const [
    { openEngine },
    { createSignatures, systemRandom },
    { createNodeTransport, openLevelStore, systemClock },
  ] = await Promise.all([import("#engine"), import("#crypto"), import("#sync/node")]);
  await mkdir(dataDir, { recursive: true, mode: PRIVATE });
  const store = await openLevelStore(join(dataDir, STORE_FOLDER));
  try {
    const signatures = await createSignatures();
    // nobody dials this process: it listens nowhere
    const transport = network ? await createNodeTransport({ listen: [], mdns: true }) : null;
    return openEngine({ store, transport, signatures, random: systemRandom, clock: systemClock });
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function startHub(wish: HubWish): Promise<RunningHub> {
  const hub = await import("#hub");
  await mkdir(wish.dataDir, { recursive: true, mode: PRIVATE });
  return hub.startHub({ ...wish, pageDir: PAGE_DIR });
}

export const createNodeHost = ({ version, stop }: NodeHostOptions): Host => ({
  env: process.env,
  home: homedir(),
  version,
  stdinIsTerminal: process.stdin.isTTY,
  stderrIsTerminal: process.stderr.isTTY,
  roundsApartMs: ROUNDS_APART_MS,
  stop: stop.signal,
  now: () => Date.now(),
  elapsed: () => performance.now(),
  print,
  note: (text) => {
    process.stderr.write(text);
  },
  ask: (question, { hidden }) => ask(question, hidden, stop),
  readInput,
  readFile,
  writeFile,
  hasProfile,
  openProfile,
  startHub,
});
