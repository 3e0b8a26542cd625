/** What a file of commands is given to add its commands to. */
import type { Command } from "commander";
import type { OptionReaders } from "../option-values.ts";
import type { Runner } from "../runner.ts";

export interface Place {
  readonly program: Command;
  readonly runner: Runner;
  readonly read: OptionReaders;
}
