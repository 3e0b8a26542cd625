/** `forget`: destroys a person's keys in this folder, after saying what would be lost. */
import { EngineError, type Engine } from "#engine";
import { askYes } from "../ask-yes.ts";
import { faultLine, Refusal } from "../failure.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

const isLoss = (error: unknown): error is EngineError =>
  error instanceof EngineError && (error.fault.code === "unsent" || error.fault.code === "only-protection");

async function forget(runner: Runner, engine: Engine, yes: boolean): Promise<void> {
  const { host, wording } = runner;
  const passphrase = await runner.passphrase();
  try {
    await engine.forgetVault({ passphrase });
  } catch (error) {
    if (!isLoss(error)) throw error;
    host.note(`${faultLine(wording, error.fault)}\n`);
    if (!yes && (await askYes(runner, wording.cli.goOnAsk)) !== true) throw new Refusal(wording.cli.needsYes);
    await engine.forgetVault({ passphrase, despite: true });
  }
}

export function addForget({ program, runner }: Place): void {
  const { cli } = runner.wording;
  program
    .command("forget")
    .description(cli.commands.forget)
    .option("--yes", cli.options.yes)
    .action(({ yes = false }: { readonly yes?: boolean }) =>
      runner.inVault(
        async (engine) => {
          await forget(runner, engine, yes);
          return { data: { forgotten: true }, lines: () => [cli.forgotten] };
        },
        { toItsEnd: true },
      ),
    );
}
