/** What the programs of finding the person share: reading of options, and what is said of the machine. */
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { ROOT } from "../scripts/project.mjs";

/** Where the names and places are, unless told. */
export const NAMES = join(ROOT, "../shared/samples/names");

/** Standard output is for results. */
export const say = (/** @type {string} */ line) => console.error(line);

/** @param {string} option @param {string} text @param {number} least */
export function wholeNumber(option, text, least) {
  const value = Number(text);
  if (text === "" || !Number.isInteger(value) || value < least)
    throw new TypeError(`--${option} takes a whole number from ${least}`);
  return value;
}

/**
 * @template T
 * @param {() => T} read
 * @param {string} usage
 * @returns {T | null} null: it cannot be done, and the person was told
 */
export function orAdvice(read, usage) {
  try {
    return read();
  } catch (fault) {
    say(fault instanceof Error ? fault.message : String(fault));
    say(usage);
    return null;
  }
}

/** How busy the machine was during the last one, five and fifteen minutes. */
export const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");

export const machine = () =>
  `Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? ""})`;
