/**
 * A backup: one file with everything that a profile holds (docs/protocol.md, "Backup"). The entries lie in it
 * as they lie in the store, sealed for their spaces, and once more under the mesh key: who has twelve words
 * or an invite has that. A third way is the passphrase of whoever made it, which opens to read and no more.
 * It holds no device's keys: nobody goes on writing a log from a file.
 */
import {
  type AgreePair,
  asMasterKey,
  equalBytes,
  generateDeviceSecrets,
  openVault,
  restKey,
  unwrap,
  utf8,
  wrap,
} from "#crypto";
import {
  CONTROL,
  decodeRun,
  encodeRun,
  type Holding,
  type Lifeline,
  openReplica,
  Reader,
  type Replica,
  type Run,
  Writer,
} from "#sync";
import { EngineError } from "../api/index.ts";
import type { EngineDeps, House } from "../house/house.ts";
import { INCARNATION_BYTES } from "../records/content.ts";
import { lifelinesIn } from "./lifelines.ts";
import { decodeSecrets, encodeSecrets, type VaultSecrets } from "./secrets.ts";

const MAGIC = utf8("vereda backup 1\n");
const RUNS_DOMAIN = "vereda/backup/1";
const READER_DOMAIN = "vereda/backup-reader/1";
const MOST_LIFELINES = 4096;
const LIFELINE_BYTES = 256;
const VAULT_BYTES = 512;
const READER_BYTES = 1 << 20;
const RUN_ENTRIES = 1024;
const RUN_BYTES = 16 * 1024 * 1024;
const MOST_RUNS = 1 << 20;

/** A backup as it is read: nothing in it is opened yet. */
export interface Backup {
  readonly lifelines: readonly Uint8Array[];
  /** The vault of whoever made it, without its device: for the passphrase alone. */
  readonly vault: Uint8Array;
  readonly reader: Uint8Array;
  readonly runs: readonly Uint8Array[];
}

const contextOf = (at: number, count: number): Uint8Array => new Writer().varint(at).varint(count).finish();

/** Everything that the profile holds, whoever of its people reads it. */
export async function writeBackup(house: House, { store, random }: EngineDeps): Promise<Uint8Array> {
  const { vault, master, secrets } = house.vault();
  const held = house.replica.holdings();
  const runs: Run[] = [];
  for (const holding of held) runs.push(...(await runsOf(house.replica, holding)));
  const wrapped = runs.map((run, at) =>
    wrap({
      key: secrets.meshKey,
      domain: RUNS_DOMAIN,
      context: contextOf(at, runs.length),
      plaintext: encodeRun(run),
      random,
    }),
  );
  const reader = wrap({
    key: restKey(master, "backup"),
    domain: READER_DOMAIN,
    context: MAGIC,
    plaintext: encodeSecrets(readerOf(house)),
    random,
  });
  return new Writer()
    .raw(MAGIC)
    .list(await lifelinesIn(store), (box, writer) => writer.bytes(box))
    .bytes((await store.get(`vault/${vault}`)) ?? new Uint8Array(0))
    .bytes(reader)
    .list(wrapped, (run, writer) => writer.bytes(run))
    .finish();
}

/** What opens the records and lets nobody speak: keys of groups, and of a device that is nobody yet. */
function readerOf(house: House): VaultSecrets {
  const { deps, replica, vault, keyring } = house;
  const groups = [...replica.membership().groups.values()].flat();
  const held = groups.flatMap((generation): AgreePair[] => {
    const secret = keyring().groupSecret(generation);
    return secret === null ? [] : [secret];
  });
  const { secrets } = vault();
  const device = generateDeviceSecrets(deps.random);
  const own = {
    groups: [...secrets.own.groups, ...held.filter((pair) => !isIn(secrets.own.groups, pair))],
    spaces: secrets.own.spaces,
  };
  return { ...secrets, device, own, incarnation: deps.random(INCARNATION_BYTES), joining: null };
}

const isIn = (pairs: readonly AgreePair[], pair: AgreePair): boolean =>
  pairs.some((one) => equalBytes(one.public, pair.public));

async function runsOf(replica: Replica, { log, low, high }: Holding): Promise<Run[]> {
  const runs: Run[] = [];
  for (let first = low; first <= high; first += RUN_ENTRIES) {
    const last = Math.min(high, first + RUN_ENTRIES - 1);
    const entries = await replica.read(log, first, last);
    const seals = await replica.seals(log, first, last);
    runs.push({ mesh: replica.mesh, log, entries, seals });
  }
  return runs;
}

/** Reads the outside of a backup. Throws `not-a-backup`. */
export function readBackup(file: Uint8Array): Backup {
  const reader = new Reader(file);
  const magic = reader.raw(MAGIC.length);
  const backup = {
    lifelines: reader.list(MOST_LIFELINES, () => reader.bytes(LIFELINE_BYTES)),
    vault: reader.bytes(VAULT_BYTES),
    reader: reader.bytes(READER_BYTES),
    runs: reader.list(MOST_RUNS, () => reader.bytes(RUN_BYTES)),
  };
  if (!reader.finish() || !equalBytes(magic, MAGIC)) throw new EngineError({ code: "not-a-backup" });
  return backup;
}

/** A new device that reads what the maker of the backup could read. Throws `backup-not-yours`. */
export async function readerFrom(
  { vault, reader }: Backup,
  passphrase: string,
  { random, unsafeTestingLowCost = false }: EngineDeps,
): Promise<VaultSecrets> {
  const opened = await openVault({ passphrase, vault, unsafeTestingLowCost });
  if (opened.kind === "damaged") throw new EngineError({ code: "not-a-backup" });
  if (opened.kind !== "open") throw new EngineError({ code: "backup-not-yours" });
  const key = restKey(asMasterKey(opened.master), "backup");
  const plain = unwrap({ key, domain: READER_DOMAIN, context: MAGIC, wrapped: reader });
  const secrets = plain === null ? null : decodeSecrets(plain);
  if (secrets === null) throw new EngineError({ code: "not-a-backup" });
  return { ...secrets, device: generateDeviceSecrets(random), incarnation: random(INCARNATION_BYTES) };
}

/** Brings a backup into the store of a profile. Throws as {@link fillReplica}. */
export async function fillFrom(
  backup: Backup,
  { mesh, meshKey }: Lifeline,
  { store, signatures }: EngineDeps,
): Promise<void> {
  openRuns(backup, meshKey);
  await fillReplica(await openReplica({ store, mesh, meshKey, signatures }), backup, meshKey);
}

/**
 * Brings what is in a backup into a replica, which checks every entry as if a stranger had sent it. Throws
 * `backup-not-yours` where the mesh key is another one, `not-a-backup` where anything was changed or is gone.
 */
export async function fillReplica(
  replica: Replica,
  backup: Backup,
  meshKey: Lifeline["meshKey"],
): Promise<void> {
  const runs = openRuns(backup, meshKey);
  let control = runs.filter(({ log }) => log.space === CONTROL);
  for (let before = Infinity; control.length > 0 && control.length < before;) {
    before = control.length;
    const left: Run[] = [];
    for (const run of control) if ((await replica.receive(run)).kind === "waiting") left.push(run);
    control = left;
  }
  for (const run of runs) if (run.log.space !== CONTROL) await replica.receive(run);
}

function openRuns({ runs }: Backup, meshKey: Lifeline["meshKey"]): Run[] {
  return runs.map((wrapped, at) => {
    const context = contextOf(at, runs.length);
    const bytes = unwrap({ key: meshKey, domain: RUNS_DOMAIN, context, wrapped });
    const run = bytes === null ? null : decodeRun(bytes);
    if (run === null) throw new EngineError({ code: at === 0 ? "backup-not-yours" : "not-a-backup" });
    return run;
  });
}
