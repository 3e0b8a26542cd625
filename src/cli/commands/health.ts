/** `status` and `check`: what this device knows of the others, and whether what it holds is whole. */
import type { CheckReport, PeerView, StatusView } from "#engine";
import { isoTime, type Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

const plainPeer = ({ address, device, site, siteName, connected, lastHeard }: PeerView): object => ({
  ...{ address, device, site, siteName, connected },
  lastHeard: isoTime(lastHeard),
});

function statusOutcome({ wording: { cli, shared }, formats, host }: Runner, status: StatusView): Outcome {
  const { peers, sites, entries, records, onlyHere, refused } = status;
  const heard = (ms: number | null): string =>
    ms === null ? shared.mesh.heardNever : shared.mesh.heard(formats.moment(ms, host.now()));
  const lacking = (missing: number | null): readonly string[] =>
    missing === null ? [] : [missing === 0 ? shared.mesh.missingNone : shared.mesh.missing(missing)];
  return {
    data: {
      peers: peers.map(plainPeer),
      sites: sites.map(({ site, name, lastHeard, missing }) => ({
        site,
        name,
        lastHeard: isoTime(lastHeard),
        missing,
      })),
      ...{ entries, records, onlyHere, refused },
    },
    lines: () => [
      cli.counts(entries, records),
      onlyHere === 0 ? shared.mesh.onlyHereNone : cli.onlyHere(onlyHere),
      ...(refused === 0 ? [] : [shared.mesh.refused(refused)]),
      ...sites.map(({ name, lastHeard, missing }) =>
        [name, heard(lastHeard), ...lacking(missing)].join(" · "),
      ),
      ...peers.map(({ address, siteName, connected, lastHeard }) =>
        [
          address,
          ...(siteName === null ? [] : [siteName]),
          connected ? cli.connected : cli.notConnected,
          heard(lastHeard),
        ].join(" · "),
      ),
    ],
  };
}

function checkOutcome({ wording: { cli, shared } }: Runner, { ok, entries, problems }: CheckReport): Outcome {
  return {
    data: { ok, entries, problems },
    lines: () =>
      ok
        ? [shared.mesh.checkOk(entries)]
        : [
            shared.mesh.checkBad(problems.length),
            ...problems.map(({ code, where }) => cli.checkOther(code, where)),
          ],
    ...(ok ? {} : { failed: cli.checkBad }),
  };
}

export function addHealth({ program, runner }: Place): void {
  const { commands } = runner.wording.cli;
  program
    .command("status")
    .description(commands.status)
    .action(() => runner.inVault(async (engine) => statusOutcome(runner, await engine.status())));
  program
    .command("check")
    .description(commands.check)
    .action(() => runner.inVault(async (engine) => checkOutcome(runner, await engine.check())));
}
