/** `found` and `join`: two of the ways into a mesh. Both make a vault, and may show recovery words once. */
import type { Engine, Founded, Founding, Joining } from "#engine";
import type { CliTexts } from "#i18n";
import type { SiteKind } from "#sync";
import type { Outcome } from "../output.ts";
import { SITE_KIND_NAMES } from "../option-values.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

const SEED_LENGTH = 26;

async function found({ wording: { cli } }: Runner, engine: Engine, founding: Founding): Promise<Outcome> {
  const { mesh, device, ...shown } = await engine.found(founding);
  return {
    data: { mesh, device, ...shown },
    lines: () => [cli.founded(mesh), cli.device(device), ...wordLines(cli, shown)],
    notes: [cli.writeDown],
  };
}

async function join({ wording: { cli } }: Runner, engine: Engine, joining: Joining): Promise<Outcome> {
  const { device, words, recoveryWords, protectedWords } = await engine.join(joining);
  const head = [cli.joined, cli.device(device), cli.tellWords(words)];
  if (recoveryWords === null) return { data: { device, words }, lines: () => head, notes: [cli.tellHow] };
  return {
    data: { device, words, recoveryWords, protectedWords },
    lines: () => [...head, ...wordLines(cli, { recoveryWords, protectedWords })],
    notes: [cli.writeDown, cli.tellHow],
  };
}

interface JoinOptions {
  readonly person: string;
  readonly peer?: string;
}

/** As long as a seed that was typed, however it is spaced. */
const isSeedLong = (text: string): boolean => text.replace(/[^\p{L}\p{N}]/gu, "").length === SEED_LENGTH;
/** The words of the house, and those of what is protected. */
const wordLines = (
  cli: CliTexts,
  { recoveryWords, protectedWords }: Pick<Founded, "recoveryWords" | "protectedWords">,
): readonly string[] => [
  cli.recovery(recoveryWords),
  ...(protectedWords === null ? [] : [cli.protectedRecovery(protectedWords)]),
];

interface FoundOptions {
  readonly mesh: string;
  readonly site: string;
  readonly person: string;
  readonly kind: SiteKind;
}

export function addEntering({ program, runner, read }: Place): void {
  const { commands, options, arguments: names } = runner.wording.cli;
  program
    .command("found")
    .description(commands.found)
    .requiredOption("--mesh <name>", options.mesh, read.notEmpty("--mesh"))
    .requiredOption("--site <name>", options.site, read.notEmpty("--site"))
    .requiredOption("--person <name>", options.person, read.notEmpty("--person"))
    .option<SiteKind>("--kind <kind>", options.siteKind, read.choice("--kind", SITE_KIND_NAMES), "shelter")
    .action(({ mesh, site, person, kind }: FoundOptions) =>
      runner.inNewVault((engine, passphrase) =>
        found(runner, engine, {
          meshName: mesh,
          siteName: site,
          siteKind: kind,
          personName: person,
          passphrase,
        }),
      ),
    );
  program
    .command("join")
    .description(commands.join)
    // a code is written in groups: as one word, or as it is printed
    .argument("<code...>", names.code)
    .requiredOption("--person <name>", options.person, read.notEmpty("--person"))
    .option("--peer <address>", options.joinPeer, read.hubAddress("--peer"))
    .action((words: readonly string[], { person, peer }: JoinOptions) => {
      const code = words.join(" ");
      const asked = peer === undefined ? {} : { peers: [peer] };
      return runner.inNewVault(
        (engine, passphrase) => join(runner, engine, { code, personName: person, passphrase, ...asked }),
        // the whole code needs nobody: who joins with it stays silent
        { beside: true, network: isSeedLong(code) },
      );
    });
}
