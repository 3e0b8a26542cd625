/** `revoke`, `role`, `renew`, `remove-site`, `distrust`, `approve`, `rotate`, `quarantine`, `admit`: taking back. */
import type { DeviceView, Engine, NewSiteView, QuarantineView, TakenOut } from "#engine";
import type { DeviceId, InviteId, Role, SiteId } from "#sync";
import { warnOfAlike } from "../alike-words.ts";
import { renewedReport } from "./seek.ts";
import { askYes } from "../ask-yes.ts";
import { Refusal } from "../failure.ts";
import { ROLE_NAMES } from "../option-values.ts";
import { isoTime, type Outcome, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

/** Of a device or of a whole house, named by its id. */
const takenOut = ({ wording: { cli } }: Runner, id: string, outcome: TakenOut): Outcome => ({
  data: outcome,
  lines: () => [
    outcome.done ? cli.revoked(id) : cli.oneWordGiven(id),
    cli.couldRead(outcome.records.length),
    ...outcome.records.map(({ id, kind, title }) => `  ${id}  ${kind}  ${printable(title)}`),
  ],
});

const quarantined = ({ wording: { cli }, formats }: Runner, kept: readonly QuarantineView[]): Outcome => ({
  data: { items: kept.map((one) => ({ ...one, since: isoTime(one.since) })) },
  lines: () =>
    kept.length === 0
      ? [cli.nothingKept]
      : kept.map(({ device, entries, siteName, since }) =>
          [
            cli.keptLine(device, printable(siteName ?? ""), entries),
            ...(since === null ? [] : [cli.keptSince(formats.dateTime(since))]),
          ].join("  "),
        ),
});

interface Sure {
  readonly yes?: true;
}

/**
 * Nobody takes the last keys of what is protected out of a house without having read so: at a terminal
 * by a yes, in a script by `--yes`.
 */
async function checkProtection(
  runner: Runner,
  engine: Engine,
  { device, yes = false }: { readonly device: DeviceId; readonly yes?: boolean },
): Promise<void> {
  const { host, wording } = runner;
  const { sites } = await engine.members();
  const isLast = sites.some(({ devices }) =>
    devices.some((one) => one.device === device && one.state === "member" && one.onlyProtection),
  );
  if (!isLast) return;
  host.note(`${wording.shared.trust.onlyProtection}\n`);
  if (yes || (await askYes(runner, wording.cli.goOnAsk)) === true) return;
  throw new Refusal(wording.cli.needsYes);
}

/** Who takes out another coordinator reads first what comes of it when both do. */
async function warnOfMutual({ host, wording }: Runner, engine: Engine, device: DeviceId): Promise<void> {
  const { sites } = await engine.members();
  const isOther = ({ device: id, role, state, thisDevice }: DeviceView): boolean =>
    id === device && role === "coordinator" && state === "member" && !thisDevice;
  const own = sites.filter(({ ownSite }) => ownSite).flatMap(({ devices }) => devices);
  if (own.some(isOther)) host.note(`${wording.shared.trust.takeOutMutual}\n`);
}

/** Warns of a new house that can be taken for others, and gives those; at a terminal it asks. */
async function checkAlike(runner: Runner, engine: Engine, invite: InviteId): Promise<NewSiteView["alike"]> {
  const { host, wording } = runner;
  const { toApprove } = await engine.members();
  const alike = toApprove.find((house) => house.invite === invite)?.alike ?? [];
  for (const line of warnOfAlike(alike, wording.shared.trust.alikeApprove)) host.note(`${printable(line)}\n`);
  if (alike.length > 0 && (await askYes(runner, wording.cli.goOnAsk)) === false)
    throw new Refusal(wording.cli.notApproved);
  return alike;
}

export function addTakingOut(place: Place): void {
  addDevices(place);
  addHouses(place);
  addKept(place);
}

function addDevices({ program, runner, read }: Place): void {
  const { cli } = runner.wording;
  const { commands, arguments: names } = cli;
  program
    .command("revoke")
    .description(commands.revoke)
    .argument("<device>", names.member)
    .option("--yes", cli.options.yes)
    .action((device: DeviceId, { yes }: Sure) =>
      runner.inVault(
        async (engine) => {
          await warnOfMutual(runner, engine, device);
          await checkProtection(runner, engine, { device, ...(yes && { yes }) });
          return takenOut(runner, device, await engine.revoke(device));
        },
        { toItsEnd: true },
      ),
    );
  program
    .command("role")
    .description(commands.role)
    .argument("<device>", names.member)
    .argument("<role>", names.role, read.choice("<role>", ROLE_NAMES))
    .option("--yes", cli.options.yes)
    .action((device: DeviceId, role: Role, { yes }: Sure) =>
      runner.inVault(async (engine) => {
        if (role !== "protection") await checkProtection(runner, engine, { device, ...(yes && { yes }) });
        const data = await engine.giveRole({ device, role });
        return { data, lines: () => [cli.confirmed(device, runner.wording.shared.mesh.roles[role])] };
      }),
    );
  program
    .command("renew")
    .description(commands.renew)
    .argument("<device>", names.member)
    .action((device: DeviceId) =>
      runner.inVault(async (engine) => {
        const renewed = await renewedReport(runner, engine, device);
        if (renewed !== null) return renewed;
        const { endsAt } = await engine.renew(device);
        const until = runner.formats.dateTime(endsAt);
        return { data: { device, endsAt: isoTime(endsAt) }, lines: () => [cli.renewed(device, until)] };
      }),
    );
}

function addHouses({ program, runner }: Place): void {
  const { cli } = runner.wording;
  const { commands, arguments: names } = cli;
  program
    .command("remove-site")
    .description(commands["remove-site"])
    .argument("<site>", names.site)
    .action((site: SiteId) =>
      runner.inVault(async (engine) => takenOut(runner, site, await engine.removeSite(site)), {
        toItsEnd: true,
      }),
    );
  program
    .command("distrust")
    .description(commands.distrust)
    .argument("<site>", names.site)
    .option("--off", cli.options.off)
    .action((site: SiteId, { off = false }: { readonly off?: boolean }) =>
      runner.inVault(async (engine) => {
        const data = await engine.distrust({ site, on: !off });
        const { distrusted, trusted } = runner.wording.shared.trust;
        return { data, lines: () => [data.on ? distrusted(site) : trusted(site)] };
      }),
    );
  program
    .command("approve")
    .description(commands.approve)
    .argument("<invite>", names.invite)
    .action((invite: InviteId) =>
      runner.inVault(async (engine) => {
        const alike = await checkAlike(runner, engine, invite);
        const data = { ...(await engine.approve(invite)), alike };
        return { data, lines: () => [cli.approved] };
      }),
    );
}

function addKept({ program, runner }: Place): void {
  const { cli } = runner.wording;
  const { commands, arguments: names } = cli;
  program
    .command("rotate")
    .description(commands.rotate)
    .action(() =>
      runner.inVault(async (engine) => {
        const data = await engine.rotate();
        return { data, lines: () => [cli.rotated(data.spaces)] };
      }),
    );
  program
    .command("quarantine")
    .description(commands.quarantine)
    .action(() => runner.inVault(async (engine) => quarantined(runner, await engine.quarantine())));
  program
    .command("admit")
    .description(commands.admit)
    .argument("<device>", names.member)
    .action((device: DeviceId) =>
      runner.inVault(async (engine) => {
        const data = await engine.admit(device);
        return { data, lines: () => [cli.admitted(data.entries)] };
      }),
    );
}
