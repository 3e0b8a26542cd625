/** A file that was named on the command line. Refusals do not repeat its name. */
import { Refusal } from "./failure.ts";
import type { Runner } from "./runner.ts";

/** All of a file, or a {@link Refusal}; `which` says which of several files is meant. */
export async function fileBytes(
  { host, wording: { cli } }: Runner,
  path: string,
  which: (line: string) => string = (line) => line,
): Promise<Uint8Array> {
  try {
    return await host.readFile(path);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new Refusal(which(missing ? cli.noFile : cli.fileUnreadable), { cause: error });
  }
}
