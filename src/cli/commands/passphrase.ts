/** `passphrase`: puts the vault of this folder under another passphrase. */
import { readNextPassphrase } from "../passphrase.ts";
import type { Place } from "./command.ts";

export function addPassphrase({ program, runner }: Place): void {
  const { cli } = runner.wording;
  program
    .command("passphrase")
    .description(cli.commands.passphrase)
    .action(() =>
      runner.inVault(
        async (engine) => {
          const next = await readNextPassphrase(runner.host, runner.wording);
          await engine.changePassphrase({ current: await runner.passphrase(), next });
          return { data: { changed: true }, lines: () => [cli.passphraseChanged] };
        },
        { toItsEnd: true },
      ),
    );
}
