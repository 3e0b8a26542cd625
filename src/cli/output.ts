/**
 * What a command prints: with `--json` one object on standard output and nothing else there,
 * otherwise lines for people. The shapes are stable: design section 9, README.
 */
import type { Host } from "./host.ts";

/** What a command came to. */
export interface Outcome {
  /** For programs. */
  readonly data: object;
  /** For people, on standard output. */
  readonly lines: () => readonly string[];
  /** A file that stands on standard output instead of the lines, byte for byte. */
  readonly file?: Uint8Array;
  /** For people, beside the result: what to do now. On standard error, and not with `--json`. */
  readonly notes?: readonly string[];
  /** Said on standard error whatever the form, when there is a result and yet the command failed: exit 1. */
  readonly failed?: string;
}

const LAST_MS = 8.64e15;

/** A time in ISO 8601 UTC; null for never. Clocks of other devices may say anything: what is no date is null. */
export const isoTime = (ms: number | null): string | null =>
  ms === null || Number.isNaN(ms) || Math.abs(ms) > LAST_MS ? null : new Date(ms).toISOString();

// ESC and the like in a name that came from elsewhere must not steer the terminal
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** A line as a terminal may show it. */
export const printable = (line: string): string => line.replace(CONTROLS, "\u{fffd}").replaceAll("\n", " ");

/** Prints the outcome and says with which code to exit. */
export async function printOutcome(host: Host, outcome: Outcome, json: boolean): Promise<0 | 1> {
  if (json) await host.print(`${JSON.stringify(outcome.data)}\n`);
  else if (outcome.file !== undefined) await host.print(outcome.file);
  else {
    const lines = outcome.lines();
    if (lines.length > 0) await host.print(`${lines.map(printable).join("\n")}\n`);
    for (const note of outcome.notes ?? []) host.note(`${printable(note)}\n`);
  }
  if (outcome.failed === undefined) return 0;
  host.note(`${printable(outcome.failed)}\n`);
  return 1;
}
