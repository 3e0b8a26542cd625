/** `sync`: one round with another device, or round after round until it is stopped. */
import { setTimeout as pause } from "node:timers/promises";
import type { Engine, SyncReport } from "#engine";
import { faultOf, Interrupted, lineOf } from "../failure.ts";
import { type Outcome, printOutcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

/** A peer that is away comes back; anything else that fails will fail again. */
const PASSING = ["no-peer", "peer-unreachable", "peer-refused"];

interface SyncOptions {
  readonly peer?: string;
  readonly watch?: true;
}

function syncOutcome({ wording: { cli }, formats }: Runner, report: SyncReport): Outcome {
  const { peer, entriesIn, entriesOut, bytesIn, bytesOut, messages, ms, spaces } = report;
  const line = cli.exchanged({
    ...{ entriesIn, entriesOut },
    bytes: formats.bytes(bytesIn + bytesOut),
    seconds: formats.number(Math.round(ms / 100) / 10),
  });
  return {
    data: { peer, entriesIn, entriesOut, bytesIn, bytesOut, messages, ms, spaces },
    lines: () => [`${cli.synced(peer)}: ${line}`],
  };
}

async function round(runner: Runner, engine: Engine, wish: { readonly peer?: string }): Promise<void> {
  try {
    const report = await runner.unlessStopped(engine.sync(wish));
    await printOutcome(runner.host, syncOutcome(runner, report), runner.json());
  } catch (error) {
    if (!PASSING.includes(faultOf(error)?.code ?? "")) throw error;
    runner.host.note(`${lineOf(runner.wording, error)}\n`);
  }
}

/** Ends, without a fault, when the program is stopped. */
async function watch(runner: Runner, engine: Engine, wish: { readonly peer?: string }): Promise<null> {
  const { roundsApartMs, stop } = runner.host;
  await engine.keepComparing();
  try {
    while (!stop.aborted) {
      await round(runner, engine, wish);
      await pause(roundsApartMs, undefined, { signal: stop }).catch(() => undefined);
    }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  }
  return null;
}

export function addSync({ program, runner, read }: Place): void {
  const { commands, options } = runner.wording.cli;
  program
    .command("sync")
    .description(commands.sync)
    .option("--peer <multiaddr>", options.peer, read.address("--peer"))
    .option("--watch", options.watch)
    .action(({ peer, watch: watching }: SyncOptions) => {
      const wish = peer === undefined ? {} : { peer };
      if (watching === true) {
        return runner.inVault((engine) => watch(runner, engine, wish), { network: true, toItsEnd: true });
      }
      return runner.inVault(async (engine) => syncOutcome(runner, await engine.sync(wish)), {
        network: true,
      });
    });
}
