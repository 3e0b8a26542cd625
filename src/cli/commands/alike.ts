/** `alike`: who may be registered or reported already, asked before a record is added. */
import type { AlikeHit, DuplicateKind, RecordId } from "#engine";
import { UsageError } from "../failure.ts";
import { readJson } from "../json-input.ts";
import type { Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import { foundLine, hitData, hitLines } from "../search-hits.ts";
import type { Place } from "./command.ts";

const KINDS: readonly DuplicateKind[] = ["guest", "report"];

function kindNamed({ wording: { cli } }: Runner, name: string): DuplicateKind {
  const found = KINDS.find((kind) => kind === name);
  if (found === undefined) throw new UsageError(cli.usage.oneOf("<kind>", KINDS.join(", ")));
  return found;
}

const alikeOutcome = (runner: Runner, hits: readonly AlikeHit[]): Outcome => ({
  data: { results: hits.map((hit) => ({ ...hitData(runner, hit), proposed: hit.proposed })) },
  lines: () => [
    foundLine(runner, hits),
    ...hits.flatMap((hit) =>
      hitLines(runner, hit, hit.proposed ? ` · ${runner.wording.shared.duplicates.word}` : ""),
    ),
  ],
});

interface Options {
  readonly limit?: number;
  readonly except?: RecordId;
}

async function alike(runner: Runner, name: string, options: Options): Promise<void> {
  const kind = kindNamed(runner, name);
  const fields = await readJson(runner);
  await runner.inVault(async (engine) => alikeOutcome(runner, await engine.alike(kind, fields, options)));
}

export function addAlike({ program, runner, read }: Place): void {
  const { commands, options, arguments: names } = runner.wording.cli;
  program
    .command("alike")
    .description(commands.alike)
    .argument("<kind>", names.duplicateKind)
    .option("--limit <n>", options.limit, read.limit("--limit"))
    .option("--except <id>", options.except)
    .action((name: string, wish: Options) => alike(runner, name, wish));
}
