/**
 * Global setup of the story tests: they start dist/vereda.js as whole processes, so it has to be what the
 * sources say. Costs nothing when the build is up to date.
 */
import { buildIfStale } from "../../scripts/build.mjs";

export async function setup(): Promise<void> {
  await buildIfStale({ say: (line) => process.stderr.write(`${line}\n`) });
}
