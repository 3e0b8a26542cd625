/**
 * Control runs that cannot be judged yet: their author or an operation they follow has not arrived.
 * Kept in memory, bounded, oldest out first; whoever sent them will offer them again. Their seals
 * are checked as soon as the author's key is known, their contents opened only then.
 */
import type { SignPublicKey, Signatures } from "#crypto";
import type { Entry } from "../log/entry.ts";
import { toText } from "#crypto";
import { logKey } from "../log/log-ref.ts";
import type { Run } from "../log/run.ts";
import { verifySeal } from "../log/seal.ts";
import type { AuthoredOperation } from "../membership/operations.ts";
import { type ControlKeys, readOperation } from "./control-log.ts";
import type { RefusedReason } from "./received.ts";

export const MAX_STAGED_RUNS = 512;
const MAX_STAGED_BYTES = 8 * 1024 * 1024;
const HEADER_BYTES = 256;

/** Whether every seal of a run is its author's. */
export async function verifySeals(signatures: Signatures, key: SignPublicKey, run: Run): Promise<boolean> {
  for (const seal of run.seals) {
    if (!(await verifySeal(signatures, key, { mesh: run.mesh, log: run.log, seal }))) return false;
  }
  return true;
}

/** A run on the stage, and what was found out about it. */
export class Staged {
  readonly run: Run;
  readonly bytes: number;
  /** Why it can never be accepted. */
  refused: RefusedReason | null = null;
  /** Whether its seals are its author's; false also as long as nobody could tell. */
  sealed = false;
  readonly #operations = new Map<Entry, AuthoredOperation>();

  constructor(run: Run) {
    this.run = run;
    this.bytes = run.entries.reduce((sum, { header }) => sum + header.length + HEADER_BYTES, 0);
  }

  /** Checks the seals once; refuses the run when one is not its author's. */
  async verify(signatures: Signatures, key: SignPublicKey): Promise<boolean> {
    if (this.sealed || this.refused !== null) return this.sealed;
    this.sealed = await verifySeals(signatures, key, this.run);
    if (!this.sealed) this.refused = "bad-seal";
    return this.sealed;
  }

  /** The operation of one entry, opened once; null, and the run refused, when it does not open. */
  async operation(entry: Entry, keys: ControlKeys): Promise<AuthoredOperation | null> {
    const known = this.#operations.get(entry);
    if (known !== undefined) return known;
    const operation = await readOperation(entry, keys);
    if (operation === null) this.refused = "unreadable";
    else this.#operations.set(entry, operation);
    return operation;
  }
}

const nameOf = ({ log, entries, seals }: Run): string => {
  const last = seals.at(-1);
  return [logKey(log), String(entries[0]?.header.seq), last === undefined ? "" : toText(last.signature)].join(
    "/",
  );
};

/** The bounded waiting room. */
export class Stage {
  readonly #staged = new Map<string, Staged>();
  #bytes = 0;

  /** Puts a run on the stage, or finds it there. */
  add(run: Run): Staged {
    const name = nameOf(run);
    const known = this.#staged.get(name);
    if (known !== undefined) return known;
    const staged = new Staged(run);
    this.#staged.set(name, staged);
    this.#bytes += staged.bytes;
    this.#shrink(staged);
    return staged;
  }

  #shrink(newest: Staged): void {
    for (const oldest of this.#staged.values()) {
      if (this.#staged.size <= MAX_STAGED_RUNS && this.#bytes <= MAX_STAGED_BYTES) return;
      if (oldest !== newest) this.remove(oldest);
    }
  }

  remove(staged: Staged): void {
    if (this.#staged.delete(nameOf(staged.run))) this.#bytes -= staged.bytes;
  }

  /** In the order of arrival. */
  all(): readonly Staged[] {
    return [...this.#staged.values()];
  }
}
