/** `slip` and `slip-answer`: the paper of a referral to an institution, and what comes back on it. */
import type { Engine, RecordId, SlipView } from "#engine";
import { type Heard, isOwnStep, REFERRAL_STEPS, type ReferralStep } from "#model";
import { fieldLines } from "../field-lines.ts";
import { namesOf } from "../option-values.ts";
import { type Outcome, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";
import { HEARD, referOutcome } from "./referrals.ts";

const ID = /^[a-z2-7]{26}$/u;

/** By its id, else by its code. */
const slipNamed = async (engine: Engine, which: string): Promise<RecordId> =>
  ID.test(which) ? (which as RecordId) : (await engine.findSlip(which)).id;

const BOX = "[ ]";
const CUT = "- - - - - - - - - - - - - - - - - - - -";

const line = (label: string, text: string | null): string[] =>
  text === null || text === "" ? [] : [printable(`${label}: ${text}`)];

/** What each of the three parts says. */
function partLines({ wording: { shared }, formats }: Runner, view: SlipView): readonly string[] {
  const { slips, referrals } = shared;
  const { from, to, people } = view;
  return [
    `${slips.code}: ${view.code}`,
    ...line(slips.from, from.name),
    ...line(slips.callHouse, from.phone ?? "____________________"),
    ...line(slips.to, to.name),
    ...line(slips.where, [to.place, to.address].filter((part) => part !== null).join(", ")),
    ...line(slips.hours, to.hours),
    ...line(slips.entry, to.entry),
    ...line(slips.phone, to.phone),
    ...line(slips.need, `${referrals.needs[view.need]} · ${referrals.urgencies[view.urgency]}`),
    ...line(slips.sent, formats.dateTime(Date.parse(view.sentAt))),
    ...people.flatMap((person, at) => {
      const facts = fieldLines(shared, person);
      return [`${String(at + 1)}.`, ...(facts.length === 0 ? [slips.noName] : facts)];
    }),
    ...line(slips.note, view.note),
    slips.answer,
    view.answers.map((step) => `${BOX} ${slips.ticks[step as keyof typeof slips.ticks]}`).join("   "),
    `${slips.why} ____________________`,
    slips.keep,
  ];
}

function slipOutcome(runner: Runner, view: SlipView): Outcome {
  const { copies, cut, doubtful } = runner.wording.shared.slips;
  return {
    data: view,
    lines: () => [
      ...(view.to.doubtful ? [doubtful, ""] : []),
      ...[copies.person, copies.institution, copies.house].flatMap((whose, at) => [
        ...(at === 0 ? [] : ["", `${CUT} ${cut}`, ""]),
        `== ${whose}`,
        ...partLines(runner, view),
      ]),
    ],
  };
}

interface AnswerOptions {
  readonly answer: ReferralStep;
  readonly by: Heard;
  readonly reason?: string;
}

export function addSlips({ program, runner, read }: Place): void {
  const texts = runner.wording.cli.refer;
  program
    .command("slip")
    .description(texts.slip)
    .argument("<code-or-id>", texts.slipWhich)
    .action((which: string) =>
      runner.inVault(
        async (engine) => {
          const view = await engine.slip(await slipNamed(engine, which));
          await engine.noteHandedOut("print", view.people.length);
          return slipOutcome(runner, view);
        },
        { toItsEnd: true },
      ),
    );
  program
    .command("slip-answer")
    .description(texts.slipAnswer)
    .argument("<code>", texts.slipCode)
    .requiredOption(
      "--answer <step>",
      texts.answer,
      read.choice(
        "--answer",
        REFERRAL_STEPS.filter((step) => !isOwnStep(step)),
      ),
    )
    .option("--by <how>", texts.by, read.choice("--by", namesOf(HEARD)), "slip")
    .option("--reason <text>", texts.answerReason, read.notEmpty("--reason"))
    .action((which: string, { answer: step, by: heard, reason }: AnswerOptions) =>
      runner.inVault(
        async (engine) => {
          const id = await slipNamed(engine, which);
          const why = reason === undefined ? {} : { reason };
          return referOutcome(runner, await engine.referStep({ id, step, heard, ...why }));
        },
        { toItsEnd: true },
      ),
    );
}
