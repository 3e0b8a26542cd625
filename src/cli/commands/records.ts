/** `add`, `edit`, `show`, `list` and `history`: records one by one. */
import type { Added, Engine, HistoryItem, ListItem, RecordId, RecordView } from "#engine";
import { kindFacts, type KindName } from "#model";
import { UsageError } from "../failure.ts";
import { fieldLines, valueText } from "../field-lines.ts";
import { readJson } from "../json-input.ts";
import { warnOfPapers } from "../paper-words.ts";
import { isoTime, type Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";
import { reservedLines } from "./protected.ts";

async function kindNamed({ wording: { cli } }: Runner, name: string): Promise<KindName> {
  const { isKind, KIND_NAMES } = await import("#model");
  if (!isKind(name)) throw new UsageError(cli.usage.unknownKind(KIND_NAMES.join(", ")));
  return name;
}

/** Of several people who came together all ids are told, the first one's as that of the record. */
const savedOutcome = (runner: Runner, { id, ids, reserved }: Added): Outcome => ({
  data: {
    id,
    ...(ids === undefined ? {} : { ids }),
    ...(reserved === undefined ? {} : { reserved }),
  },
  lines: () => [...(ids ?? [id]).map(runner.wording.cli.saved), ...reservedLines(runner, reserved)],
});

function showOutcome({ wording, formats }: Runner, view: RecordView): Outcome {
  const { id, kind, space, fields, conflicts, createdAt, changedAt, saved } = view;
  const { record } = wording.shared;
  const whereSaved = [
    saved.here ? record.here : record.notHere,
    saved.hub ? record.hub : record.notHub,
    saved.sites.length === 0 ? record.notSites : record.sites(saved.sites.length),
  ].join(" · ");
  return {
    data: {
      ...{ id, kind, space, fields, conflicts },
      createdAt: isoTime(createdAt),
      changedAt: isoTime(changedAt),
      saved: { here: saved.here, hub: saved.hub, sites: saved.sites.map(({ site }) => site) },
    },
    lines: () => [
      `${id}  ${kind}`,
      ...fieldLines(wording.shared, fields),
      ...Object.entries(conflicts).map(
        ([field, values]) => `${record.conflict}: ${field}: ${values.map(valueText).join(" / ")}`,
      ),
      ...(changedAt === null ? [] : [record.changedAt(formats.dateTime(changedAt))]),
      whereSaved,
      ...(saved.sites.length === 0 ? [] : [record.saidBy(formats.list(saved.sites.map(({ name }) => name)))]),
    ],
  };
}

function listOutcome({ wording: { cli } }: Runner, items: readonly ListItem[]): Outcome {
  return {
    data: {
      items: items.map(({ id, kind, title, fields, changedAt, records }) => ({
        ...{ id, kind, title, fields },
        ...(records === undefined ? {} : { records }),
        changedAt: isoTime(changedAt),
      })),
    },
    lines: () =>
      items.length === 0
        ? [cli.noItems]
        : [cli.items(items.length), ...items.map(({ id, title }) => `${id}  ${title || cli.nameless}`)],
  };
}

function historyOutcome({ wording, formats }: Runner, items: readonly HistoryItem[]): Outcome {
  const { record } = wording.shared;
  const lineOfItem = ({ field, from, to, siteName, device, at }: HistoryItem): string =>
    [
      at === null ? record.timeUnknown : formats.dateTime(at),
      siteName ?? record.unknownSite,
      device ?? record.unknownDevice,
      `${field}: ${valueText(from)} → ${valueText(to)}`,
    ].join("  ");
  return {
    data: {
      items: items.map(({ field, from, to, site, siteName, device, at }) => ({
        ...{ field, from: from ?? null, to: to ?? null, site, siteName, device },
        at: isoTime(at),
      })),
    },
    lines: () =>
      items.length === 0
        ? [record.historyEmpty]
        : [wording.cli.changes(items.length), ...items.map(lineOfItem)],
  };
}

async function add(runner: Runner, name: string): Promise<void> {
  const kind = await kindNamed(runner, name);
  const fields = await readJson(runner);
  warnOfPapers(runner, fields);
  await runner.inVault(async (engine) => savedOutcome(runner, await engine.add(kind, fields)), {
    toItsEnd: true,
  });
}

async function edit(runner: Runner, id: RecordId): Promise<void> {
  const patch = await readJson(runner);
  warnOfPapers(runner, patch);
  await runner.inVault(async (engine) => savedOutcome(runner, await engine.edit(id, patch)), {
    toItsEnd: true,
  });
}

async function list(runner: Runner, name: string): Promise<void> {
  const kind = await kindNamed(runner, name);
  await runner.inVault(async (engine) => {
    const items = await engine.list(kind);
    // names in clear, as on paper
    if (kindFacts(kind).isPerson) await engine.noteHandedOut("list", items.length);
    return listOutcome(runner, items);
  });
}

export function addRecords({ program, runner }: Place): void {
  const { commands, arguments: names } = runner.wording.cli;
  const command = (name: "add" | "edit" | "show" | "list" | "history", argument: "kind" | "id") =>
    program.command(name).description(commands[name]).argument(`<${argument}>`, names[argument]);
  const reading = (read: (engine: Engine, id: RecordId) => Promise<Outcome>) => (id: RecordId) =>
    runner.inVault((engine) => read(engine, id));

  command("add", "kind").action((kind: string) => add(runner, kind));
  command("edit", "id").action((id: RecordId) => edit(runner, id));
  command("show", "id").action(reading(async (engine, id) => showOutcome(runner, await engine.show(id))));
  command("list", "kind").action((kind: string) => list(runner, kind));
  command("history", "id").action(
    reading(async (engine, id) => historyOutcome(runner, await engine.history(id))),
  );
}
