/** `depart`: that a guest left the house, and that this was a mistake. */
import type { Engine, RecordId } from "#engine";
import type { DepartureHow } from "#model";
import { UsageError } from "../failure.ts";
import type { Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

interface DepartOptions {
  readonly how?: DepartureHow;
  readonly to?: string;
  readonly at?: string;
  readonly undo?: true;
}

// as keys of a record, so that a new way of leaving does not compile until it is listed
const HOWS: Readonly<Record<DepartureHow, true>> = {
  "moved-on": true,
  transferred: true,
  hospital: true,
  detained: true,
  deported: true,
  "returned-home": true,
  "not-returned": true,
  died: true,
};

async function departed(engine: Engine, guest: RecordId, { how, to, at }: DepartOptions): Promise<RecordId> {
  if (how === undefined) throw new TypeError("asked for before");
  const told = { ...(to === undefined ? {} : { to }), ...(at === undefined ? {} : { at }) };
  return (await engine.depart({ guest, how, ...told })).id;
}

/** What somebody has to do now. */
function nextAfter(texts: Runner["wording"]["shared"]["stay"], how: DepartureHow): readonly string[] {
  if (how === "died") return [texts.died, texts.diedTellRole, texts.diedSteps];
  return how === "detained" || how === "not-returned" ? [texts.next[how]] : [];
}

async function depart(runner: Runner, guest: RecordId, given: DepartOptions): Promise<void> {
  const { cli, shared } = runner.wording;
  const { undo, how } = given;
  if (undo === true && (how ?? given.to ?? given.at) !== undefined) throw new UsageError(cli.usage.undoAlone);
  if (undo !== true && how === undefined) throw new UsageError(cli.usage.missingOption("--how"));
  await runner.inVault(
    async (engine): Promise<Outcome> => {
      const id =
        undo === true ? (await engine.takeBackDeparture(guest)).id : await departed(engine, guest, given);
      const next = how === undefined ? [] : nextAfter(shared.stay, how);
      return {
        data: { id },
        lines: () => [undo === true ? shared.stay.undone : shared.stay.saved, cli.saved(id)],
        notes: next,
      };
    },
    { toItsEnd: true },
  );
}

export function addStays({ program, runner, read }: Place): void {
  const { commands, options, arguments: names } = runner.wording.cli;
  program
    .command("depart")
    .description(commands.depart)
    .argument("<guest>", names.guest)
    .option("--how <how>", options.departHow, read.choice("--how", Object.keys(HOWS) as DepartureHow[]))
    .option("--to <place>", options.departTo, read.notEmpty("--to"))
    .option("--at <time>", options.departAt, read.notEmpty("--at"))
    .option("--undo", options.departUndo)
    .action((guest: RecordId, given: DepartOptions) => depart(runner, guest, given));
}
