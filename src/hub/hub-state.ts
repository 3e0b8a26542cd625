/**
 * What a hub keeps for itself: its keys, the mesh that it knows, requests that it carries. In the
 * clear, because a hub starts after a power cut with nobody there: it holds no key that opens a
 * record, and the mesh key hides the control space from strangers only (docs/threat-model.md).
 */
import {
  asSpaceKey,
  decodeDeviceSecrets,
  encodeDeviceSecrets,
  fromText,
  fromUtf8,
  generateDeviceSecrets,
  toText,
  utf8,
  type DeviceSecrets,
  type RandomBytes,
  type SpaceKey,
} from "#crypto";
import {
  decodeRequest,
  deviceIdOf,
  encodeRequest,
  StoreDamaged,
  type JoinRequest,
  type MeshId,
  type Store,
} from "#sync";

export interface KnownMesh {
  readonly mesh: MeshId;
  readonly meshKey: SpaceKey;
}

export interface HubState {
  readonly secrets: DeviceSecrets;
  mesh(): KnownMesh | null;
  learnMesh(mesh: KnownMesh): Promise<void>;
  /** Requests to present: the hub's own, and those of joiners whom it helps. */
  requests(): readonly JoinRequest[];
  /** Keeps a request to present; tells whether it is new. The oldest go when there are too many. */
  addRequest(request: JoinRequest): Promise<boolean>;
  dropRequests(settled: (request: JoinRequest) => boolean): Promise<void>;
  /** Other devices' addresses, last added first. */
  addresses(): readonly string[];
  addAddresses(addresses: readonly string[]): Promise<void>;
  ports(): Ports;
  keepPorts(ports: Ports): Promise<void>;
}

/** 0 where none was used yet. */
export interface Ports {
  readonly page: number;
  readonly peers: number;
  /** Of the page on the local network. */
  readonly lan: number;
}

const SECRETS = "hub/secrets";
const MESH = "hub/mesh";
const PORTS = "hub/ports";
const ADDRESSES = "hub/addresses";
const REQUESTS = "hub/request/";
const MOST_REQUESTS = 16;
const MOST_ADDRESSES = 16;
const MESH_ID_BYTES = 32;

export interface HubStateOptions {
  readonly store: Store;
  readonly random: RandomBytes;
}

async function loadSecrets({ store, random }: HubStateOptions): Promise<DeviceSecrets> {
  const kept = await store.get(SECRETS);
  if (kept !== null) {
    const known = decodeDeviceSecrets(kept);
    // New keys here would throw the hub out of its mesh without a word.
    if (known === null) throw new StoreDamaged({ key: SECRETS });
    return known;
  }
  const secrets = generateDeviceSecrets(random);
  await store.put([{ key: SECRETS, value: encodeDeviceSecrets(secrets) }]);
  return secrets;
}

function decodeMesh(bytes: Uint8Array | null): KnownMesh | null {
  if (bytes?.length !== MESH_ID_BYTES * 2) return null;
  return {
    mesh: toText(bytes.subarray(0, MESH_ID_BYTES)) as MeshId,
    meshKey: asSpaceKey(bytes.slice(MESH_ID_BYTES)),
  };
}

function encodeMesh({ mesh, meshKey }: KnownMesh): Uint8Array {
  const id = fromText(mesh, MESH_ID_BYTES);
  if (id === null) throw new TypeError("not a mesh id");
  const bytes = new Uint8Array(MESH_ID_BYTES * 2);
  bytes.set(id);
  bytes.set(meshKey, MESH_ID_BYTES);
  return bytes;
}

const linesOf = (bytes: Uint8Array | null): readonly string[] =>
  (bytes === null ? "" : (fromUtf8(bytes) ?? "")).split("\n").filter((line) => line !== "");

async function loadRequests(store: Store): Promise<Map<string, JoinRequest>> {
  const requests = new Map<string, JoinRequest>();
  for (const { key, value } of await store.list(REQUESTS)) {
    const request = decodeRequest(value);
    if (request !== null) requests.set(key, request);
  }
  return requests;
}

const requestKey = (request: JoinRequest): string =>
  `${REQUESTS}${request.invite}/${deviceIdOf(request.device)}`;

export async function openHubState(options: HubStateOptions): Promise<HubState> {
  const { store } = options;
  const secrets = await loadSecrets(options);
  const requests = await loadRequests(store);
  let mesh = decodeMesh(await store.get(MESH));
  let addresses = linesOf(await store.get(ADDRESSES));
  const [page = 0, peers = 0, lan = 0] = linesOf(await store.get(PORTS)).map(Number);
  let ports: Ports = { page, peers, lan };

  const drop = async (keys: readonly string[]): Promise<void> => {
    if (keys.length === 0) return;
    await store.put(keys.map((key) => ({ key, value: null })));
    for (const key of keys) requests.delete(key);
  };

  return {
    secrets,
    mesh: () => mesh,
    async learnMesh(known) {
      await store.put([{ key: MESH, value: encodeMesh(known) }]);
      mesh = known;
    },
    requests: () => [...requests.values()],
    async addRequest(request) {
      const key = requestKey(request);
      if (requests.has(key)) return false;
      await drop([...requests.keys()].slice(0, Math.max(0, requests.size - MOST_REQUESTS + 1)));
      await store.put([{ key, value: encodeRequest(request) }]);
      requests.set(key, request);
      return true;
    },
    dropRequests: (settled) =>
      drop([...requests].filter(([, request]) => settled(request)).map(([key]) => key)),
    addresses: () => addresses,
    async addAddresses(more) {
      addresses = [...new Set([...more, ...addresses])].slice(0, MOST_ADDRESSES);
      await store.put([{ key: ADDRESSES, value: utf8(addresses.join("\n")) }]);
    },
    ports: () => ports,
    async keepPorts(used) {
      ports = used;
      await store.put([{ key: PORTS, value: utf8([used.page, used.peers, used.lan].join("\n")) }]);
    },
  };
}
