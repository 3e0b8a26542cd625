/**
 * The command line as a whole (design section 9): which commands there are, in which language, and
 * how a slip in one is told. Runs one command on a {@link Host} and gives its exit code.
 */
import { Command, CommanderError, Help } from "commander";
import { LANGUAGES } from "#i18n";
import type { Place } from "./commands/command.ts";
import { addAnswers } from "./commands/answers.ts";
import { addAlike } from "./commands/alike.ts";
import { addPersonCopy } from "./commands/person-copy.ts";
import { addErasure } from "./commands/erasure.ts";
import { addCapsule } from "./commands/capsule.ts";
import { addAudit } from "./commands/audit.ts";
import { addConsent } from "./commands/consent.ts";
import { addCalls } from "./commands/calls.ts";
import { addEntering } from "./commands/enter.ts";
import { addFiles } from "./commands/files.ts";
import { addHealth } from "./commands/health.ts";
import { addHub } from "./commands/hub.ts";
import { addLimits } from "./commands/limits.ts";
import { addMatches } from "./commands/matches.ts";
import { addMatchFile } from "./commands/match-file.ts";
import { addMembers } from "./commands/members.ts";
import { addTakingOut } from "./commands/take-out.ts";
import { addFollow } from "./commands/follow.ts";
import { addForget } from "./commands/forget.ts";
import { addPassphrase } from "./commands/passphrase.ts";
import { addPhoto } from "./commands/photo.ts";
import { addPoster } from "./commands/poster.ts";
import { addProtected } from "./commands/protected.ts";
import { addTraces } from "./commands/traces.ts";
import { addVital } from "./commands/vital.ts";
import { addNewsCommand } from "./commands/news.ts";
import { addRecovery } from "./commands/recovery.ts";
import { addRollCall } from "./commands/roll-call.ts";
import { addReferralDrafts } from "./commands/referral-draft.ts";
import { addReview } from "./commands/review.ts";
import { addReferrals } from "./commands/referrals.ts";
import { addCare } from "./commands/care.ts";
import { addSamePerson } from "./commands/same-person.ts";
import { addRecords } from "./commands/records.ts";
import { addRoute } from "./commands/route.ts";
import { addSharing } from "./commands/sharing.ts";
import { addSeeking } from "./commands/seek.ts";
import { addSearch } from "./commands/search.ts";
import { addSlips } from "./commands/slips.ts";
import { addStays } from "./commands/stays.ts";
import { addSync } from "./commands/sync.ts";
import { lineOf, UsageError } from "./failure.ts";
import type { Host } from "./host.ts";
import { createOptionReaders } from "./option-values.ts";
import { printable } from "./output.ts";
import { type CommonOptions, createRunner } from "./runner.ts";
import { languageIn, type Wording, wordingOf } from "./wording.ts";

/** In the order of the help. */
const GROUPS: readonly ((place: Place) => void)[] = [
  addHub,
  addEntering,
  addRecovery,
  addPassphrase,
  addForget,
  addMembers,
  addTakingOut,
  addLimits,
  addSync,
  addRecords,
  addStays,
  addCalls,
  addRollCall,
  addCare,
  addSamePerson,
  addSearch,
  addMatches,
  addAnswers,
  addAlike,
  addAudit,
  addConsent,
  addErasure,
  addPersonCopy,
  addReview,
  addReferrals,
  addReferralDrafts,
  addSlips,
  addFollow,
  addProtected,
  addTraces,
  addVital,
  addSeeking,
  addPhoto,
  addPoster,
  addNewsCommand,
  addCapsule,
  addRoute,
  addSharing,
  addMatchFile,
  addFiles,
  addHealth,
];

/** 0 done, 1 refused or failed, 2 the command is not written as it has to be. */
export type ExitCode = 0 | 1 | 2;

/** A program without commands: texts and manners. What it has to say goes to `say`. */
function createProgram({ cli }: Wording, version: string, say: (text: string) => void): Command {
  const plain = new Help();
  const translated = (term: string): string =>
    term.replaceAll(/\[(?:options|command)\]/gu, (word) => cli.headings[word] ?? word);
  return new Command("vereda")
    .description(cli.about)
    .exitOverride()
    .configureOutput({
      writeOut: say,
      // slips are told by `usageLine`, in the language of the command
      writeErr: () => undefined,
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => cli.headings[title] ?? title,
      commandUsage: (command) => translated(plain.commandUsage(command)),
      subcommandTerm: (command) => translated(plain.subcommandTerm(command)),
      // without commander's "(default: ...)", which is English
      optionDescription: ({ description }) => description,
    })
    .helpOption("-h, --help", cli.options.help)
    .helpCommand("help [command]", cli.commands.help)
    .version(version, "-V, --version", cli.options.version)
    .addHelpText("after", `\n${cli.passphraseNote}`);
}

/** The first thing in quotes in a message of commander, without a value that was typed after `=`. */
const quoted = (message: string): string => (/'([^']*)'/u.exec(message)?.[1] ?? "").split("=")[0] ?? "";

function usageLine({ cli: { usage } }: Wording, { code, message }: CommanderError): string {
  const name = printable(quoted(message));
  switch (code) {
    case "commander.help":
      return usage.noCommand;
    case "commander.unknownCommand":
      return usage.unknownCommand(name);
    case "commander.unknownOption":
      return usage.unknownOption(name);
    case "commander.missingArgument":
      return usage.missingArgument(`<${name}>`);
    case "commander.missingMandatoryOptionValue":
      return usage.missingOption(name);
    case "commander.optionMissingArgument":
      return usage.missingValue(name);
    case "commander.excessArguments":
      return usage.tooMany;
    default:
      return usage.other;
  }
}

/** For whoever looks into a fault: what is then shown may quote what was typed. */
const isDebugged = ({ env }: Host): boolean => (env["VEREDA_DEBUG"] ?? "") !== "";

function failed(host: Host, wording: Wording, error: unknown): ExitCode {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const usage = error instanceof CommanderError || error instanceof UsageError;
  host.note(
    `${printable(error instanceof CommanderError ? usageLine(wording, error) : lineOf(wording, error))}\n`,
  );
  if (isDebugged(host) && error instanceof Error) host.note(`${error.stack ?? error.message}\n`);
  return usage ? 2 : 1;
}

/** Runs one command. Never rejects. */
export async function runCommand(args: readonly string[], host: Host): Promise<ExitCode> {
  const language = languageIn(args);
  const wording = wordingOf(language);
  const said: string[] = [];
  const program = createProgram(wording, host.version, (text) => said.push(text));
  const read = createOptionReaders(wording);
  let code: ExitCode = 0;
  const runner = createRunner({
    host,
    language,
    wording,
    options: () => program.opts<CommonOptions>(),
    finish: (outcome) => {
      code = outcome;
    },
  });
  const { options } = wording.cli;
  program
    .option("--data <dir>", options.data, read.notEmpty("--data"))
    .option("--vault <badge>", options.vault, read.notEmpty("--vault"))
    .option("--json", options.json)
    .option("--lang <lang>", options.lang, read.choice("--lang", LANGUAGES));
  const place: Place = { program, runner, read };
  for (const add of GROUPS) add(place);
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return failed(host, wording, error);
  } finally {
    if (said.length > 0) await host.print(said.join(""));
  }
}
