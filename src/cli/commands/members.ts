/** `invite`, `confirm` and `members`: who belongs to the mesh. */
import type { DeviceView, Engine, MembersView, NewSiteView, SiteView } from "#engine";
import { inGroups } from "#i18n";
import type { DeviceId, Role, SiteId, SiteKind } from "#sync";
import { warnOfAlike } from "../alike-words.ts";
import { askYes } from "../ask-yes.ts";
import { Refusal, UsageError } from "../failure.ts";
import { ROLE_NAMES, SITE_KIND_NAMES } from "../option-values.ts";
import { isoTime, type Outcome, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

const WEEK_MS = 7 * 24 * 60 * 60_000;

interface InviteOptions {
  readonly role: Role;
  readonly site?: string;
  readonly kind?: SiteKind;
  readonly expires: number;
}

function newSiteOf(
  { role, site, kind }: InviteOptions,
  runner: Runner,
): { name: string; kind: SiteKind } | null {
  const { usage } = runner.wording.cli;
  if (site === undefined && kind === undefined) return null;
  if (site === undefined || kind === undefined) throw new UsageError(usage.siteNeedsKind);
  if (role === "hub") throw new UsageError(usage.hubOfSite);
  return { name: site, kind };
}

async function invite(runner: Runner, engine: Engine, options: InviteOptions): Promise<Outcome> {
  const { cli } = runner.wording;
  const newSite = newSiteOf(options, runner);
  const alike = newSite === null ? null : await engine.housesLike(newSite.name);
  const { code, seed, expiresAt } = await engine.invite({
    role: options.role,
    newSite,
    validMs: options.expires,
  });
  return {
    data: { code, seed, expiresAt: isoTime(expiresAt), ...(alike !== null && { alike }) },
    lines: () => [cli.code(code), cli.seed(inGroups(seed).join(" "))],
    notes: [
      cli.validUntil(runner.formats.dateTime(expiresAt)),
      ...warnOfAlike(alike ?? [], runner.wording.shared.trust.alikeInvite),
    ],
  };
}

const everyDevice = ({ sites }: MembersView): readonly DeviceView[] =>
  sites.flatMap(({ devices }) => devices);

/** At a terminal, whoever gave no words is shown them and asked; a script has decided already. */
async function compareAtTerminal(runner: Runner, engine: Engine, device: string): Promise<void> {
  const { host, wording } = runner;
  if (!host.stdinIsTerminal || runner.json()) return;
  const words = everyDevice(await engine.members()).find((member) => member.device === device)?.words ?? null;
  if (words === null) return;
  host.note(`${wording.cli.compareWords(printable(words))}\n`);
  if ((await askYes(runner, wording.cli.compareAsk)) !== true) throw new Refusal(wording.cli.notConfirmed);
}

async function confirm(runner: Runner, engine: Engine, wish: Confirmation): Promise<Outcome> {
  const { cli } = runner.wording;
  if (wish.words === undefined) await compareAtTerminal(runner, engine, wish.device);
  const { device, state } = await engine.confirm(wish);
  return { data: { device, state }, lines: () => [cli.confirmed(device, cli.states[state])] };
}

interface Confirmation {
  readonly device: DeviceId;
  readonly words?: string;
}

const plainDevice = ({ lastHeard, endsAt, enrolledAt, ...view }: DeviceView): object => ({
  ...view,
  lastHeard: isoTime(lastHeard),
  endsAt: isoTime(endsAt),
  enrolledAt: isoTime(enrolledAt),
});

const plainSite = ({ lastHeard, devices, ...site }: SiteView): object => ({
  ...site,
  lastHeard: isoTime(lastHeard),
  devices: devices.map(plainDevice),
});

function membersOutcome(
  { wording: { cli, shared }, formats }: Runner,
  { mesh, meshName, sites, toApprove, late, wordsNeeded }: MembersView,
): Outcome {
  const nameless = (own: boolean, role: Role): string => {
    if (role === "hub") return shared.mesh.hubDevice;
    return own ? shared.mesh.personNameless : shared.mesh.personUnknown;
  };
  const namesOf = (some: readonly SiteId[]): string =>
    sites.flatMap(({ site, name }) => (some.includes(site) ? [printable(name)] : [])).join(", ");
  const deviceLines = (own: boolean, view: DeviceView): readonly string[] => [
    cli.memberLine({
      id: view.device,
      person: view.person ?? nameless(own, view.role),
      role: shared.mesh.roles[view.role],
      state: view.copied ? cli.copied : cli.states[view.state],
    }),
    ...(view.words === null ? [] : [cli.compare(view.words)]),
    ...(view.enrolledAt === null ? [] : [cli.enrolled(formats.dateTime(view.enrolledAt))]),
  ];
  const newHouseLines = ({ invite: id, name, invitedBy, alike }: NewSiteView): readonly string[] => [
    cli.toApprove(id, printable(name), invitedBy),
    ...warnOfAlike(alike, shared.trust.alikeApprove),
  ];
  return {
    data: { mesh, meshName, sites: sites.map(plainSite), toApprove, late, wordsNeeded },
    lines: () => [
      meshName,
      ...sites.flatMap(({ name, kind, ownSite, devices, votes, distrustedBy, alike }) => [
        cli.siteLine(name, shared.mesh.kinds[kind]),
        ...(votes.length === 0 ? [] : [`  ${shared.trust.houseVotesTag(votes.length)}`]),
        ...(distrustedBy.length === 0 ? [] : [`  ${shared.trust.distrustedTag(namesOf(distrustedBy))}`]),
        ...warnOfAlike(alike, shared.trust.alikeTag).map((line) => `  ${line}`),
        ...devices.flatMap((device) => deviceLines(ownSite, device)),
      ]),
      ...late.map(({ device, role }) => cli.late(device, shared.mesh.roles[role])),
      ...toApprove.flatMap(newHouseLines),
    ],
    notes: wordsNeeded.map((kind) => cli.wordsNeeded(kind === "protected")),
  };
}

export function addMembers({ program, runner, read }: Place): void {
  const { commands, options, arguments: names } = runner.wording.cli;
  program
    .command("invite")
    .description(commands.invite)
    .requiredOption("--role <role>", options.role, read.choice("--role", ROLE_NAMES))
    .option("--site <name>", options.newSite, read.notEmpty("--site"))
    .option<SiteKind>("--kind <kind>", options.siteKind, read.choice("--kind", SITE_KIND_NAMES))
    .option<number>("--expires <time>", options.expires, read.duration("--expires"), WEEK_MS)
    .action((given: InviteOptions) => {
      newSiteOf(given, runner);
      return runner.inVault((engine) => invite(runner, engine, given), { toItsEnd: true });
    });
  program
    .command("confirm")
    .description(commands.confirm)
    .argument("<device>", names.device)
    .option("--words <words>", options.words, read.notEmpty("--words"))
    .action((device: DeviceId, { words }: { readonly words?: string }) =>
      runner.inVault((engine) =>
        confirm(runner, engine, words === undefined ? { device } : { device, words }),
      ),
    );
  program
    .command("members")
    .description(commands.members)
    .action(() => runner.inVault(async (engine) => membersOutcome(runner, await engine.members())));
}
