/** `recover`, `backup`, `restore`: coming back when devices are lost. */
import type { Engine, Restoring } from "#engine";
import { UsageError } from "../failure.ts";
import type { Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

interface RecoverOptions {
  readonly words?: string;
  readonly protectedWords?: string;
  readonly person?: string;
  readonly peer: readonly string[];
  readonly new?: true;
  readonly protected?: true;
}

interface RestoreOptions extends Omit<RecoverOptions, "new" | "protected"> {
  readonly join?: string;
}

/** What both commands say of a device that comes in by words. */
function wishOf(
  runner: Runner,
  { protectedWords, person, peer }: RecoverOptions,
  words: string,
): Omit<Parameters<Engine["recover"]>[0], "passphrase"> {
  return {
    words,
    protectedWords: protectedWords ?? null,
    personName: person ?? runner.wording.cli.recoveredPerson,
    ...(peer.length === 0 ? {} : { peers: peer }),
  };
}

const recovered = ({ wording: { cli } }: Runner, device: string): Outcome => ({
  data: { device },
  lines: () => [cli.recovered, cli.device(device)],
  notes: [cli.recoveredNext],
});

async function makeWords(
  { wording: { cli } }: Runner,
  engine: Engine,
  forProtected: boolean,
): Promise<Outcome> {
  const { recoveryWords } = await engine.newWords(forProtected ? "protected" : "site");
  const line = forProtected ? cli.protectedRecovery : cli.recovery;
  return { data: { recoveryWords }, lines: () => [line(recoveryWords)], notes: [cli.writeDown] };
}

function recover(runner: Runner, options: RecoverOptions): Promise<void> {
  const { words } = options;
  if (options.new === true) {
    const make = (engine: Engine): Promise<Outcome> => makeWords(runner, engine, options.protected === true);
    return runner.inVault(make, { toItsEnd: true });
  }
  if (words === undefined) throw new UsageError(runner.wording.cli.recoverHow);
  const wish = wishOf(runner, options, words);
  return runner.inNewVault(
    async (engine, passphrase) => recovered(runner, (await engine.recover({ ...wish, passphrase })).device),
    { beside: true, network: true },
  );
}

function restoringOf(runner: Runner, options: RestoreOptions, passphrase: string): Restoring {
  const { join, words, person } = options;
  if (words !== undefined) return { by: "words", ...wishOf(runner, options, words), passphrase };
  if (join === undefined) return { by: "passphrase", passphrase };
  return { by: "invite", code: join, personName: person ?? runner.wording.cli.recoveredPerson, passphrase };
}

async function restore(runner: Runner, file: string, options: RestoreOptions): Promise<void> {
  const bytes = await runner.host.readFile(file);
  const { cli } = runner.wording;
  return runner.inNewVault(
    async (engine, passphrase) => {
      const restoring = restoringOf(runner, options, passphrase);
      const { device, words } = await engine.restore(bytes, restoring);
      if (restoring.by === "words") return recovered(runner, device);
      const lines = [cli.restored, cli.device(device)];
      if (words === null) return { data: { device }, lines: () => lines, notes: [cli.restoredNext] };
      return { data: { device, words }, lines: () => [...lines, cli.tellWords(words)], notes: [cli.tellHow] };
    },
    { beside: false, network: true },
  );
}

export function addRecovery({ program, runner, read }: Place): void {
  const { cli } = runner.wording;
  const { commands, options, arguments: names } = cli;
  program
    .command("recover")
    .description(commands.recover)
    .option("--words <words>", options.twelveWords, read.notEmpty("--words"))
    .option("--protected-words <words>", options.protectedWords, read.notEmpty("--protected-words"))
    .option("--person <name>", options.person, read.notEmpty("--person"))
    .option<readonly string[]>("--peer <multiaddr>", options.recoverPeer, read.addresses("--peer"), [])
    .option("--new", options.newWords)
    .option("--protected", options.newProtected)
    .action((given: RecoverOptions) => recover(runner, given));
  program
    .command("backup")
    .description(commands.backup)
    .argument("<file>", names.backupFile)
    .action((file: string) =>
      runner.inVault(
        async (engine) => {
          const bytes = await engine.backup();
          await runner.host.writeFile(file, bytes);
          return {
            data: { bytes: bytes.length },
            lines: () => [cli.backedUp(runner.formats.bytes(bytes.length))],
          };
        },
        { toItsEnd: true },
      ),
    );
  program
    .command("restore")
    .description(commands.restore)
    .argument("<file>", names.backupFile)
    .option("--words <words>", options.twelveWords, read.notEmpty("--words"))
    .option("--protected-words <words>", options.protectedWords, read.notEmpty("--protected-words"))
    .option("--join <code>", options.restoreJoin, read.notEmpty("--join"))
    .option("--person <name>", options.person, read.notEmpty("--person"))
    .option<readonly string[]>("--peer <multiaddr>", options.recoverPeer, read.addresses("--peer"), [])
    .action((file: string, given: RestoreOptions) => restore(runner, file, given));
}
