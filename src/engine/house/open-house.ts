/**
 * Puts a house together from an opened vault: the composition root of the engine. Every part gets
 * what it needs and nothing else.
 */
import {
  redactDevice,
  restKey,
  toText,
  type DeviceSecrets,
  type RandomBytes,
  type Signatures,
} from "#crypto";
import { accessOf } from "#model";
import {
  createOperationWriter,
  deviceIdOf,
  encodeRequest,
  isFrozen,
  openReceipts,
  openReplica,
  wordsOf,
  type DeviceId,
  type Keyring,
  type KeyValue,
  type OperationWriter,
  type Receipts,
  type Replica,
  type Run,
  type SiteId,
  StoreError,
} from "#sync";
import { EngineError, type EngineEvent, type Progress } from "../api/index.ts";
import { AuditPad } from "../audit/pad.ts";
import { OpenDocuments } from "../documents/open-documents.ts";
import { openHeard } from "./heard.ts";
import { createHouseKeys, type HouseKeys } from "./house-keys.ts";
import { createHousePeers } from "./house-peers.ts";
import type { EngineDeps, House } from "./house.ts";
import { Comparer } from "../matches/comparer.ts";
import { createSayCompared } from "../matches/say-compared.ts";
import { SteadyComparison } from "../matches/steady-comparison.ts";
import { openOutSince } from "./out-since.ts";
import { openAddresses } from "./known-addresses.ts";
import { watchOwnLogs } from "./own-logs.ts";
import type { OpenVault, Vaults } from "../profile/vaults.ts";
import { createCatalogStore } from "../records/catalog-store.ts";
import { Catalog } from "../records/catalog.ts";
import { createIngest } from "../records/ingest.ts";
import { PersonSearch } from "../records/person-search.ts";
import { createWriter } from "../records/writer.ts";
import { createSettle } from "./settle.ts";
import { storeFault } from "../store-fault.ts";

export interface OpenHouseOptions {
  readonly deps: EngineDeps;
  readonly vaults: Vaults;
  readonly open: OpenVault;
  /** A founder's first entry, stored in one with its vault. */
  readonly founding: { readonly run: Run; readonly puts: readonly KeyValue[] } | null;
  readonly emit: (event: EngineEvent) => void;
}

/** What a frozen device says has no effect: it hears so, instead of believing that it was done. */
const unlessFrozen = (operations: OperationWriter, replica: Replica, device: DeviceId): OperationWriter => ({
  ...operations,
  write: (some) => {
    const isLost = some.length > 0 && isFrozen(replica.membership(), device);
    return isLost ? Promise.reject(new EngineError({ code: "copied" })) : operations.write(some);
  },
});

export async function openHouse(options: OpenHouseOptions): Promise<House> {
  const { deps, vaults, open } = options;
  const { store, signatures, random } = deps;
  const { mesh, meshKey, device: secrets } = open.secrets;
  const device = deviceIdOf(redactDevice(secrets));
  const ownLogs = await watchOwnLogs(await openReplica({ store, mesh, meshKey, signatures }), {
    store,
    device,
  });
  const { replica } = ownLogs;
  if (options.founding !== null) await replica.append([options.founding.run], options.founding.puts);
  const shared = { replica, device, secrets, random, signatures };
  const operations = unlessFrozen(createOperationWriter({ ...shared, meshKey }), replica, device);
  const keys = await createHouseKeys({ ...shared, ...ownLogs, store, operations, vaults, open });
  const talk = await openTalk(options, { ...shared, ...ownLogs, operations, keys });
  const { receipts } = talk;
  const records = await openRecords(options, { ...shared, ...ownLogs, operations, keys, receipts });
  const house: House = {
    deps,
    device,
    replica,
    operations,
    ...talk,
    ...records,
    isCopied: () => ownLogs.isCopied(),
    vault: () => keys.vault(),
    keyring: () => keys.keyring(),
    documents: new OpenDocuments(),
    wordsOf: rememberWords(options.deps),
    steady: steadyComparison(options, { ...shared, ...records }),
    settle: () => settle(),
    emit: options.emit,
  };
  const settle = createSettle(house, keys);
  return house;
}

interface Talking extends Shared {
  readonly isCopied: () => boolean;
}

interface Telling extends Talking {
  readonly receipts: Receipts;
}

interface Shared {
  readonly replica: Replica;
  readonly device: DeviceId;
  readonly secrets: DeviceSecrets;
  readonly random: RandomBytes;
  readonly signatures: Signatures;
  readonly operations: OperationWriter;
  readonly keys: HouseKeys;
}

/** What the house has for other devices. */
async function openTalk(
  { deps, open, emit }: OpenHouseOptions,
  shared: Talking,
): Promise<Pick<House, "heard" | "outSince" | "receipts" | "known" | "peers">> {
  const { store, transport, clock, random } = deps;
  const heard = await openHeard(store);
  const outSince = await openOutSince(store);
  const receipts = await openReceipts({ store, ...shared });
  const known = await openAddresses({
    store,
    vault: open.vault,
    random,
    key: restKey(open.master, "addresses"),
  });
  const peers = createHousePeers({
    ...shared,
    transport,
    receipts,
    heard,
    clock,
    vault: () => shared.keys.vault(),
    onChange: () => {
      emit({ kind: "peers" });
    },
  });
  return { heard, outSince, receipts, known, peers };
}

/** What the house knows of people, and how it is read and written. */
async function openRecords(
  { deps, open, emit }: OpenHouseOptions,
  { keys, ...shared }: Telling,
): Promise<Pick<House, "catalog" | "people" | "comparer" | "ingest" | "writer" | "audit">> {
  const { store, random, clock } = deps;
  const { replica, device } = shared;
  const onProgress = (progress: Progress): void => {
    emit({ kind: "progress", progress });
  };
  const keyring = (): Keyring => keys.keyring();
  const catalog = new Catalog();
  const key = restKey(open.master, "views");
  const ingest = await createIngest({
    replica,
    store,
    catalog,
    catalogStore: createCatalogStore({ store, random, vault: open.vault, key }),
    keyring,
    onProgress,
  });
  const people = new PersonSearch(catalog, { clock, onProgress });
  const onFault = (error: unknown): void => {
    emit({
      kind: "storage",
      fault: error instanceof StoreError ? storeFault(error) : { code: "storage-failed" },
    });
  };
  const onCompared = createSayCompared({ ...shared, clock, onFault });
  const comparer = new Comparer({ catalog, people, clock, onProgress, onCompared });
  const writer = createWriter({ ...shared, keyring, site: () => siteOf(replica, device) });
  const audit = new AuditPad({ ...shared, keyring, clock, onFault });
  return { catalog, people, comparer, ingest, writer, audit };
}

/** Only who decides on pairs compares for the house; the role may change while it is open. */
function steadyComparison(
  { deps: { clock } }: OpenHouseOptions,
  { replica, device, comparer }: Pick<House, "replica" | "device" | "comparer">,
): SteadyComparison {
  const may = (): boolean => {
    const { devices, sites } = replica.membership();
    const member = devices.get(device);
    if (member === undefined || sites.get(member.site)?.kind !== "shelter") return false;
    return accessOf(member.role, "match") === "write";
  };
  return new SteadyComparison({ clock, may, compare: () => comparer.compare() });
}

function siteOf(replica: Replica, device: DeviceId): SiteId {
  const member = replica.membership().devices.get(device);
  if (member === undefined) throw new EngineError({ code: "not-a-member-yet" });
  return member.site;
}

/** The words of a request are dear to work out, on purpose; once is enough. What a full memory refused is tried again. */
function rememberWords({ unsafeTestingLowCost = false }: EngineDeps): House["wordsOf"] {
  const known = new Map<string, Promise<string>>();
  return (request) => {
    const name = toText(encodeRequest(request));
    const remembered = known.get(name);
    if (remembered !== undefined) return remembered;
    const words = wordsOf(request, { unsafeTestingLowCost });
    known.set(name, words);
    words.catch(() => known.delete(name));
    return words;
  };
}
