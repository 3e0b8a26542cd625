/** `call`: that a guest called home. No number, and no name. */
import type { RecordId } from "#engine";
import type { CallRelation, CallResult } from "#model";
import { neverLines } from "../never-lines.ts";
import type { Place } from "./command.ts";

interface CallOptions {
  readonly relation: CallRelation;
  readonly result: CallResult;
  readonly contactRestored?: true;
  readonly country?: string;
}

// as keys of records, so that a new word does not compile until it is listed
const RELATIONS: Readonly<Record<CallRelation, true>> = {
  mother: true,
  father: true,
  sibling: true,
  child: true,
  partner: true,
  "other-relative": true,
  friend: true,
  other: true,
};
const RESULTS: Readonly<Record<CallResult, true>> = { reached: true, voicemail: true, none: true };

export function addCalls({ program, runner, read }: Place): void {
  const { cli, shared } = runner.wording;
  const { commands, options, arguments: names } = cli;
  const relations = Object.keys(RELATIONS) as CallRelation[];
  const results = Object.keys(RESULTS) as CallResult[];
  program
    .command("call")
    .description(commands.call)
    .argument("<guest>", names.guest)
    .requiredOption("--relation <relation>", options.callRelation, read.choice("--relation", relations))
    .requiredOption("--result <result>", options.callResult, read.choice("--result", results))
    .option("--contact-restored", options.callRestored)
    .option("--country <country>", options.callCountry, read.notEmpty("--country"))
    .action((guest: RecordId, wish: CallOptions) =>
      runner.inVault(
        async (engine) => {
          const { id } = await engine.call({ guest, ...wish });
          const never = await neverLines(runner, engine, { guests: [guest], text: shared.care.neverCall });
          return { data: { id }, lines: () => [shared.calls.saved, cli.saved(id), ...never] };
        },
        { toItsEnd: true },
      ),
    );
}
