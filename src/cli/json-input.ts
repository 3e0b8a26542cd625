/** A record or a patch as JSON on standard input. Whether its fields are right is for the engine to say. */
import { Refusal } from "./failure.ts";
import type { Runner } from "./runner.ts";

const KILOBYTE = 1024;
const MOST_BYTES = 1024 * KILOBYTE;

function decoded(bytes: Uint8Array, otherwise: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Refusal(otherwise, { cause: error });
  }
}

/** The place that the parser names; its message as a whole quotes the input, which may be about a person. */
function placeIn(error: unknown): number | null {
  const place = error instanceof Error ? /position (\d+)/u.exec(error.message)?.[1] : undefined;
  return place === undefined ? null : Number(place) + 1;
}

/** Reads all of standard input as one JSON value; anything else is a {@link Refusal}. */
export async function readJson(runner: Runner): Promise<unknown> {
  const { host, wording } = runner;
  if (host.stdinIsTerminal) {
    // the end of input closes a terminal for good: what else is asked has to be asked before
    await runner.passphrase();
    host.note(`${wording.cli.typeJson}\n`);
  }
  const bytes = await host.readInput(MOST_BYTES);
  if (bytes === null) throw new Refusal(wording.cli.tooMuchInput(MOST_BYTES / KILOBYTE));
  const text = decoded(bytes, wording.cli.notUtf8);
  if (text.trim() === "") throw new Refusal(wording.cli.noJson);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Refusal(wording.cli.badJson(placeIn(error)), { cause: error });
  }
}
