/** `protect`, `protected`, `protected-step` and `release`: people whom the desk does not see, and leaving with the word of two. */
import type { Added, Engine, Moved, ProtectedView, RecordId } from "#engine";
import type { DepartureHow, ProtectedStep, ProtectedWhy } from "#model";
import { UsageError } from "../failure.ts";
import { namesOf } from "../option-values.ts";
import type { Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

// as keys of records, so that a new one does not compile until it is listed
const WHYS: Readonly<Record<ProtectedWhy, true>> = {
  "minor-alone": true,
  trafficking: true,
  "gender-violence": true,
};
const STEPS: Readonly<Record<ProtectedStep, true>> = {
  authority: true,
  interview: true,
  medical: true,
  legal: true,
  "best-interest": true,
};
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

/** The beds that are kept, in the words of the desk. */
export function reservedLines({ wording: { shared } }: Runner, reserved: Added["reserved"]): string[] {
  const words = shared.protection;
  return (reserved ?? []).map(
    ({ number, bed }) => `${words.bedLine(number, bed ?? words.noBed)}. ${words.guarded}`,
  );
}

function noticeLine({ wording: { shared }, formats }: Runner, { notice }: ProtectedView): string[] {
  const words = shared.protection;
  if (notice.late === "unsure") return [words.noticeUnsure];
  if (notice.at === null) return [];
  const when = formats.dateTime(Date.parse(notice.at));
  return [notice.late === "yes" ? words.noticeLate(when) : words.noticeDue(when)];
}

function viewLines(runner: Runner, view: ProtectedView): readonly string[] {
  const { cli, shared } = runner.wording;
  const words = shared.protection;
  const { person, bed, why, steps, waiting, left } = view;
  const where = bed === null ? words.noBed : words.bedLine(bed.number, bed.bed ?? words.noBed);
  const more = [
    why.map((one) => words.whys[one]).join(", "),
    ...noticeLine(runner, view),
    ...(view.isHere && !view.isBedKept ? [words.bedGone] : []),
    ...steps.map(({ step, done }) => `${done ? "[x]" : "[ ]"} ${words.stepsShort[step]}`),
    ...waiting.map(
      ({ id, how, to }) => `${id}  ${words.waiting}: ${[shared.stay.hows[how], to ?? ""].join(" ").trim()}`,
    ),
    ...(left === null ? [] : [words.byTwo(left.by ?? words.somebody, left.agreedBy ?? words.somebody)]),
  ];
  return [`${person.id}  ${person.title || cli.nameless}  ${where}`, ...more.map((line) => `    ${line}`)];
}

const viewOutcome = (runner: Runner, view: ProtectedView): Outcome => ({
  data: view,
  lines: () => viewLines(runner, view),
});

const listOutcome = (runner: Runner, views: readonly ProtectedView[]): Outcome => ({
  data: { items: views },
  lines: () =>
    views.length === 0
      ? [runner.wording.shared.protection.none]
      : views.flatMap((view) => viewLines(runner, view)),
});

function movedOutcome(runner: Runner, { id, reserved }: Moved): Outcome {
  const { cli } = runner.wording;
  return {
    data: { id, reserved },
    lines: () => [cli.saved(id), ...reservedLines(runner, reserved)],
    notes: [cli.protect.movedNote],
  };
}

interface ReleaseOptions {
  readonly how?: DepartureHow;
  readonly to?: string;
  readonly agree?: true;
  readonly refuse?: true;
}

/** What is asked of the engine; throws where the options do not go together. */
function released(
  { wording: { cli } }: Runner,
  id: RecordId,
  { how, to, agree, refuse }: ReleaseOptions,
): (engine: Engine) => Promise<ProtectedView> {
  const asked = [how, agree, refuse].filter((given) => given !== undefined).length;
  if (asked !== 1 || (to !== undefined && how === undefined)) throw new UsageError(cli.protect.needsOne);
  if (agree === true) return (engine) => engine.agreeRelease(id);
  if (how === undefined) return (engine) => engine.refuseRelease(id);
  return (engine) => engine.proposeRelease({ guest: id, how, ...(to === undefined ? {} : { to }) });
}

interface StepOptions {
  readonly note?: string;
  readonly interpreter?: string;
  readonly undo?: true;
}

function addSteps({ program, runner, read }: Place): void {
  const texts = runner.wording.cli.protect;
  program
    .command("protected-step")
    .description(texts.step)
    .argument("<id>", texts.id)
    .argument("<step>", texts.stepName, read.choice("<step>", namesOf(STEPS)))
    .option("--note <text>", texts.note, read.notEmpty("--note"))
    .option("--interpreter <name>", texts.interpreter, read.notEmpty("--interpreter"))
    .option("--undo", texts.undo)
    .action((guest: RecordId, step: ProtectedStep, { undo, ...more }: StepOptions) =>
      runner.inVault(
        async (engine) =>
          viewOutcome(runner, await engine.noteProtectedStep({ guest, step, done: undo !== true, ...more })),
        { toItsEnd: true },
      ),
    );
  program
    .command("release")
    .description(texts.release)
    .argument("<id>", texts.releaseId)
    .option("--how <how>", texts.how, read.choice("--how", namesOf(HOWS)))
    .option("--to <text>", texts.to, read.notEmpty("--to"))
    .option("--agree", texts.agree)
    .option("--refuse", texts.refuse)
    .action((id: RecordId, given: ReleaseOptions) => {
      const ask = released(runner, id, given);
      return runner.inVault(async (engine) => viewOutcome(runner, await ask(engine)), { toItsEnd: true });
    });
}

export function addProtected(place: Place): void {
  const { program, runner, read } = place;
  const texts = runner.wording.cli.protect;
  const whyNamed = read.choice("--why", namesOf(WHYS));
  program
    .command("protect")
    .description(texts.protect)
    .argument("<guest>", texts.guest)
    .option(
      "--why <why>",
      texts.why,
      (text: string, before: readonly ProtectedWhy[]) => [...before, whyNamed(text)],
      [],
    )
    .action((guest: RecordId, { why }: { readonly why: readonly ProtectedWhy[] }) => {
      if (why.length === 0) throw new UsageError(runner.wording.cli.usage.missingOption("--why"));
      return runner.inVault(
        async (engine) => movedOutcome(runner, await engine.protectGuest({ guest, why })),
        { toItsEnd: true },
      );
    });
  program
    .command("protected")
    .description(texts.list)
    .argument("[id]", texts.id)
    .action((id: RecordId | undefined) =>
      runner.inVault(async (engine) =>
        id === undefined
          ? listOutcome(runner, await engine.protectedPeople())
          : viewOutcome(runner, await engine.protectedPerson(id)),
      ),
    );
  addSteps(place);
}
