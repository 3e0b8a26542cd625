/** `limits`: how much each house fills of what it may, and what this house would have. */
import type { LimitsView, WantedLimits } from "#engine";
import { type Outcome, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

const MIB = 1024 * 1024;

function limitsOutcome({ wording: { shared }, formats }: Runner, { limits, houses }: LimitsView): Outcome {
  const { used, devices, operations, asks, cliHouse, near } = shared.room;
  return {
    data: { limits, houses },
    lines: () => [
      ...houses.map((house) =>
        cliHouse(
          printable(house.name),
          [
            used(formats.bytes(house.bytes), formats.bytes(limits.siteBytes)),
            devices(house.devices, formats.number(limits.devices)),
            operations(formats.number(house.operations), formats.number(limits.operations)),
            ...(house.near.length === 0 ? [] : [near]),
          ].join(" · "),
        ),
      ),
      ...houses
        .filter(({ wanted }) => wanted !== null && wanted.siteBytes > limits.siteBytes)
        .map(({ name }) => asks(printable(name))),
    ],
  };
}

interface LimitsOptions {
  readonly devices?: number;
  readonly operations?: number;
  readonly deviceMb?: number;
  readonly houseMb?: number;
}

const wishOf = ({ devices, operations, deviceMb, houseMb }: LimitsOptions): WantedLimits => ({
  devices,
  operations,
  deviceBytes: deviceMb === undefined ? undefined : deviceMb * MIB,
  siteBytes: houseMb === undefined ? undefined : houseMb * MIB,
});

export function addLimits({ program, runner, read }: Place): void {
  const { commands, options } = runner.wording.cli;
  program
    .command("limits")
    .description(commands.limits)
    .option("--devices <n>", options.limitDevices, read.amount("--devices"))
    .option("--operations <n>", options.limitOperations, read.amount("--operations"))
    .option("--device-mb <n>", options.limitDeviceMb, read.amount("--device-mb"))
    .option("--house-mb <n>", options.limitHouseMb, read.amount("--house-mb"))
    .action((given: LimitsOptions) =>
      runner.inVault(async (engine) => {
        const isWish = Object.values(given).some((value) => value !== undefined);
        return limitsOutcome(runner, await engine.limits(isWish ? wishOf(given) : undefined));
      }),
    );
}
