/** `erase` and `erasure`: erases a record for good, and says which houses say that they have. */
import type { Engine, ErasureView, RecordId } from "#engine";
import { askYes } from "../ask-yes.ts";
import { Refusal } from "../failure.ts";
import type { Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

interface EraseOptions {
  readonly reason: string;
  readonly yes?: boolean;
}

async function erase(
  runner: Runner,
  engine: Engine,
  { id, reason, yes = false }: EraseOptions & { readonly id: RecordId },
): Promise<Outcome> {
  const texts = runner.wording.cli.erase;
  const { records } = await engine.erasePreview(id);
  runner.host.note(`${texts.willErase(records)}\n`);
  if (!yes && (await askYes(runner, texts.ask)) === false) throw new Refusal(texts.kept);
  return { data: await engine.erase({ id, reason }), lines: () => [texts.ordered] };
}

function erasureLines({ wording: { shared } }: Runner, { sites }: ErasureView): readonly string[] {
  const { progress, saysErased, notHeard, onlySays } = shared.erasure;
  const done = sites.filter(({ erased }) => erased).length;
  const each = sites.map(({ name, erased }) => `${name}: ${erased ? saysErased : notHeard}`);
  return [progress(done, sites.length), ...each, onlySays];
}

export function addErasure({ program, runner, read }: Place): void {
  const texts = runner.wording.cli.erase;
  program
    .command("erase")
    .description(texts.command)
    .argument("<record>", texts.record)
    .requiredOption("--reason <reason>", texts.reason, read.notEmpty("--reason"))
    .option("--yes", texts.yes)
    .action((id: RecordId, given: EraseOptions) =>
      runner.inVault((engine) => erase(runner, engine, { id, ...given }), { toItsEnd: true }),
    );
  program
    .command("erasure")
    .description(texts.stateCommand)
    .argument("<record>", texts.ofRecord)
    .action((id: RecordId) =>
      runner.inVault(async (engine) => {
        const view = await engine.erasure(id);
        const sites = view.sites.map(({ site, name, erased, lastHeard }) => ({
          ...{ site, name, erased },
          lastHeard: lastHeard === null ? null : new Date(lastHeard).toISOString(),
        }));
        return { data: { sites, reason: view.reason }, lines: () => erasureLines(runner, view) };
      }),
    );
}
