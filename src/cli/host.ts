/**
 * What the command line needs of the machine that it runs on: a terminal, files, profiles, hubs.
 * Commands see nothing else, so tests hand them a made-up one; the real one is `node-host.ts`.
 */
import type { Engine } from "#engine";

/** What `src/hub` is started with. */
export interface HubWish {
  readonly dataDir: string;
  readonly port?: number;
  readonly joinCode?: string;
  readonly listen: readonly string[];
  readonly peers: readonly string[];
  readonly mdns: boolean;
  /** Also serves the page on the local network; the guide is what phones are told there. */
  readonly lan: { readonly guide: (fingerprint: string) => string } | null;
  /** What failed in the background; the hub goes on. */
  readonly onFault: (error: unknown) => void;
}

/** A hub that serves. */
export interface RunningHub {
  readonly url: string;
  /** Multiaddrs at which other devices reach it. */
  readonly peers: readonly string[];
  /** The page on the local network, and what its certificate's authority is known by. */
  readonly lan: { readonly urls: readonly string[]; readonly fingerprint: string } | null;
  stop(): Promise<void>;
}

export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder of the person who is logged in. */
  readonly home: string;
  readonly version: string;
  readonly stdinIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Between two rounds of a sync that goes on. */
  readonly roundsApartMs: number;
  /** Aborts when the person or the system asks the program to stop. */
  readonly stop: AbortSignal;
  now(): number;
  /** Milliseconds since some moment, with fractions, that never go back: for how long something took. */
  elapsed(): number;
  /** Resolves when the text has been handed over. */
  print(text: string | Uint8Array): Promise<void>;
  note(text: string): void;
  /** One line typed at the terminal, without its echo if `hidden`; null when the input ended. */
  ask(question: string, options: { readonly hidden: boolean }): Promise<string | null>;
  /** All of standard input; null when it is longer than `most` bytes. */
  readInput(most: number): Promise<Uint8Array | null>;
  /** Rejects as `node:fs` does. */
  readFile(path: string): Promise<Uint8Array>;
  /** Writes a file that only its owner may read, whole or not at all. Rejects as `node:fs` does. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /** Whether the data folder holds a profile. */
  hasProfile(dataDir: string): Promise<boolean>;
  /** Opens, or begins, the profile in this folder; without `network` it talks to nobody. */
  openProfile(dataDir: string, options: { readonly network: boolean }): Promise<Engine>;
  startHub(wish: HubWish): Promise<RunningHub>;
}
