/** `referral-draft`: a referral that is prepared now and sent later, by whoever is on duty then. */
import type { Engine, RecordId, ReferralDraftView } from "#engine";
import type { Need, Urgency } from "#model";
import type { SiteId } from "#sync";
import { Refusal } from "../failure.ts";
import { neverLines } from "../never-lines.ts";
import { namesOf } from "../option-values.ts";
import { isoTime, type Outcome, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";
import { NEEDS, referOutcome, URGENCIES } from "./referrals.ts";

interface KeepOptions {
  readonly to?: string;
  readonly need: Need;
  readonly urgency: Urgency;
  readonly note?: string;
  readonly unnamed?: true;
  readonly handOver?: true;
}

const dataOf = (view: ReferralDraftView) => ({ ...view, changedAt: isoTime(view.changedAt) });

function viewLines({ wording: { shared } }: Runner, view: ReferralDraftView): readonly string[] {
  const { referrals, referralDrafts } = shared;
  const to = view.toName === null ? referralDrafts.toNobody : referrals.to(printable(view.toName));
  const asked = [referrals.needs[view.need], referrals.urgencies[view.urgency]];
  return [
    `${view.guest}  ${to}`,
    `    ${[...asked, referrals.people(view.guests.length)].join(" · ")}`,
    ...(view.note === "" ? [] : [`    ${printable(view.note)}`]),
  ];
}

async function send(runner: Runner, engine: Engine, guest: RecordId): Promise<Outcome> {
  const { referralDrafts, care } = runner.wording.shared;
  const [draft] = await engine.referralDrafts({ guest });
  if (draft === undefined) throw new Refusal(referralDrafts.none);
  const { to, companions, need, urgency, note, unnamed, handOver } = draft;
  if (to === null) throw new Refusal(referralDrafts.noTo);
  const guests = [draft.guest, ...companions];
  const wish = { guests, to, need, urgency, ...(note === "" ? {} : { note }), unnamed, handOver };
  const sent = referOutcome(runner, await engine.refer({ ...wish, draftOf: draft.guest }));
  const never = await neverLines(runner, engine, { guests, text: care.neverRefer });
  return { data: sent.data, lines: () => [...sent.lines(), ...never] };
}

function addKeep(group: Place["program"], { runner, read }: Pick<Place, "runner" | "read">): void {
  const texts = runner.wording.shared.referralDrafts;
  const { refer } = runner.wording.cli;
  group
    .command("keep")
    .description(texts.commandKeep)
    .argument("<guest...>", texts.commandGuests)
    .requiredOption("--need <need>", refer.need, read.choice("--need", namesOf(NEEDS)))
    .requiredOption("--urgency <time>", refer.urgency, read.choice("--urgency", namesOf(URGENCIES)))
    .option("--to <site>", refer.to, read.notEmpty("--to"))
    .option("--note <text>", refer.note, read.notEmpty("--note"))
    .option("--unnamed", refer.unnamed)
    .option("--hand-over", refer.handOver)
    .action((guests: readonly RecordId[], { to, ...asked }: KeepOptions) =>
      runner.inVault(
        async (engine) => {
          const [guest, ...companions] = guests;
          if (guest === undefined) throw new Refusal(texts.none);
          // a site or a service: the engine tells which
          const whom = to === undefined ? null : { site: to as SiteId };
          const view = await engine.keepReferralDraft({ guest, companions, to: whom, ...asked });
          return { data: dataOf(view), lines: () => [...viewLines(runner, view), texts.kept] };
        },
        { toItsEnd: true },
      ),
    );
}

export function addReferralDrafts({ program, runner, read }: Place): void {
  const texts = runner.wording.shared.referralDrafts;
  const group = program.command("referral-draft").description(texts.command);
  addKeep(group, { runner, read });
  group
    .command("list")
    .description(texts.commandList)
    .action(() =>
      runner.inVault(async (engine) => {
        const views = await engine.referralDrafts();
        const lines = views.flatMap((view) => viewLines(runner, view));
        return {
          data: { items: views.map(dataOf) },
          lines: () => (lines.length === 0 ? [texts.none] : lines),
        };
      }),
    );
  group
    .command("send")
    .description(texts.commandSend)
    .argument("<guest>", texts.commandGuest)
    .action((guest: RecordId) => runner.inVault((engine) => send(runner, engine, guest), { toItsEnd: true }));
  group
    .command("drop")
    .description(texts.commandDrop)
    .argument("<guest>", texts.commandGuest)
    .action((guest: RecordId) =>
      runner.inVault(
        async (engine) => {
          await engine.dropReferralDraft(guest);
          return { data: {}, lines: () => [texts.dropped] };
        },
        { toItsEnd: true },
      ),
    );
}
