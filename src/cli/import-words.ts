/** What was wrong with a file or a record of it, in words. */
import type { ImportCode } from "#formats";
import { wordProblem } from "#i18n";
import type { ProblemCode } from "#model";
import type { Wording } from "./wording.ts";

type FileCode = Exclude<ImportCode, ProblemCode>;

/** One thing that a file had wrong; `field` is null where no field is meant. */
export function importWords({ cli, shared }: Wording, code: ImportCode, field: string | null): string {
  const ofFiles: Readonly<Record<FileCode, string>> = cli.importErrors;
  const isOfFiles = (any: ImportCode): any is FileCode => Object.hasOwn(ofFiles, any);
  if (isOfFiles(code)) return ofFiles[code];
  return wordProblem(shared, { code, field: field ?? "name" });
}
