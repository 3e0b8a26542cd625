/**
 * Puts a house together from an opened vault: the composition root of the engine. Every part gets
 * what it needs and nothing else.
 */
import { redactDevice, restKey } from "#crypto";
import { createPersonIndex } from "#match";
import { kindFacts } from "#model";
import {
  createOperationWriter,
  deviceIdOf,
  openReceipts,
  openReplica,
  wordsOf,
  type DeviceId,
  type JoinRequest,
  type KeyValue,
  type Replica,
  type Run,
  type SiteId,
} from "#sync";
import { EngineError, type EngineEvent } from "./api.ts";
import { OpenDocuments } from "./documents/open-documents.ts";
import { openHeard } from "./heard.ts";
import { createHouseKeys } from "./house-keys.ts";
import { createHousePeers } from "./house-peers.ts";
import type { EngineDeps, House } from "./house.ts";
import { openAddresses } from "./known-addresses.ts";
import type { OpenVault, Vaults } from "./profile/vaults.ts";
import { createCatalogStore } from "./records/catalog-store.ts";
import { Catalog } from "./records/catalog.ts";
import { createIngest } from "./records/ingest.ts";
import { createWriter } from "./records/writer.ts";
import { createSettle } from "./settle.ts";

export interface OpenHouseOptions {
  readonly deps: EngineDeps;
  readonly vaults: Vaults;
  readonly open: OpenVault;
  /** A founder's first entry, stored in one with its vault. */
  readonly founding: { readonly run: Run; readonly puts: readonly KeyValue[] } | null;
  readonly emit: (event: EngineEvent) => void;
}

export async function openHouse(options: OpenHouseOptions): Promise<House> {
  const { deps, vaults, open, emit } = options;
  const { store, signatures, random, clock, transport } = deps;
  const { mesh, meshKey, device: secrets, incarnation } = open.secrets;
  const device = deviceIdOf(redactDevice(secrets));
  const replica = await openReplica({ store, mesh, meshKey, signatures });
  if (options.founding !== null) await replica.append([options.founding.run], options.founding.puts);

  const shared = { replica, device, secrets, random, signatures };
  const operations = createOperationWriter({ ...shared, meshKey });
  const keys = await createHouseKeys({ ...shared, operations, vaults, open });
  const { keyring, vault } = keys;
  const heard = await openHeard(store);
  const receipts = await openReceipts({ store, replica, signatures });
  const known = await openAddresses({ store, random, key: restKey(open.master, "addresses") });
  const peers = createHousePeers({
    ...shared,
    transport,
    receipts,
    operations,
    heard,
    vault,
    clock,
    onChange: () => {
      emit({ kind: "peers" });
    },
  });
  const catalog = new Catalog();
  const index = createPersonIndex();
  const ingest = await createIngest({
    replica,
    store,
    catalog,
    catalogStore: createCatalogStore({ store, random, vault: open.vault, key: restKey(open.master, "views") }),
    keyring,
    onProgress: (progress) => {
      emit({ kind: "progress", progress });
    },
  });
  for (const { id, kind, fields } of catalog.all()) if (kindFacts(kind).isPerson) index.add(id, fields);
  const writer = createWriter({ ...shared, keyring, operations, incarnation, site: () => siteOf(replica, device) });
  const house: House = {
    deps,
    vault,
    device,
    replica,
    keyring,
    operations,
    catalog,
    ingest,
    writer,
    documents: new OpenDocuments(),
    index,
    peers,
    receipts,
    heard,
    known,
    wordsOf: rememberWords(),
    settle: () => settle(),
    emit,
  };
  const settle = createSettle(house, keys);
  return house;
}

function siteOf(replica: Replica, device: DeviceId): SiteId {
  const member = replica.membership().devices.get(device);
  if (member === undefined) throw new EngineError({ code: "not-a-member-yet" });
  return member.site;
}

/** The words of a request are dear to work out, on purpose; once is enough. */
function rememberWords(): (request: JoinRequest) => Promise<string> {
  const known = new Map<DeviceId, Promise<string>>();
  return (request) => {
    const device = deviceIdOf(request.device);
    const words = known.get(device) ?? wordsOf(request);
    known.set(device, words);
    return words;
  };
}
