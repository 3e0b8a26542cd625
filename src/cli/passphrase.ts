/**
 * Where a passphrase comes from: the variable VEREDA_PASSPHRASE (VEREDA_NEW_PASSPHRASE for the one to
 * change to), else a prompt that does not show it. Never from the command itself, which other users
 * of the machine can read.
 */
import { Interrupted, Refusal } from "./failure.ts";
import type { Host } from "./host.ts";
import type { Wording } from "./wording.ts";

const VARIABLE = "VEREDA_PASSPHRASE";
const NEW_VARIABLE = "VEREDA_NEW_PASSPHRASE";

async function typed(host: Host, wording: Wording, question: string): Promise<string> {
  const answer = await host.ask(`${question}: `, { hidden: true });
  if (host.stop.aborted) throw new Interrupted();
  if (answer === null || answer === "") throw new Refusal(wording.cli.needPassphrase);
  return answer;
}

/** The passphrase of a vault: one that exists, or one that is made now, which is typed twice. */
export async function readPassphrase(host: Host, wording: Wording, kind: "known" | "new"): Promise<string> {
  const given = host.env[VARIABLE];
  if (given !== undefined && given !== "") return given;
  if (!host.stdinIsTerminal) throw new Refusal(wording.cli.needPassphrase);
  const { passphrase, passphraseAgain, differentPassphrase } = wording.shared.welcome;
  const first = await typed(host, wording, passphrase);
  if (kind === "new" && (await typed(host, wording, passphraseAgain)) !== first) {
    throw new Refusal(differentPassphrase);
  }
  return first;
}

/** The passphrase to change to, typed twice. */
export async function readNextPassphrase(host: Host, wording: Wording): Promise<string> {
  const given = host.env[NEW_VARIABLE];
  if (given !== undefined && given !== "") return given;
  if (!host.stdinIsTerminal) throw new Refusal(wording.cli.needNewPassphrase);
  const { passphraseAgain, differentPassphrase } = wording.shared.welcome;
  const first = await typed(host, wording, wording.shared.locks.next);
  if ((await typed(host, wording, passphraseAgain)) !== first) throw new Refusal(differentPassphrase);
  return first;
}
