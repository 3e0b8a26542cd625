/** `search`: finding a person, with reasons in words and an honest word on where was looked. */
import type { Coverage, Engine, SearchAnswer } from "#engine";
import { wordRefusal } from "#i18n";
import { Refusal } from "../failure.ts";
import { isoTime, type Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import { foundLine, hitData, hitLines } from "../search-hits.ts";
import type { Place } from "./command.ts";

function searchOutcome(runner: Runner, answer: SearchAnswer): Outcome {
  const { shared } = runner.wording;
  if (answer.kind === "refused") throw new Refusal(wordRefusal(shared, answer.refusal));
  const heard = ({ name, lastHeard }: Coverage): string =>
    `  ${name}: ${lastHeard === null ? shared.search.coverageNever : runner.formats.dateTime(lastHeard)}`;
  return {
    data: {
      results: answer.results.map((hit) => hitData(runner, hit)),
      coverage: answer.coverage.map(({ site, name, lastHeard }) => ({
        site,
        name,
        lastHeard: isoTime(lastHeard),
      })),
    },
    lines: () => [
      foundLine(runner, answer.results),
      ...answer.results.flatMap((hit) => hitLines(runner, hit)),
      `${shared.search.where}:`,
      ...(answer.coverage.length === 0 ? [`  ${shared.search.coverageAlone}`] : answer.coverage.map(heard)),
      shared.search.coverageConsent,
    ],
  };
}

export function addSearch({ program, runner, read }: Place): void {
  const { commands, options, arguments: names } = runner.wording.cli;
  const search = async (engine: Engine, text: string, limit?: number): Promise<Outcome> =>
    searchOutcome(runner, await engine.search(text, limit === undefined ? {} : { limit }));
  program
    .command("search")
    .description(commands.search)
    .argument("<text...>", names.text)
    .option("--limit <n>", options.limit, read.limit("--limit"))
    .action((words: readonly string[], { limit }: { readonly limit?: number }) =>
      runner.inVault((engine) => search(engine, words.join(" "), limit)),
    );
}
