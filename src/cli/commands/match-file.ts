/**
 * `match-file`: each person of one list looked for in another, by the engine's own matching, without mesh,
 * vault or passphrase. What it gives depends on the lists and the current year alone.
 */
import type { ListedPerson, PeopleList } from "#formats";
import { wordField } from "#i18n";
import type { Hit, PersonIndex } from "#match";
import { Refusal } from "../failure.ts";
import { fileBytes } from "../file-bytes.ts";
import type { Outcome } from "../output.ts";
import type { ProgressLine, Task } from "../progress.ts";
import { wordProbability } from "../probability.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

const DEFAULT_LIMIT = 10;
/** So long the terminal, and whoever presses Ctrl+C, may wait. */
const SLICE_MS = 100;

type ListName = "people" | "queries";
type PlainHit = Pick<Hit, "id" | "score" | "proposed">;

interface Ranking {
  readonly query: string;
  readonly ms: number;
  readonly hits: readonly PlainHit[];
}

interface Batch {
  readonly runner: Runner;
  readonly progress: ProgressLine;
}

const round = (ms: number): number => Math.round(ms * 1000) / 1000;

/** Does something with each item, telling how far it is and letting others have their turn. */
async function forEach<T>(
  { runner: { host }, progress }: Batch,
  { task, items, total }: { readonly task: Task; readonly items: Iterable<T>; readonly total: number },
  work: (item: T) => void,
): Promise<void> {
  let done = 0;
  let since = host.elapsed();
  progress.show({ task, done, total });
  for (const item of items) {
    if (host.elapsed() - since > SLICE_MS) {
      progress.show({ task, done, total });
      await new Promise((resolve) => setImmediate(resolve));
      since = host.elapsed();
    }
    work(item);
    done += 1;
  }
}

async function openList({ runner, progress }: Batch, name: ListName, path: string): Promise<PeopleList> {
  const { openCsvPeople } = await import("#formats");
  progress.show({ task: "list", done: 0, total: null });
  const { cli } = runner.wording;
  const { lists, faults } = cli.matchFile;
  const bytes = await fileBytes(runner, path, lists[name]);
  const opened = openCsvPeople(bytes, { idsMayRepeat: name === "queries" });
  if (opened.kind === "list") return opened.list;
  const { fault, line } = opened;
  throw new Refusal(
    lists[name](line === null ? faults[fault] : `${cli.importWhere(null, line)}: ${faults[fault]}`),
  );
}

/** Says how many cells of each column could not be read, and never what they hold. */
function tellIllegible(
  { host, wording: { cli, shared }, formats }: Runner,
  name: ListName,
  people: readonly ListedPerson[],
): void {
  const counts = new Map<string, number>();
  for (const field of people.flatMap(({ illegible }) => illegible))
    counts.set(field, (counts.get(field) ?? 0) + 1);
  const cells = [...counts.values()].reduce((sum, n) => sum + n, 0);
  if (cells === 0) return;
  const { illegible, illegibleField, lists } = cli.matchFile;
  const fields = [...counts].map(([field, n]) => illegibleField(wordField(shared, field), formats.number(n)));
  host.note(`${lists[name](illegible(cells, fields.join(", ")))}\n`);
}

async function readList(
  batch: Batch,
  name: ListName,
  { list, other }: { readonly list: PeopleList; readonly other: PeopleList },
): Promise<readonly ListedPerson[]> {
  const people: ListedPerson[] = [];
  // two lists of one maker: what the letter M means in one it means in the other
  const items = list.people(list.letterM ?? other.letterM);
  await forEach(batch, { task: "list", items, total: list.size }, (person) => people.push(person));
  batch.progress.clear();
  tellIllegible(batch.runner, name, people);
  return people;
}

async function indexOf(batch: Batch, people: readonly ListedPerson[]): Promise<PersonIndex> {
  const [{ createPersonIndex, loadGazetteer }, { parseCountry }] = await Promise.all([
    import("#match"),
    import("#model"),
  ]);
  batch.progress.show({ task: "index", done: 0, total: people.length });
  const index = createPersonIndex({ countryOf: parseCountry, gazetteer: await loadGazetteer() });
  await forEach(batch, { task: "index", items: people, total: people.length }, ({ id, fields }) => {
    index.add(id, fields);
  });
  return index;
}

async function rank(
  batch: Batch,
  index: PersonIndex,
  { queries, limit }: { readonly queries: readonly ListedPerson[]; readonly limit: number },
): Promise<readonly Ranking[]> {
  const { host } = batch.runner;
  const year = new Date(host.now()).getUTCFullYear();
  const results: Ranking[] = [];
  await forEach(batch, { task: "match", items: queries, total: queries.length }, ({ id: query, fields }) => {
    const began = host.elapsed();
    const found = index.match(fields, { limit, year });
    const ms = round(host.elapsed() - began);
    results.push({ query, ms, hits: found.map(({ id, score, proposed }) => ({ id, score, proposed })) });
  });
  return results;
}

function rankingLines(wording: Runner["wording"], { query, hits }: Ranking): readonly string[] {
  const { nobody, proposed } = wording.cli.matchFile;
  if (hits.length === 0) return [query, `    ${nobody}`];
  return [
    query,
    ...hits.map((hit) =>
      ["  ", hit.id, wordProbability(wording, hit.score), ...(hit.proposed ? [proposed] : [])].join("  "),
    ),
  ];
}

async function matchFiles(
  batch: Batch,
  paths: Readonly<Record<ListName, string>>,
  limit: number,
): Promise<Outcome> {
  const { runner } = batch;
  const people = await openList(batch, "people", paths.people);
  const queries = await openList(batch, "queries", paths.queries);
  const known = await readList(batch, "people", { list: people, other: queries });
  const asked = await readList(batch, "queries", { list: queries, other: people });
  const began = runner.host.elapsed();
  const index = await indexOf(batch, known);
  const indexMs = round(runner.host.elapsed() - began);
  const results = await rank(batch, index, { queries: asked, limit });
  return {
    data: { indexMs, results },
    lines: () => results.flatMap((ranking) => rankingLines(runner.wording, ranking)),
  };
}

export function addMatchFile({ program, runner, read }: Place): void {
  const { commands, options, arguments: names } = runner.wording.cli;
  program
    .command("match-file")
    .description(commands["match-file"])
    .argument("<people>", names.peopleFile)
    .argument("<queries>", names.queriesFile)
    .option("--limit <n>", options.matchLimit, read.limit("--limit"), DEFAULT_LIMIT)
    .action((people: string, queries: string, { limit }: { readonly limit: number }) =>
      runner.withoutProfile((progress) => matchFiles({ runner, progress }, { people, queries }, limit)),
    );
}
