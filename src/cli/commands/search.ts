/** `search`: finding a person, with reasons in words and an honest word on where was looked. */
import type { Coverage, Engine, SearchAnswer, SearchHit } from "#engine";
import { wordReason, wordRefusal, wordSides } from "#i18n";
import { Refusal } from "../failure.ts";
import { isoTime, type Outcome } from "../output.ts";
import { wordProbability } from "../probability.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

function searchOutcome(runner: Runner, answer: SearchAnswer): Outcome {
  const { cli, shared } = runner.wording;
  if (answer.kind === "refused") throw new Refusal(wordRefusal(shared, answer.refusal));
  const reasonsOf = ({ reasons }: SearchHit): readonly string[] =>
    reasons.map((reason) => wordReason(shared, reason, runner.formats));
  const heard = ({ name, lastHeard }: Coverage): string =>
    `  ${name}: ${lastHeard === null ? shared.search.coverageNever : runner.formats.dateTime(lastHeard)}`;
  return {
    data: {
      results: answer.results.map((hit) => ({
        id: hit.id,
        kind: hit.kind,
        title: hit.title,
        score: hit.score,
        reasons: reasonsOf(hit),
      })),
      coverage: answer.coverage.map(({ site, name, lastHeard }) => ({
        site,
        name,
        lastHeard: isoTime(lastHeard),
      })),
    },
    lines: () => [
      answer.results.length === 0 ? shared.search.none : shared.search.found(answer.results.length),
      ...answer.results.flatMap((hit) => [
        `${hit.id}  ${hit.title || cli.nameless}  ${wordProbability(runner.wording, hit.score)}  ${shared.search.kinds[hit.kind]}`,
        ...wordSides(shared, hit.reasons, runner.formats).map(
          ({ side, reasons }) => `    ${shared.reasons.sides[side]}: ${reasons.join("; ")}`,
        ),
      ]),
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
