/**
 * Where the command line starts. The build's launcher (`scripts/build.mjs`) loads the shim that libp2p
 * needs before this file, so nothing here does.
 */
import { version } from "../../package.json";
import { nameOf } from "./failure.ts";
import { createNodeHost } from "./node-host.ts";
import { runCommand } from "./program.ts";
import { languageIn, wordingOf } from "./wording.ts";

/** A signal that a parent process passes on arrives twice: only a later one means impatience. */
const IMPATIENT_MS = 1000;
const CLOSING_MS = 10_000;

// names and codes on the command line are not for other users of this machine to list
process.title = "vereda";

const args = process.argv.slice(2);
const stop = new AbortController();
const host = createNodeHost({ version, stop });

let askedAt: number | null = null;
function askToStop(): void {
  if (askedAt !== null && host.now() - askedAt > IMPATIENT_MS) process.exit(1);
  if (askedAt !== null) return;
  askedAt = host.now();
  stop.abort();
  setTimeout(() => process.exit(1), CLOSING_MS).unref();
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, askToStop);
// whoever read the output has gone: `vereda list card | head`
process.stdout.on("error", () => process.exit(1));
process.stderr.on("error", () => undefined);
process.on("unhandledRejection", (reason) => {
  host.note(`${wordingOf(languageIn(args)).cli.background(nameOf(reason))}\n`);
});

process.exit(await runCommand(args, host));
