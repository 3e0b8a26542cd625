/** `revoke`, `role`, `renew`, `remove-site`, `approve`, `rotate`, `quarantine`, `admit`: taking back. */
import type { QuarantineView, Revoked } from "#engine";
import type { DeviceId, InviteId, Role, SiteId } from "#sync";
import { ROLE_NAMES } from "../option-values.ts";
import { isoTime, type Outcome, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

const revoked = ({ wording: { cli } }: Runner, { device, done, records }: Revoked): Outcome => ({
  data: { device, done, records },
  lines: () => [
    done ? cli.revoked(device) : cli.oneWordGiven(device),
    cli.couldRead(records.length),
    ...records.map(({ id, kind, title }) => `  ${id}  ${kind}  ${printable(title)}`),
  ],
});

const quarantined = ({ wording: { cli } }: Runner, kept: readonly QuarantineView[]): Outcome => ({
  data: { items: kept },
  lines: () =>
    kept.length === 0
      ? [cli.nothingKept]
      : kept.map(({ device, entries, siteName }) => cli.keptLine(device, siteName ?? "", entries)),
});

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
    .action((device: DeviceId) =>
      runner.inVault(async (engine) => revoked(runner, await engine.revoke(device)), { toItsEnd: true }),
    );
  program
    .command("role")
    .description(commands.role)
    .argument("<device>", names.member)
    .argument("<role>", names.role, read.choice("<role>", ROLE_NAMES))
    .action((device: DeviceId, role: Role) =>
      runner.inVault(async (engine) => {
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
      runner.inVault(async (engine) => {
        const data = await engine.removeSite(site);
        return { data, lines: () => [data.done ? cli.revoked(site) : cli.oneWordGiven(site)] };
      }),
    );
  program
    .command("approve")
    .description(commands.approve)
    .argument("<invite>", names.invite)
    .action((invite: InviteId) =>
      runner.inVault(async (engine) => {
        const data = await engine.approve(invite);
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
