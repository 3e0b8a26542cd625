/** A machine that remembers what it was told to print, with an engine of which each test says what it answers. */
import type { Engine } from "../../src/engine/api/index.ts";
import type { Host, HubWish } from "../../src/cli/host.ts";
import { runCommand, type ExitCode } from "../../src/cli/program.ts";

const unexpected = (): never => {
  throw new Error("the test did not expect this call");
};

/** An engine with one locked vault. What a test does not give must not be called. */
export function fakeEngine(answers: Partial<Engine>): Engine {
  const calm: Partial<Engine> = {
    state: () => Promise.resolve({ kind: "locked", vaults: [] }),
    unlock: () => Promise.resolve(),
    subscribe: () => Promise.resolve(() => undefined),
    close: () => Promise.resolve(),
  };
  return new Proxy({ ...calm, ...answers } as Engine, {
    get: (target, name) =>
      // a promise asks whether the engine is one too
      Object.hasOwn(target, name) || name === "then" ? (Reflect.get(target, name) as unknown) : unexpected,
  });
}

export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Setting extends Partial<Host> {
  readonly engine?: Partial<Engine>;
  readonly input?: string | Uint8Array;
  /** What is typed at prompts, in order. */
  readonly typed?: readonly string[];
}

/** Answers with ids that are only words: the command line does not look into them. */
export const answering = (engine: {
  readonly [K in keyof Engine]?: (...args: never[]) => Promise<unknown>;
}): Setting => ({
  engine: engine as Partial<Engine>,
});

const bytesOf = (input: string | Uint8Array): Uint8Array =>
  typeof input === "string" ? new TextEncoder().encode(input) : input;

/** Runs one command line on a made-up machine. */
export async function run(args: readonly string[], setting: Setting = {}): Promise<Ran> {
  const { engine = {}, input = "", typed = [], ...host } = setting;
  const stdout: string[] = [];
  const stderr: string[] = [];
  const answers = [...typed];
  const code = await runCommand(args, {
    env: { VEREDA_PASSPHRASE: "cinco palabras de prueba juntas" },
    home: "/people/lucia",
    version: "0.0.0-test",
    stdinIsTerminal: false,
    stderrIsTerminal: false,
    roundsApartMs: 5000,
    stop: new AbortController().signal,
    now: () => Date.UTC(2026, 10, 21),
    elapsed: () => 0,
    print: async (text) => {
      stdout.push(typeof text === "string" ? text : new TextDecoder().decode(text));
    },
    note: (text) => {
      stderr.push(text);
    },
    ask: async (question) => {
      stderr.push(question);
      return answers.shift() ?? null;
    },
    readInput: async (most) => (bytesOf(input).length > most ? null : bytesOf(input)),
    readFile: () => Promise.reject(Object.assign(new Error("missing"), { code: "ENOENT" })),
    writeFile: () => Promise.reject(Object.assign(new Error("no folder"), { code: "ENOENT" })),
    hasProfile: () => Promise.resolve(true),
    openProfile: () => Promise.resolve(fakeEngine(engine)),
    startHub: (_wish: HubWish) => unexpected(),
    ...host,
  });
  return { code, stdout: stdout.join(""), stderr: stderr.join("") };
}

/** The one JSON object that was printed; fails unless it is alone. */
export const jsonOf = ({ stdout }: Ran): unknown => {
  if (!/^\{.*\}\n$/u.test(stdout)) throw new Error(`not one line of JSON: ${stdout}`);
  return JSON.parse(stdout) as unknown;
};
