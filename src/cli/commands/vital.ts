/** `vital-interest`: claims it for a guest and a house, agrees as a second person, ends it, or shows what stands. */
import type { Engine, RecordId, VitalView } from "#engine";
import type { SiteId } from "#sync";
import { UsageError } from "../failure.ts";
import type { Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

interface VitalOptions {
  readonly to?: string;
  readonly reason?: string;
  readonly agree?: true;
  readonly end?: true;
}

function viewLines({ wording: { shared }, formats }: Runner, view: VitalView): readonly string[] {
  const words = shared.vital;
  const state = view.until === null ? words.waiting : words.holds(formats.dateTime(Date.parse(view.until)));
  return [`${view.toName ?? view.to}: ${state}`, ...view.claims.map(({ id, reason }) => `${id}  ${reason}`)];
}

async function list(runner: Runner, engine: Engine, guest: RecordId): Promise<Outcome> {
  const views = await engine.vitalInterests(guest);
  const lines = (): readonly string[] => views.flatMap((view) => viewLines(runner, view));
  return {
    data: { items: views },
    lines: () => (views.length === 0 ? [runner.wording.shared.vital.none] : lines()),
  };
}

/** What is asked of the engine; throws where the options do not go together. */
function asked(runner: Runner, id: RecordId, given: VitalOptions): (engine: Engine) => Promise<Outcome> {
  const { to, reason, agree, end } = given;
  const { cli, shared } = runner.wording;
  const count = [agree, end, to ?? reason].filter((one) => one !== undefined).length;
  if (count > 1 || (to === undefined) !== (reason === undefined)) throw new UsageError(cli.vital.together);
  if (agree === true)
    return async (engine) => {
      const data = await engine.agreeVital(id);
      return { data, lines: () => [shared.vital.agreed(runner.formats.dateTime(Date.parse(data.until)))] };
    };
  if (end === true)
    return async (engine) => ({ data: await engine.endVital(id), lines: () => [shared.vital.ended] });
  if (to === undefined || reason === undefined) return (engine) => list(runner, engine, id);
  return async (engine) => {
    const data = await engine.claimVital({ guest: id, to: to as SiteId, reason });
    return { data, lines: () => [data.id, shared.vital.claimed] };
  };
}

export function addVital({ program, runner, read }: Place): void {
  const texts = runner.wording.cli.vital;
  program
    .command("vital-interest")
    .description(texts.command)
    .argument("<id>", texts.subject)
    .option("--to <site>", texts.to, read.notEmpty("--to"))
    .option("--reason <text>", texts.reason, read.notEmpty("--reason"))
    .option("--agree", texts.agree)
    .option("--end", texts.end)
    .action((id: RecordId, given: VitalOptions) =>
      runner.inVault(asked(runner, id, given), { toItsEnd: true }),
    );
}
