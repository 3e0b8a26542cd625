/**
 * `ask`, `answer` and `agree`: what a person says when asked whether who seeks may be told. `answers` and `close`: what
 * was answered to a report, and that it is looked for no more.
 */
import type { AnswerView, Engine, MatchDecided, RecordId } from "#engine";
import { wordAnswer, wordAnswerPlace, wordForFamily } from "#i18n";
import { REPORT_OUTCOMES, type ReportOutcome, SAID, type Said } from "#model";
import type { Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

function decidedOutcome({ wording: { shared } }: Runner, decided: MatchDecided): Outcome {
  const { pair, state, sent, needs } = decided;
  const what = needs === "second" ? shared.answers.waits : sent ? shared.answers.sent : shared.answers.noted;
  return { data: { pair, state, sent, needs }, lines: () => [`${shared.answers.states[state]}. ${what}`] };
}

function answerLines({ wording: { shared }, formats }: Runner, answer: AnswerView): readonly string[] {
  const { answers } = shared;
  return [
    `${answers.from(answer.siteName)} (${answer.report})`,
    `  ${wordAnswer(shared, answer, formats)}`,
    `  ${wordAnswerPlace(shared, answer)}`,
    ...(answer.proof === null ? [] : [`  ${answers.proofGiven(answer.proof)}`]),
    `  ${answers.toCopy}:`,
    ...wordForFamily(shared, answer, formats)
      .split("\n")
      .map((line) => `    ${line}`),
  ];
}

function answersOutcome(runner: Runner, given: readonly AnswerView[]): Outcome {
  return {
    data: {
      answers: given.map(({ id, report, site, siteName, said, on, place, message, proof }) => ({
        ...{ id, report, site, name: siteName, said, on, place, message, proof },
      })),
    },
    lines: () =>
      given.length === 0
        ? [runner.wording.shared.answers.none]
        : given.flatMap((answer) => answerLines(runner, answer)),
  };
}

interface AnswerOptions {
  readonly said: Said;
  readonly message?: string;
  readonly proof?: string;
}

function addDeciding({ program, runner, read }: Place): void {
  const { commands, options, arguments: names } = runner.wording.cli;
  const decide = (work: (engine: Engine) => Promise<MatchDecided>): Promise<void> =>
    runner.inVault(async (engine) => decidedOutcome(runner, await work(engine)), { toItsEnd: true });
  program
    .command("ask")
    .description(commands.ask)
    .argument("<pair>", names.pair)
    .action((pair: RecordId) => decide((engine) => engine.askMatch(pair)));
  program
    .command("answer")
    .description(commands.answer)
    .argument("<pair>", names.pair)
    .requiredOption("--said <said>", options.said, read.choice("--said", SAID))
    .option("--message <text>", options.answerMessage, read.notEmpty("--message"))
    .option("--proof <text>", options.answerProof, read.notEmpty("--proof"))
    .action((pair: RecordId, given: AnswerOptions) =>
      decide((engine) => engine.answerMatch({ pair, ...given })),
    );
  program
    .command("agree")
    .description(commands.agree)
    .argument("<pair>", names.pair)
    .action((pair: RecordId) => decide((engine) => engine.agreeMatch(pair)));
}

export function addAnswers(place: Place): void {
  const { program, runner, read } = place;
  const { commands, options, arguments: names } = runner.wording.cli;
  addDeciding(place);
  program
    .command("answers")
    .description(commands.answers)
    .option("--report <id>", options.answersOf, read.notEmpty("--report"))
    .action(({ report }: { readonly report?: string }) =>
      runner.inVault(async (engine) =>
        answersOutcome(runner, await engine.answers(report === undefined ? {} : { of: report as RecordId })),
      ),
    );
  program
    .command("close")
    .description(commands.close)
    .argument("<id>", names.id)
    .requiredOption("--outcome <outcome>", options.outcome, read.choice("--outcome", REPORT_OUTCOMES))
    .action((report: RecordId, { outcome }: { readonly outcome: ReportOutcome }) =>
      runner.inVault(
        async (engine) => ({
          data: await engine.closeReport({ report, outcome }),
          lines: () => [runner.wording.shared.answers.closed],
        }),
        { toItsEnd: true },
      ),
    );
}
