/**
 * From anything that was thrown to one clear line that says what to do. Errors of other layers are
 * told by their shape, so that wording a slip does not load the engine. A line holds codes and
 * words of our own, never a message from below: it could quote what somebody typed.
 */
import type { Fault } from "#engine";
import { fill, wordFault, wordProblem } from "#i18n";
import { importWords } from "./import-words.ts";
import type { Wording } from "./wording.ts";

/** The command is not written as it has to be: exit 2. The message is for people. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The command could not be done: exit 1. The message is for people. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** The person or the system stopped the program in the middle of a command. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

type PlainFault =
  | "profile-in-use"
  | "storage-full"
  | "storage-failed"
  | "storage-damaged"
  | "code-mistyped"
  | "other-mesh"
  | "seed-unknown";
type CliLine = "noPermission" | "notAFolder" | "portTaken" | "addressRefused" | "noNetwork";

/** Codes of stores, hubs and the platform that mean the same as a fault of the engine. */
const AS_FAULT: Readonly<Record<string, PlainFault>> = {
  "store-locked": "profile-in-use",
  "store-full": "storage-full",
  "store-damaged": "storage-damaged",
  "store-failed": "storage-failed",
  "store-conflict": "storage-failed",
  "folder-in-use": "profile-in-use",
  "disk-full": "storage-full",
  "folder-damaged": "storage-damaged",
  "bad-code": "code-mistyped",
  "no-letter": "seed-unknown",
  "other-mesh": "other-mesh",
  ENOSPC: "storage-full",
  EIO: "storage-failed",
  EDQUOT: "storage-full",
};

const AS_LINE: Readonly<Record<string, CliLine>> = {
  "port-taken": "portTaken",
  "bad-address": "addressRefused",
  "no-network": "noNetwork",
  EACCES: "noPermission",
  EPERM: "noPermission",
  EROFS: "noPermission",
  ENOTDIR: "notAFolder",
  EEXIST: "notAFolder",
  EADDRINUSE: "portTaken",
  EADDRNOTAVAIL: "addressRefused",
};

const MOST_CAUSES = 8;

/** The error and what caused it, outermost first. */
function* chain(error: unknown): Generator<Error> {
  let at = error;
  for (let depth = 0; at instanceof Error && depth < MOST_CAUSES; depth += 1) {
    yield at;
    at = at instanceof AggregateError ? at.errors[0] : at.cause;
  }
}

const codeOf = (error: Error): string | null =>
  "code" in error && typeof error.code === "string" ? error.code : null;

/** The fault that an error of the engine carries; null for other errors. */
export function faultOf(error: unknown): Fault | null {
  if (!(error instanceof Error) || error.name !== "EngineError" || !("fault" in error)) return null;
  return error.fault as Fault;
}

const numbersOf = (fault: Fault): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(fault).filter((pair): pair is [string, number] => typeof pair[1] === "number"),
  );

/** Why the engine did not do it, in the words of the command line where the page says it otherwise. */
export function faultLine({ cli, shared }: Wording, fault: Fault): string {
  if (fault.code === "fields") {
    const problems = fault.problems.map((problem) => {
      const words = wordProblem(shared, problem);
      return problem.field === "" ? words : `${problem.field}: ${words}`;
    });
    return cli.fieldsFault(problems.join("; "));
  }
  if (fault.code === "file-not-understood")
    return cli.fileFault(importWords({ cli, shared }, fault.detail, null));
  const own = cli.faults[fault.code];
  return own === undefined ? wordFault(shared, fault) : fill(own, numbersOf(fault));
}

function platformLine(wording: Wording, error: Error): string | null {
  const code = codeOf(error);
  if (code === null) return null;
  const fault = AS_FAULT[code];
  if (fault !== undefined) return faultLine(wording, { code: fault });
  const line = AS_LINE[code];
  return line === undefined ? null : wording.cli[line];
}

/** The name and code of an error that nobody foresaw: all of it that may be shown. */
export function nameOf(error: unknown): string {
  const names = [...chain(error)].map((link) => codeOf(link) ?? link.name);
  return names.length === 0 ? typeof error : [...new Set(names)].join(", ");
}

/** One line for people, without a line break. */
export function lineOf(wording: Wording, error: unknown): string {
  if (error instanceof UsageError || error instanceof Refusal) return error.message;
  if (error instanceof Interrupted) return wording.cli.interrupted;
  for (const link of chain(error)) {
    const fault = faultOf(link);
    const line = fault === null ? platformLine(wording, link) : faultLine(wording, fault);
    if (line !== null) return line;
  }
  return wording.cli.unforeseen(nameOf(error));
}
