/** `roll-call`: who is here in a night, by bed, and who was there when somebody looked. */
import type { Engine, RecordId, RollCallRow, RollCallView, RollMarks } from "#engine";
import type { Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

interface Options {
  readonly night?: string;
  readonly present: readonly RecordId[];
  readonly absent: readonly RecordId[];
}

function rollOutcome({ wording: { cli, shared } }: Runner, { id, night, people }: RollCallView): Outcome {
  const words = shared.rollCall;
  const told = ({ standing }: RollCallRow): string => (standing === null ? words.unmarked : words[standing]);
  const called = ({ guest }: RollCallRow): string =>
    guest.kind === "reserved-bed"
      ? `${shared.protection.bed(Number(guest.title))}. ${shared.protection.guarded}`
      : guest.title || cli.nameless;
  return {
    data: {
      ...{ id, night },
      people: people.map(({ guest, bed, standing }) => ({
        ...{ id: guest.id, title: guest.title, bed },
        mark: standing,
      })),
    },
    lines: () => [
      words.night(night),
      ...people.map((row) => [row.guest.id, row.bed ?? words.noBed, called(row), told(row)].join("  ")),
      ...(people.length === 0 ? [words.empty] : []),
    ],
  };
}

async function call(engine: Engine, { night, present, absent }: Options): Promise<RollCallView> {
  const wish = night === undefined ? {} : { night };
  const marks: RollMarks["marks"] = [
    ...present.map((guest) => ({ guest, mark: "present" as const })),
    ...absent.map((guest) => ({ guest, mark: "absent" as const })),
  ];
  return marks.length === 0 ? engine.rollCall(wish) : engine.markRoll({ ...wish, marks });
}

export function addRollCall({ program, runner, read }: Place): void {
  const { commands, options } = runner.wording.cli;
  const ids =
    (name: string) =>
    (text: string, before: readonly string[]): readonly string[] => [...before, read.notEmpty(name)(text)];
  program
    .command("roll-call")
    .description(commands["roll-call"])
    .option("--night <date>", options.night, read.notEmpty("--night"))
    .option("--present <id>", options.present, ids("--present"), [])
    .option("--absent <id>", options.absent, ids("--absent"), [])
    .action((given: Options) =>
      runner.inVault(async (engine) => rollOutcome(runner, await call(engine, given)), { toItsEnd: true }),
    );
}
