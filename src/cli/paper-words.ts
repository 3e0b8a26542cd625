/** A line on the error output where what was typed holds what looks like the number of a paper. */
import { hasPaperNumber } from "#model";
import type { Runner } from "./runner.ts";

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Says what to do, and never what was typed. */
export function warnOfPapers({ host, wording }: Runner, input: unknown): void {
  if (textsIn(input).some(hasPaperNumber)) host.note(`${wording.shared.shell.paperNumber}\n`);
}
