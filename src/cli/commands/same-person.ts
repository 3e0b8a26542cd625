/** `merge`, `unmerge`: that two guests are the same person, and that they are not. */
import type { Engine, PersonView, RecordId } from "#engine";
import type { Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

function personOutcome({ wording: { cli, shared } }: Runner, { records, contested }: PersonView): Outcome {
  const line = ({ id, title }: PersonView["records"][number]): string => `${id}  ${title || cli.nameless}`;
  const words = shared.samePerson;
  return {
    data: { guests: records.map(({ id }) => id), contested: contested.map(({ id }) => id) },
    lines: () => [words.records(records.length), ...records.map(line)],
    notes: contested.length === 0 ? [] : [`${words.contested}:`, ...contested.map(line)],
  };
}

export function addSamePerson({ program, runner }: Place): void {
  const { commands, arguments: names } = runner.wording.cli;
  const command = (
    name: "merge" | "unmerge",
    act: (engine: Engine, one: RecordId, other: RecordId) => Promise<PersonView>,
  ) =>
    program
      .command(name)
      .description(commands[name])
      .argument("<guest>", names.guest)
      .argument("<other>", names.otherGuest)
      .action((one: RecordId, other: RecordId) =>
        runner.inVault(async (engine) => personOutcome(runner, await act(engine, one, other)), {
          toItsEnd: true,
        }),
      );
  command("merge", (engine, one, other) => engine.merge(one, other));
  command("unmerge", (engine, one, other) => engine.unmerge(one, other));
}
