/**
 * Vereda: an engine over LevelDB that has a house with reports, and for `vereda-opened` the engine of a second
 * person of that house, which opens, reads and indexes what it receives. For `vereda` the receiver is the hub of
 * the house, the program that shelters run (../engines.mjs starts it). scripts/bundle.mjs makes one file of this.
 * Doors of the app go by their paths here, because `#` names end at the next package.json.
 */
import { isDeepStrictEqual } from "node:util";
import { createSignatures, systemRandom } from "../../crypto/index.ts";
import { type Engine, openEngine, type RecordId } from "../../src/engine/index.ts";
import { writeCsv } from "../../src/formats/index.ts";
import type { FieldsOf } from "../../src/model/index.ts";
import { createNodeTransport, openLevelStore, systemClock } from "../../sync/adapters/node.ts";
import { type Receiver, type Sender, servePeer } from "../peer-program.mjs";
import { CHANGED_PLACE, changedIndexes, reports } from "../reports.mjs";

const PASSPHRASE = "farol nube cedro barro lima";
const INVITE_MS = 60 * 60_000;
/** Rounds in which a newcomer and a house come to know one another. */
const MOST_ROUNDS = 10;

const addressOf = (port: number): string => `/ip4/127.0.0.1/tcp/${String(port)}`;

interface Opened {
  readonly engine: Engine;
  readonly addresses: readonly string[];
}

async function open(folder: string, listen: readonly string[]): Promise<Opened> {
  const store = await openLevelStore(folder);
  const transport = await createNodeTransport({ listen, mdns: false });
  const deps = { store, transport, random: systemRandom, clock: systemClock };
  const engine = openEngine({ ...deps, signatures: await createSignatures() });
  return { engine, addresses: transport.addresses() };
}

/** Meets the receiver until it is a member and neither has anything for the other. */
async function introduce(engine: Engine, peer: string): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { entriesIn, entriesOut } = await engine.sync({ peer });
    const devices = (await engine.members()).sites.flatMap((site) => site.devices);
    const waiting = devices.filter(({ state }) => state === "waiting");
    for (const { device } of waiting) await engine.confirm({ device });
    if (devices.length === 2 && waiting.length === 0 && entriesIn + entriesOut === 0) return;
  }
  throw new Error("the receiver did not become a member");
}

/** The reports must be what the other engines carry, to the last field. */
async function compareOne(engine: Engine, count: number): Promise<void> {
  const last = reports(count).at(-1);
  const kept = (await engine.list("report")).find(
    ({ fields }) => recordIdOf(fields) === last?.source.recordId,
  );
  if (!isDeepStrictEqual({ ...kept?.fields }, last)) throw new Error("a report changed on its way in");
}

function recordIdOf(fields: object): string | undefined {
  return (fields as FieldsOf<"report">).source?.recordId;
}

async function load(engine: Engine, count: number): Promise<void> {
  const records = reports(count).map((fields) => ({
    id: fields.source.recordId,
    fields: fields,
  }));
  const bytes = writeCsv<"report">(records, { kind: "report", language: "es" });
  const { imported, errors } = await engine.importFile({ bytes, format: "csv" });
  if (imported !== count) throw new Error(`imported ${String(imported)}: ${JSON.stringify(errors[0])}`);
  await compareOne(engine, count);
}

/** Ids of those records of the house that change, by their place in the list of all. */
async function idsToChange(engine: Engine, changes: number): Promise<readonly RecordId[]> {
  const items = await engine.list("report");
  const byRecordId = new Map(items.map(({ id, fields }) => [recordIdOf(fields), id]));
  const all = reports(items.length);
  return changedIndexes(changes, items.length).map((index) => {
    const id = byRecordId.get(all[index]?.source.recordId);
    if (id === undefined) throw new Error("a report is missing");
    return id;
  });
}

/** `invite` makes what the receiver joins with. */
function createSender(invite: (engine: Engine) => Promise<{ readonly code: string }>): Sender {
  let engine: Engine | null = null;
  let messages = 0;
  /** Entries that the receiver lacks: one for a report, one for its card. */
  let owed = 0;
  const opened = (): Engine => {
    if (engine === null) throw new Error("open first");
    return engine;
  };
  return {
    async open({ folder }) {
      engine = (await open(folder, [])).engine;
      await engine.found({
        meshName: "Vereda del sur",
        siteName: "Casa del Naranjo",
        siteKind: "shelter",
        personName: "Lucía Tzul",
        passphrase: PASSPHRASE,
      });
      return (await invite(engine)).code;
    },
    async load({ count, port }) {
      await introduce(opened(), addressOf(port));
      await load(opened(), count);
      owed = 2 * count;
    },
    async sync({ port }) {
      const report = await opened().sync({ peer: addressOf(port) });
      if (report.entriesOut < owed) throw new Error(`only ${String(report.entriesOut)} entries were taken`);
      ({ messages } = report);
    },
    async change({ count }) {
      owed = 2 * count;
      for (const id of await idsToChange(opened(), count))
        await opened().edit(id, { lastContact: { place: CHANGED_PLACE } });
    },
    // a session that has brought everything over has closed its connection
    part: () => Promise.resolve(),
    messages: () => Promise.resolve(messages),
  };
}

/** Whether the engine can show so many reports, so many of them changed, and the card of each. */
async function shows(
  engine: Engine,
  { records, changed }: { records: number; changed: number },
): Promise<boolean> {
  for (const kind of ["report", "card"] as const) {
    const items = await engine.list(kind);
    const places = items.map(({ fields }) => (fields as FieldsOf<"report">).lastContact?.place);
    const isWhole =
      items.length === records && places.filter((place) => place === CHANGED_PLACE).length === changed;
    if (!isWhole) return false;
  }
  return true;
}

function createReceiver(): Receiver {
  let engine: Engine | null = null;
  let look: () => void = () => undefined;
  let seen = new Set<RecordId>();
  const seenAtLeast = (count: number): Promise<void> =>
    new Promise((resolve) => {
      look = () => {
        if (seen.size >= count) resolve();
      };
      look();
    });
  return {
    async open({ folder, invitation }) {
      const opened = await open(folder, [addressOf(0)]);
      ({ engine } = opened);
      await engine.join({ code: invitation, personName: "Mirna Pineda", passphrase: PASSPHRASE });
      await engine.subscribe((event) => {
        if (event.kind !== "records") return;
        for (const id of event.ids) seen.add(id);
        look();
      });
      return Number(/\/tcp\/(\d+)/u.exec(opened.addresses[0] ?? "")?.[1]);
    },
    async received(wish) {
      // A report and its card. Events are cheap to count; a whole list, which decides, is not.
      const awaited = 2 * (wish.changed === 0 ? wish.records : wish.changed);
      for (let due = awaited, whole = false; !whole;) {
        await seenAtLeast(due);
        // People of the house were told of too: then there is more to come.
        due = seen.size + 1;
        whole = engine !== null && (await shows(engine, wish));
      }
      seen = new Set();
    },
  };
}

const withHub = process.argv[3] === "hub";

await servePeer({
  sender: () =>
    createSender((engine) =>
      withHub ? engine.hubInvite() : engine.invite({ role: "staff", newSite: null, validMs: INVITE_MS }),
    ),
  receiver: createReceiver,
});
