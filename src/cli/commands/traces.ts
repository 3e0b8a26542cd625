/** `traces` and `open-trace`: what is left of who left, in numbers, and opening one with the word of two. */
import type { Engine, RecordId, TracesView, TraceView } from "#engine";
import { askYes } from "../ask-yes.ts";
import { Refusal, UsageError } from "../failure.ts";
import { fieldLines } from "../field-lines.ts";
import type { Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

function viewLines(runner: Runner, { id, title, fields, waiting, opened }: TraceView): readonly string[] {
  const words = runner.wording.shared.traces;
  const more =
    opened === null
      ? waiting.map((one) => `${one.id}  ${words.waiting}: ${one.reason}`)
      : [
          words.byTwo(opened.by ?? words.someone, opened.agreedBy ?? words.someone),
          `${opened.id}  ${opened.reason}`,
        ];
  const told = fields === null ? [] : fieldLines(runner.wording.shared, fields);
  return [`${id}  ${title || words.sealed}`, ...[...more, ...told].map((line) => `    ${line}`)];
}

function numberLines(runner: Runner, { count, years, next, due, touched }: TracesView): readonly string[] {
  const words = runner.wording.shared.traces;
  return [
    count === 0 ? words.none : words.count(count),
    words.keptFor(years),
    ...(next === null ? [] : [words.next(runner.formats.partialDate(next) ?? next)]),
    ...(due === 0 ? [] : [words.due(due)]),
    ...touched.flatMap((view) => viewLines(runner, view)),
  ];
}

const viewOutcome = (runner: Runner, view: TraceView): Outcome => ({
  data: view,
  lines: () => viewLines(runner, view),
});

const numberOutcome = (runner: Runner, view: TracesView): Outcome => ({
  data: view,
  lines: () => numberLines(runner, view),
});

interface ListOptions {
  readonly years?: number;
  readonly yes?: boolean;
}

/** Says first what it erases; where nobody can be asked, erasing takes `--yes`. */
async function setYears(
  runner: Runner,
  engine: Engine,
  { years, yes }: { readonly years: number; readonly yes: boolean },
): Promise<Outcome> {
  const words = runner.wording.shared.traces;
  const { ending } = await engine.traceYearsPreview(years);
  runner.host.note(`${ending === 0 ? words.noneEnding : words.ending(ending)}\n`);
  const isSure = ending === 0 || yes || (await askYes(runner, runner.wording.cli.traces.askYears)) === true;
  if (!isSure) throw new Refusal(words.yearsKept);
  return numberOutcome(runner, await engine.setTraceYears(years));
}

interface OpenOptions {
  readonly reason?: string;
  readonly agree?: true;
  readonly close?: true;
}

/** What is asked of the engine; throws where the options do not go together. */
function asked(
  { wording: { cli } }: Runner,
  id: RecordId,
  { reason, agree, close }: OpenOptions,
): (engine: Engine) => Promise<TraceView> {
  const given = [reason, agree, close].filter((one) => one !== undefined).length;
  if (given !== 1) throw new UsageError(cli.traces.needsOne);
  if (reason !== undefined) return (engine) => engine.proposeOpening({ trace: id, reason });
  return agree === true ? (engine) => engine.agreeOpening(id) : (engine) => engine.closeOpening(id);
}

export function addTraces({ program, runner, read }: Place): void {
  const texts = runner.wording.cli.traces;
  program
    .command("traces")
    .description(texts.list)
    .argument("[id]", texts.id)
    .option("--years <n>", texts.years, read.years("--years"))
    .option("--yes", texts.yes)
    .action((id: RecordId | undefined, { years, yes = false }: ListOptions) => {
      if (id !== undefined && years !== undefined) throw new UsageError(texts.noYearsOfOne);
      return runner.inVault(
        async (engine) => {
          if (id !== undefined) return viewOutcome(runner, await engine.trace(id));
          if (years !== undefined) return setYears(runner, engine, { years, yes });
          return numberOutcome(runner, await engine.traces());
        },
        { toItsEnd: years !== undefined },
      );
    });
  program
    .command("open-trace")
    .description(texts.open)
    .argument("<id>", texts.openId)
    .option("--reason <text>", texts.reason, read.notEmpty("--reason"))
    .option("--agree", texts.agree)
    .option("--close", texts.close)
    .action((id: RecordId, given: OpenOptions) => {
      const ask = asked(runner, id, given);
      return runner.inVault(async (engine) => viewOutcome(runner, await ask(engine)), { toItsEnd: true });
    });
}
