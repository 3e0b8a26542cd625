/** `refer` and `referrals`: asking another house to receive people, and what becomes of it. */
import type { Engine, FollowView, RecordId, ReferralOutcome, ReferralView } from "#engine";
import type { Heard, Need, ReferralStep, Urgency } from "#model";
import type { SiteId } from "#sync";
import { UsageError } from "../failure.ts";
import { namesOf } from "../option-values.ts";
import { type Outcome, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import { neverLines } from "../never-lines.ts";
import type { Place } from "./command.ts";

// as keys of records, so that a new one does not compile until it is listed
export const NEEDS: Readonly<Record<Need, true>> = {
  shelter: true,
  health: true,
  psychosocial: true,
  legal: true,
  protection: true,
  material: true,
  family: true,
  other: true,
};
export const URGENCIES: Readonly<Record<Urgency, true>> = { "24h": true, "72h": true, "2w": true };
export const HEARD: Readonly<Record<Heard, true>> = { slip: true, phone: true };
const STEPS: Readonly<Record<ReferralStep, true>> = {
  receive: true,
  accept: true,
  decline: true,
  arrived: true,
  "not-arrived": true,
  attended: true,
  close: true,
  cancel: true,
};

interface ReferOptions {
  readonly to?: string;
  readonly need?: Need;
  readonly urgency?: Urgency;
  readonly note?: string;
  readonly step?: ReferralStep;
  readonly reason?: string;
  readonly unnamed?: true;
  readonly handOver?: true;
  readonly by?: Heard;
}

type Ask = (engine: Engine) => Promise<ReferralOutcome>;

/** Null where the options do not go together. */
function stepWish(ids: readonly RecordId[], { step, reason, by, ...asked }: ReferOptions): Ask | null {
  const [id, ...others] = ids;
  if (step === undefined || id === undefined || others.length > 0 || Object.keys(asked).length > 0)
    return null;
  const how = { ...(reason === undefined ? {} : { reason }), ...(by === undefined ? {} : { heard: by }) };
  return (engine) => engine.referStep({ id, step, ...how });
}

/** Null where the options do not go together. */
function referWish(ids: readonly RecordId[], given: ReferOptions): Ask | null {
  const { to, need, urgency, note, unnamed, handOver, ...steps } = given;
  if (to === undefined || need === undefined || urgency === undefined || Object.keys(steps).length > 0)
    return null;
  // a site or a service: the engine tells which
  const wish = { guests: ids, to: { site: to as SiteId }, need, urgency };
  const asked = { note, unnamed, handOver };
  const more = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  return (engine) => engine.refer({ ...wish, ...more });
}

/** What is asked of the engine; throws where the options do not go together. */
function wishOf({ wording: { cli } }: Runner, ids: readonly RecordId[], given: ReferOptions): Ask {
  const ask = given.step === undefined ? referWish(ids, given) : stepWish(ids, given);
  if (ask === null) throw new UsageError(cli.refer.needsAll);
  return ask;
}

function dueLine({ wording: { shared }, formats }: Runner, due: string | null, isLate: boolean): string[] {
  if (due === null) return [];
  const moment = formats.dateTime(Date.parse(due));
  return [isLate ? shared.referrals.late(moment) : shared.referrals.dueBy(moment)];
}

export function referOutcome(runner: Runner, { id, state, due }: ReferralOutcome): Outcome {
  const { referrals } = runner.wording.shared;
  return {
    data: { id, state, due },
    lines: () => [`${id}  ${referrals.states[state]}`, ...dueLine(runner, due, false)],
  };
}

/** Who follows the case, where it was asked for. */
export function followLines({ wording: { shared }, formats }: Runner, follow: FollowView | null): string[] {
  if (follow === null) return [];
  const { referrals, follow: words } = shared;
  const name = printable(follow.siteName ?? referrals.unknownSite);
  return [words.by(name, follow.since === null ? null : formats.dateTime(Date.parse(follow.since)))];
}

function viewLines(runner: Runner, view: ReferralView): readonly string[] {
  const { referrals } = runner.wording.shared;
  const other = printable(view.otherName ?? referrals.unknownSite);
  const due = view.late === "unsure" ? [referrals.unsure] : dueLine(runner, view.due, view.late === "yes");
  const { whys } = runner.wording.shared.sharing;
  const closed = view.closed === null ? [] : [referrals.closed(whys[view.closed])];
  return [
    `${view.id}  ${view.side === "sender" ? referrals.to(other) : referrals.from(other)}`,
    `    ${referrals.needs[view.need]} · ${referrals.people(view.people)} · ${referrals.states[view.state]}`,
    ...due.map((line) => `    ${line}`),
    ...closed.map((line) => `    ${line}`),
    ...followLines(runner, view.follow).map((line) => `    ${line}`),
  ];
}

const listOutcome = (runner: Runner, views: readonly ReferralView[]): Outcome => ({
  data: { items: views },
  lines: () =>
    views.length === 0
      ? [runner.wording.shared.referrals.none]
      : views.flatMap((view) => viewLines(runner, view)),
});

export function addReferrals({ program, runner, read }: Place): void {
  const texts = runner.wording.cli.refer;
  program
    .command("refer")
    .description(texts.command)
    .argument("<id...>", texts.ids)
    .option("--to <site>", texts.to, read.notEmpty("--to"))
    .option("--need <need>", texts.need, read.choice("--need", namesOf(NEEDS)))
    .option("--urgency <time>", texts.urgency, read.choice("--urgency", namesOf(URGENCIES)))
    .option("--note <text>", texts.note, read.notEmpty("--note"))
    .option("--step <step>", texts.step, read.choice("--step", namesOf(STEPS)))
    .option("--reason <text>", texts.reason, read.notEmpty("--reason"))
    .option("--by <how>", texts.by, read.choice("--by", namesOf(HEARD)))
    .option("--unnamed", texts.unnamed)
    .option("--hand-over", texts.handOver)
    .action((ids: readonly RecordId[], given: ReferOptions) => {
      const ask = wishOf(runner, ids, given);
      const warns = {
        guests: given.step === undefined ? ids : [],
        text: runner.wording.shared.care.neverRefer,
      };
      return runner.inVault(
        async (engine) => {
          const { data, lines } = referOutcome(runner, await ask(engine));
          const never = await neverLines(runner, engine, warns);
          return { data, lines: () => [...lines(), ...never] };
        },
        { toItsEnd: true },
      );
    });
  program
    .command("referrals")
    .description(texts.list)
    .option("--guest <id>", texts.guest, read.notEmpty("--guest"))
    .action(({ guest }: { readonly guest?: string }) =>
      runner.inVault(async (engine) =>
        listOutcome(runner, await engine.referrals(guest === undefined ? {} : { guest: guest as RecordId })),
      ),
    );
}
