/** `sharing`: what the house tells which other house, until when, and in which country that is. */
import type { AgreementWish, SharingOverview, SharingView } from "#engine";
import { SHARED, type SharingRules } from "#model";
import type { SiteId } from "#sync";
import { readJson } from "../json-input.ts";
import { type Outcome, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

const countryNames = ({ formats }: Runner, codes: readonly string[]): string =>
  codes.map((code) => formats.country(code)).join(", ");

function countryLine(runner: Runner, { country }: SharingView): string {
  const words = runner.wording.shared.sharing;
  return country === null
    ? words.countryUnknown
    : words.countryBy[country.saidBy](countryNames(runner, country.codes));
}

function agreedLine({ wording: { shared } }: Runner, { allows, until }: SharingView): string {
  const words = shared.sharing;
  if (allows === null) return words.noAgreement;
  return until === null ? words.agreed : words.agreedUntil(until);
}

function houseLines(runner: Runner, view: SharingView): readonly string[] {
  const { sharing, route } = runner.wording.shared;
  const open = SHARED.filter((what) => view.closed[what] === null).map((what) => sharing.shared[what]);
  const shut = SHARED.flatMap((what) => {
    const why = view.closed[what];
    return why === null ? [] : [sharing.closedFor(sharing.shared[what], sharing.whys[why])];
  });
  return [
    printable(`${view.site}  ${view.siteName ?? route.unknownHouse}`),
    `  ${countryLine(runner, view)}`,
    `  ${agreedLine(runner, view)}`,
    `  ${open.length === 0 ? sharing.nothingTold : sharing.told(open.join(", "))}`,
    ...shut.map((line) => `  ${line}`),
  ];
}

function rulesLines(runner: Runner, { rules, cardsReach }: SharingOverview): readonly string[] {
  const words = runner.wording.shared.sharing;
  const closed = countryNames(runner, rules.closedCountries);
  const { countries, unknown } = cardsReach;
  return [
    rules.onlyAgreed ? words.onlyAgreedOn : words.onlyAgreedOff,
    closed === "" ? words.noClosedCountries : `${words.closedCountries}: ${closed}`,
    words.cardsReach,
    ...(countries.length === 0 ? [] : [words.cardsIn(countryNames(runner, countries))]),
    ...(unknown === 0 ? [] : [words.cardsUnknown(unknown)]),
  ];
}

const overviewOutcome = (runner: Runner, overview: SharingOverview): Outcome => ({
  data: { ...overview },
  lines: () => [
    ...rulesLines(runner, overview),
    ...(overview.houses.length === 0 ? [runner.wording.shared.sharing.alone] : []),
    ...overview.houses.flatMap((house) => houseLines(runner, house)),
  ],
});

export function addSharing({ program, runner }: Place): void {
  const texts = runner.wording.cli.sharing;
  const sharing = program.command("sharing").description(texts.sharing);
  sharing
    .command("list")
    .description(texts.list)
    .action(() => runner.inVault(async (engine) => overviewOutcome(runner, await engine.sharing())));
  sharing
    .command("agree")
    .description(texts.agree)
    .argument("<site>", texts.site)
    .action(async (site: SiteId) => {
      const wish = (await readJson(runner)) as AgreementWish;
      return runner.inVault(
        async (engine) => {
          const house = await engine.agreeSharing(site, wish);
          return { data: { house }, lines: () => houseLines(runner, house) };
        },
        { toItsEnd: true },
      );
    });
  sharing
    .command("rules")
    .description(texts.rules)
    .action(async () => {
      const wish = (await readJson(runner)) as Partial<SharingRules>;
      return runner.inVault(async (engine) => overviewOutcome(runner, await engine.setSharingRules(wish)), {
        toItsEnd: true,
      });
    });
}
