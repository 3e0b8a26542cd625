/** `audit`: who opened, searched and took out what; and which other shelter reads that. */
import type { AuditView, AuditWish, Engine, RecordId } from "#engine";
import { wordAlarm } from "#i18n";
import type { SiteId } from "#sync";
import { type Outcome, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

interface AuditOptions {
  readonly since?: number;
  readonly of?: string;
  /** False: `--no-auditor`. */
  readonly auditor?: string | false;
}

function outcome({ wording: { shared }, formats }: Runner, view: AuditView): Outcome {
  const { audit } = shared;
  const names = new Map(view.houses.map(({ site, name }) => [site, printable(name)]));
  const who = (one: { readonly person: string | null; readonly site: SiteId | string }): string =>
    one.person === null ? audit.someoneOf(names.get(one.site as SiteId) ?? "") : printable(one.person);
  return {
    data: view,
    lines: () => [
      ...view.houses.flatMap(({ name, auditors }) =>
        auditors.map((by) => audit.cli.reads(printable(name), printable(by.name))),
      ),
      ...view.houses
        .filter(({ unreadable }) => unreadable > 0)
        .map(({ name, unreadable }) => audit.unreadable(printable(name), unreadable)),
      ...view.cards.map(({ kind, name, cards }) => `! ${audit.cardAlarm[kind](printable(name), cards)}`),
      ...view.alarms.map((alarm) =>
        audit.cli.alarm(formats.dateTime(alarm.at), wordAlarm(audit, alarm, who(alarm))),
      ),
      ...view.days.map((day) =>
        audit.cli.line(day.day, who(day), audit.cli.counts(day.opened, day.searches, day.exports)),
      ),
      ...view.opened.map((one) => audit.cli.openedBy(formats.dateTime(one.at), who(one))),
      ...(view.days.length === 0 ? [audit.none] : []),
    ],
  };
}

async function run(runner: Runner, engine: Engine, { since, of, auditor }: AuditOptions): Promise<Outcome> {
  if (auditor !== undefined) await engine.chooseAuditor(auditor === false ? null : (auditor as SiteId));
  const wish: AuditWish = {
    ...(since === undefined ? {} : { withinMs: since }),
    ...(of === undefined ? {} : { of: of as RecordId }),
  };
  return outcome(runner, await engine.audit(wish));
}

export function addAudit({ program, runner, read }: Place): void {
  const { cli } = runner.wording.shared.audit;
  program
    .command("audit")
    .description(cli.command)
    .option("--since <time>", cli.since, read.duration("--since"))
    .option("--of <id>", cli.of, read.notEmpty("--of"))
    .option("--auditor <site>", cli.auditor, read.notEmpty("--auditor"))
    .option("--no-auditor", cli.noAuditor)
    .action((given: AuditOptions) =>
      runner.inVault((engine) => run(runner, engine, given), { toItsEnd: true }),
    );
}
