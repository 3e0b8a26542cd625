/** `match` and `reject`: pairs of who is sought and who came, and what staff say of them. */
import type { Engine, ListItem, MatchesView, MatchView, RecordId } from "#engine";
import { wordReason, wordSides } from "#i18n";
import { isoTime, type Outcome } from "../output.ts";
import { wordProbability } from "../probability.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

function pairLines({ wording, formats }: Runner, { id, sought, guest, score, ...pair }: MatchView): string[] {
  const { cli, shared } = wording;
  const person = (said: string, item: ListItem): string =>
    `    ${said}: ${item.title || (item.kind === "trace" ? shared.traces.sealed : cli.nameless)} (${item.id})`;
  return [
    `${id}  ${wordProbability(wording, score)}`,
    person(shared.matches.sought, sought),
    person(
      guest.kind === "trace" || "leftAt" in guest.fields ? shared.matches.left : shared.matches.here,
      guest,
    ),
    ...wordSides(shared, pair.reasons, formats).map(
      ({ side, reasons }) => `    ${shared.reasons.sides[side]}: ${reasons.join("; ")}`,
    ),
    ...(pair.isBack ? [`    ${shared.matches.isBack}`] : []),
    ...(pair.state === "open" ? [] : [`    ${shared.answers.states[pair.state]}`]),
    ...pair.neverTell.map(
      (one) =>
        `    ${shared.care.never}: ${[one.name, one.relation].filter((part) => part !== null).join(" · ")}${one.isSeeker ? `. ${shared.care.isSeeker}` : ""}`,
    ),
    ...(pair.takenBack ? [`    ${shared.answers.takenBack}`] : []),
    ...(pair.needs === "second" ? [`    ${shared.answers.waits}`] : []),
    ...(pair.question === null ? [] : [`    ${shared.answers.question}: ${pair.question}`]),
  ];
}

/** What a shelter says: of the one who is asked about also whether it has the report. */
function wordShelter(
  { formats, wording }: Runner,
  { holds, comparedAt }: MatchesView["coverage"][number],
): string {
  const { coverage, ...words } = wording.shared.matches;
  const at = comparedAt === null ? null : formats.hour(comparedAt);
  if (holds === null) return at === null ? words.comparedNever : words.comparedAt(at);
  const compared = at === null ? words.comparedNever : coverage.compared(at);
  return coverage.says(holds ? coverage.held : coverage.notHeld, compared);
}

function matchesOutcome(runner: Runner, { pairs, coverage }: MatchesView): Outcome {
  const { formats, wording } = runner;
  const { matches, search } = wording.shared;
  return {
    data: {
      pairs: pairs.map(({ id, sought, guest, score, proposed, reasons, state, sent, takenBack, needs }) => ({
        ...{ id, report: sought.id, guest: guest.id, score, proposed, state, sent, takenBack, needs },
        reasons: reasons.map((reason) => wordReason(wording.shared, reason, formats)),
      })),
      coverage: coverage.map(({ site, name, holds, comparedAt }) => ({
        ...{ site, name, holds },
        comparedAt: isoTime(comparedAt),
      })),
    },
    lines: () => [
      pairs.length === 0 ? `${matches.none} ${matches.noneText}` : matches.intro,
      ...pairs.flatMap((pair) => pairLines(runner, pair)),
      `${matches.compared}:`,
      ...(coverage.length === 0 ? [`  ${search.coverageAlone}`] : []),
      ...coverage.map((shelter) => `  ${shelter.name}: ${wordShelter(runner, shelter)}`),
      ...(coverage.some(({ holds }) => holds !== null) ? [`  ${matches.coverage.blind}`] : []),
    ],
  };
}

interface RejectOptions {
  readonly reason?: string;
  readonly undo?: true;
}

async function reject(
  { wording: { shared } }: Runner,
  engine: Engine,
  { pair, reason, undo }: RejectOptions & { readonly pair: RecordId },
): Promise<Outcome> {
  if (undo === true) await engine.reopenMatch(pair);
  else await engine.rejectMatch(reason === undefined ? { pair } : { pair, reason });
  return {
    data: { pair, state: undo === true ? "open" : "rejected" },
    lines: () => [undo === true ? shared.matches.rejectedUndone : shared.matches.rejected],
  };
}

export function addMatches({ program, runner, read }: Place): void {
  const { commands, options, arguments: names } = runner.wording.cli;
  program
    .command("match")
    .description(commands.match)
    .option("--report <id>", options.reportId, read.notEmpty("--report"))
    .action(({ report }: { readonly report?: string }) =>
      runner.inVault(async (engine) =>
        matchesOutcome(runner, await engine.matches(report === undefined ? {} : { of: report as RecordId })),
      ),
    );
  program
    .command("reject")
    .description(commands.reject)
    .argument("<pair>", names.pair)
    .option("--reason <text>", options.rejectReason, read.notEmpty("--reason"))
    .option("--undo", options.rejectUndo)
    .action((pair: RecordId, given: RejectOptions) =>
      runner.inVault((engine) => reject(runner, engine, { pair, ...given }), { toItsEnd: true }),
    );
}
