/** `news`: what the house heard of who is sought, noting it, taking it back; and which houses ask to be called. */
import type { Engine, NewsCallView, NewsView, NewsWish, RecordId } from "#engine";
import {
  NEWS_AGREED,
  NEWS_KINDS,
  NEWS_SOURCES,
  type NewsAgreed,
  type NewsKind,
  type NewsSource,
} from "#model";
import { UsageError } from "../failure.ts";
import { type Outcome, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

interface NewsOptions {
  readonly what?: NewsKind;
  readonly from?: NewsSource;
  readonly whom?: string;
  readonly by?: string;
  readonly on?: string;
  readonly agreed?: NewsAgreed;
  readonly undo?: string;
}

function newsLine({ wording: { shared } }: Runner, one: NewsView): string {
  const what = one.what === "in-person" ? shared.news.inPerson : shared.news.kinds[one.what];
  const closed = one.closed === null ? [] : [shared.news.closed(shared.sharing.whys[one.closed])];
  return [one.id, what, shared.news.states[one.state], printable(one.whom), ...closed].join("  ");
}

function callLine({ wording: { shared } }: Runner, { whom, siteName }: NewsCallView): string {
  const site = printable(siteName);
  return whom === null ? shared.news.callSite(site) : shared.news.call(printable(whom), site);
}

async function shown(runner: Runner, engine: Engine, of: RecordId): Promise<Outcome> {
  const [items, calls] = [await engine.news({ of }), await engine.newsCalls({ of })];
  return {
    data: {
      items: items.map(({ id, what, heardFrom, confirmedBy, on, whom, state, closed }) => ({
        ...{ id, what, heardFrom, confirmedBy, on, whom, state, closed },
      })),
      calls: calls.map(({ report, site, siteName, whom }) => ({ report, site, name: siteName, whom })),
    },
    lines: () =>
      items.length + calls.length === 0
        ? [runner.wording.shared.news.none]
        : [...calls.map((call) => callLine(runner, call)), ...items.map((one) => newsLine(runner, one))],
  };
}

/** Null where nothing is to be noted. */
function wishOf({ wording: { cli } }: Runner, about: RecordId, options: NewsOptions): NewsWish | null {
  const { what, from, whom, by, on, agreed } = options;
  if (what === undefined) return null;
  if (from === undefined) throw new UsageError(cli.usage.missingOption("--from"));
  if (whom === undefined) throw new UsageError(cli.usage.missingOption("--whom"));
  return {
    ...{ about, what, heardFrom: from, whom },
    ...(by === undefined ? {} : { confirmedBy: by }),
    ...(on === undefined ? {} : { on }),
    ...(agreed === undefined ? {} : { agreed }),
  };
}

async function work(runner: Runner, about: RecordId, options: NewsOptions): Promise<void> {
  const wish = wishOf(runner, about, options);
  const { news } = runner.wording.shared;
  await runner.inVault(
    async (engine) => {
      if (options.undo !== undefined) {
        const data = await engine.takeBackNews(options.undo as RecordId);
        return { data, lines: () => [news.takenBack] };
      }
      if (wish === null) return shown(runner, engine, about);
      const data = await engine.addNews(wish);
      return { data, lines: () => [data.state === "to-confirm" ? news.savedWaits : news.saved] };
    },
    wish === null && options.undo === undefined ? {} : { toItsEnd: true },
  );
}

export function addNewsCommand({ program, runner, read }: Place): void {
  const { commands, options, arguments: names } = runner.wording.cli;
  program
    .command("news")
    .description(commands.news)
    .argument("<id>", names.id)
    .option("--what <what>", options.newsWhat, read.choice("--what", NEWS_KINDS))
    .option("--from <from>", options.newsFrom, read.choice("--from", NEWS_SOURCES))
    .option("--whom <whom>", options.newsWhom, read.notEmpty("--whom"))
    .option("--by <by>", options.newsBy, read.notEmpty("--by"))
    .option("--on <on>", options.newsOn, read.notEmpty("--on"))
    .option("--agreed <agreed>", options.newsAgreed, read.choice("--agreed", NEWS_AGREED))
    .option("--undo <news>", options.newsUndo, read.notEmpty("--undo"))
    .action((about: RecordId, given: NewsOptions) => work(runner, about, given));
}
