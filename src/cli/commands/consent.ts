/** `consent`: what a guest agrees to, one purpose at a time. */
import type { Engine, RecordId } from "#engine";
import type { ConsentBasis, ConsentPurpose, ConsentWord } from "#model";
import type { SiteId } from "#sync";
import { UsageError } from "../failure.ts";
import { namesOf } from "../option-values.ts";
import { type Outcome, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

// as keys of a record, so that a new one does not compile until it is listed
const PURPOSES: Readonly<Record<ConsentPurpose, true>> = {
  care: true,
  search: true,
  passed: true,
  refer: true,
  poster: true,
  figures: true,
  carry: true,
  findable: true,
  export: true,
};
const WORDS: Readonly<Record<ConsentWord, true>> = { yes: true, no: true, unset: true };
const BASES: Readonly<Record<ConsentBasis, true>> = { self: true, guardian: true };

interface ConsentOptions {
  readonly purpose: ConsentPurpose;
  readonly said: ConsentWord;
  readonly to?: string;
  readonly basis?: ConsentBasis;
  readonly language?: string;
  readonly interpreter?: string;
}

async function consent(
  { wording: { cli, shared } }: Runner,
  engine: Engine,
  { guest, to, ...said }: ConsentOptions & { readonly guest: RecordId },
): Promise<Outcome> {
  if ((said.purpose === "refer") !== (to !== undefined)) throw new UsageError(cli.consent.referNeedsTo);
  const site = to === undefined ? {} : { to: to as SiteId };
  const data = await engine.consent({ guest, ...site, ...said });
  const { purposes, states, saved, said: words, handedIn } = shared.consent;
  const { state } = data;
  const lines =
    state === null
      ? [`${purposes[data.purpose]}: ${words[said.said]}`, handedIn]
      : [`${purposes[data.purpose]}: ${states[state]}`, saved];
  return { data, lines: () => lines };
}

async function waiting({ wording: { shared } }: Runner, engine: Engine): Promise<Outcome> {
  const guests = await engine.waitingConsents();
  const { noWaiting, purposes } = shared.consent;
  const lineOf = ({ guest, purposes: asked }: (typeof guests)[number]): string =>
    printable(`${guest.id}  ${guest.title}  ${asked.map((purpose) => purposes[purpose]).join(", ")}`);
  return {
    data: {
      guests: guests.map(({ guest, purposes: asked }) => ({
        id: guest.id,
        title: guest.title,
        purposes: asked,
      })),
    },
    lines: () => (guests.length === 0 ? [noWaiting] : guests.map(lineOf)),
  };
}

export function addConsent({ program, runner, read }: Place): void {
  const texts = runner.wording.cli.consent;
  program
    .command("consents-waiting")
    .description(texts.waiting)
    .action(() => runner.inVault((engine) => waiting(runner, engine)));
  program
    .command("consent")
    .description(texts.command)
    .argument("<guest>", texts.guest)
    .requiredOption("--purpose <purpose>", texts.purpose, read.choice("--purpose", namesOf(PURPOSES)))
    .requiredOption("--said <word>", texts.said, read.choice("--said", namesOf(WORDS)))
    .option("--to <site>", texts.to, read.notEmpty("--to"))
    .option("--basis <basis>", texts.basis, read.choice("--basis", namesOf(BASES)))
    .option("--language <language>", texts.language, read.notEmpty("--language"))
    .option("--interpreter <who>", texts.interpreter, read.notEmpty("--interpreter"))
    .action((guest: RecordId, given: ConsentOptions) =>
      runner.inVault((engine) => consent(runner, engine, { guest, ...given }), { toItsEnd: true }),
    );
}
