/**
 * What every command goes through: find the data folder, open the profile and its vault, do the
 * work, print what it came to, close. Stopping in between closes too, so the store stays whole.
 */
import { join } from "node:path";
import type { Engine } from "#engine";
import { createFormats, type Formats, type Language } from "#i18n";
import { faultLine, Interrupted, Refusal } from "./failure.ts";
import type { Host } from "./host.ts";
import { type Outcome, printOutcome } from "./output.ts";
import { readPassphrase } from "./passphrase.ts";
import { createProgressLine, type ProgressLine } from "./progress.ts";
import { chosenVault } from "./vault-choice.ts";
import type { Wording } from "./wording.ts";

/** Options that every command has. */
export interface CommonOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly vault?: string;
}

export interface VaultOptions {
  readonly network?: boolean;
  /** Stopping the program does not cut the work short: it watches for that itself, or is a short writing. */
  readonly toItsEnd?: boolean;
}

type Work = (engine: Engine) => Promise<Outcome | null>;

/** A command at work. `dataDir` and `json` are known once the command line has been read. */
export interface Runner {
  readonly host: Host;
  readonly language: Language;
  readonly wording: Wording;
  readonly formats: Formats;
  /** Where this command's profile is; `name` is the folder's name if none was given. */
  dataDir(name: "default" | "hub"): string;
  json(): boolean;
  /** Of the vault that exists; asked for once. */
  passphrase(): Promise<string>;
  /** Works in a vault that exists and prints the outcome; null: the work has printed what there was. */
  inVault(work: Work, options?: VaultOptions): Promise<void>;
  /**
   * Works in a profile that may have to be made, with the passphrase of the vault to come; `beside`:
   * also where other people's vaults are.
   */
  inNewVault(
    work: (engine: Engine, passphrase: string) => Promise<Outcome>,
    options?: { readonly beside: boolean; readonly network?: boolean },
  ): Promise<void>;
  /** Works without any profile and prints the outcome. */
  withoutProfile(work: (progress: ProgressLine) => Promise<Outcome>): Promise<void>;
  /** The promise's value, unless the program is stopped first: then {@link Interrupted}. */
  unlessStopped<T>(work: Promise<T>): Promise<T>;
}

/** What a runner is made from; `finish` hears the exit code of an outcome. */
export interface RunnerParts {
  readonly host: Host;
  readonly language: Language;
  readonly wording: Wording;
  readonly options: () => CommonOptions;
  readonly finish: (code: 0 | 1) => void;
}

function unlessStopped<T>(stop: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const give = (): void => {
      reject(new Interrupted());
    };
    if (stop.aborted) give();
    stop.addEventListener("abort", give, { once: true });
    work.then(resolve, reject).finally(() => {
      stop.removeEventListener("abort", give);
    });
  });
}

const dataDirOf = ({ host, options }: RunnerParts, name: "default" | "hub"): string =>
  options().data ?? join(host.home, ".vereda", name);

/** The work's outcome, printed. */
async function runAndPrint(
  parts: RunnerParts,
  engine: Engine,
  work: () => Promise<Outcome | null>,
): Promise<void> {
  const { host, wording, options, finish } = parts;
  const progress = createProgressLine(host, wording);
  try {
    await engine.subscribe((event) => {
      if (event.kind === "progress") progress.show(event.progress);
    });
    const outcome = await work();
    progress.clear();
    if (outcome !== null) finish(await printOutcome(host, outcome, options().json === true));
  } finally {
    progress.clear();
  }
}

async function withEngine(
  parts: RunnerParts,
  { network = false, toItsEnd = false }: VaultOptions,
  work: Work,
): Promise<void> {
  const { host } = parts;
  const engine = await host.openProfile(dataDirOf(parts, "default"), { network });
  try {
    // printed before closing: what is said only once (recovery words) must not get lost in a fault of closing
    await runAndPrint(parts, engine, () =>
      toItsEnd ? work(engine) : unlessStopped(host.stop, work(engine)),
    );
  } catch (error) {
    await engine.close().catch(() => undefined);
    throw error;
  }
  await engine.close();
}

async function withoutProfile(
  { host, wording, options, finish }: RunnerParts,
  work: (progress: ProgressLine) => Promise<Outcome>,
): Promise<void> {
  const progress = createProgressLine(host, wording);
  try {
    const outcome = await unlessStopped(host.stop, work(progress));
    progress.clear();
    finish(await printOutcome(host, outcome, options().json === true));
  } finally {
    progress.clear();
  }
}

export function createRunner(parts: RunnerParts): Runner {
  const { host, language, wording, options } = parts;
  let known: Promise<string> | null = null;
  const passphrase = (): Promise<string> => (known ??= readPassphrase(host, wording, "known"));
  const refused = (code: "no-profile" | "already-founded"): Refusal =>
    new Refusal(faultLine(wording, { code }));
  return {
    host,
    language,
    wording,
    formats: createFormats(language),
    dataDir: (name) => dataDirOf(parts, name),
    json: () => options().json === true,
    passphrase,
    withoutProfile: (work) => withoutProfile(parts, work),
    unlessStopped: (work) => unlessStopped(host.stop, work),
    async inVault(work, vaultOptions = {}) {
      if (!(await host.hasProfile(dataDirOf(parts, "default")))) throw refused("no-profile");
      await withEngine(parts, vaultOptions, async (engine) => {
        const state = await engine.state();
        if (state.kind === "empty") throw refused("no-profile");
        if (state.kind === "locked") {
          const vault = chosenVault(wording, state.vaults, options().vault);
          const named = vault === undefined ? {} : { vault };
          await engine.unlock({ ...named, passphrase: await passphrase() });
        }
        return work(engine);
      });
    },
    async inNewVault(work, { beside, network = false } = { beside: false }) {
      await withEngine(parts, { toItsEnd: true, network }, async (engine) => {
        // known before somebody thinks of a passphrase and types it twice
        if (!beside && (await engine.state()).kind !== "empty") throw refused("already-founded");
        return work(engine, await readPassphrase(host, wording, "new"));
      });
    },
  };
}
