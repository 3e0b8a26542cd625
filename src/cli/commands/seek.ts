/** `renewals` and `join-report`, and what `renew` does with a report: who is sought, and who still asks. */
import { type Engine, EngineError, type RecordId, type SeekerFields } from "#engine";
import { readJson } from "../json-input.ts";
import { type Outcome, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

/** Null where no report of the house has the id: it may be a device's. */
export async function renewedReport(
  { wording, formats }: Runner,
  engine: Engine,
  id: string,
): Promise<Outcome | null> {
  try {
    const data = await engine.renewReport(id as RecordId);
    const day = formats.partialDate(data.until) ?? data.until;
    return { data, lines: () => [wording.shared.seek.renewed(day)] };
  } catch (error) {
    if (error instanceof EngineError && error.fault.code === "no-such-record") return null;
    throw error;
  }
}

async function renewalsOutcome(runner: Runner, engine: Engine): Promise<Outcome> {
  const { shared } = runner.wording;
  const items = await engine.renewals();
  const wordOf = { runs: "until", soon: "soon", over: "over", ended: "ended" } as const;
  return {
    data: { items: items.map(({ report, state, until }) => ({ id: report.id, state, until })) },
    lines: () =>
      items.length === 0
        ? [shared.seek.noneToRenew]
        : items.map(({ report, state, until }) => {
            const day = until === null ? "" : (runner.formats.partialDate(until) ?? until);
            return `${report.id}  ${printable(report.title)}  ${shared.seek[wordOf[state]](day)}`;
          }),
  };
}

export function addSeeking({ program, runner }: Place): void {
  const { commands, arguments: names } = runner.wording.cli;
  program
    .command("renewals")
    .description(commands.renewals)
    .action(() => runner.inVault((engine) => renewalsOutcome(runner, engine)));
  program
    .command("join-report")
    .description(commands["join-report"])
    .argument("<id>", names.id)
    .action(async (report: RecordId) => {
      const seeker = (await readJson(runner)) as SeekerFields;
      await runner.inVault(
        async (engine) => ({
          data: await engine.joinReport({ report, seeker }),
          lines: () => [runner.wording.shared.seek.joined],
        }),
        { toItsEnd: true },
      );
    });
}
