/**
 * A hub: its folder, its transport, the page that it serves, and, once it knows one, its mesh. It
 * belongs to no house until its own page founds or joins one and hands it a hub invite, or until it
 * is started with one.
 */
import { isIP } from "node:net";
import { createSignatures, systemRandom, type RandomBytes, type Signatures } from "#crypto";
import {
  createJoinRequest,
  createNeighbours,
  decodeInviteCode,
  findLetter,
  StoreError,
  type Clock,
  type InviteCode,
  type Membership,
  type Store,
  type Transport,
} from "#sync";
import { createNodeTransport, openLevelStore, systemClock } from "#sync/node";
import { type HubMesh, openHubMesh } from "./hub-mesh.ts";
import { type HubState, openHubState } from "./hub-state.ts";
import { openLetterDesk } from "./letter-desk.ts";
import type { LanPage } from "./lan/serve-lan.ts";
import { addressWith, keepPageToken, type PageToken } from "./page-token.ts";
import { type LanDescription, type PageApi, type PageServer, startPageServer } from "./page-server.ts";

export interface HubOptions {
  readonly dataDir: string;
  /** 0 picks a free port; without one the port of the last start is taken again. */
  readonly port?: number;
  readonly joinCode?: string;
  /** Multiaddresses for other hubs and command lines. */
  readonly listen: readonly string[];
  /** Addresses of other hubs. */
  readonly peers: readonly string[];
  readonly mdns: boolean;
  /** Serves the page on the local network too; tells phones what to do, as plain text. Null: nowhere else. */
  readonly lan: { readonly guide: (fingerprint: string) => string } | null;
  /** The built page. */
  readonly pageDir: string;
  /** What went wrong behind the scenes, as a code; holds nothing personal. */
  readonly onFault: (error: unknown) => void;
}

export interface Hub {
  /** Where the page is; with the token while the hub is anybody's to give. */
  readonly url: string;
  /** Where other devices reach the hub. */
  readonly peers: readonly string[];
  /** Where the page is on the local network, if it is. */
  readonly lan: LanDescription | null;
  stop(): Promise<void>;
}

/** Why a hub did not start, with what to do about it left to whoever words the code. */
export class HubFault extends Error {
  readonly code:
    | "port-taken"
    | "folder-in-use"
    | "disk-full"
    | "folder-damaged"
    | "bad-address"
    | "bad-code"
    | "no-letter"
    | "no-network"
    | "other-mesh";
  constructor(code: HubFault["code"], options?: ErrorOptions) {
    super(code, options);
    this.name = "HubFault";
    this.code = code;
  }
}

const WEB_SOCKET_LISTEN = "/ip4/127.0.0.1/tcp/0/ws";
const FIRST_PAGE_PORT = 4780;
const FIRST_LAN_PORT = 4783;

interface Parts {
  readonly options: HubOptions;
  readonly token: PageToken;
  readonly store: Store;
  readonly state: HubState;
  readonly transport: Transport;
  readonly signatures: Signatures;
  readonly random: RandomBytes;
  readonly clock: Clock;
}

/** Starts a hub; rejects with {@link HubFault} for what was foreseen. */
export async function startHub(options: HubOptions): Promise<Hub> {
  const wish = options.joinCode === undefined ? null : readCode(options.joinCode);
  const store = await openFolder(options.dataDir);
  try {
    return await startIn(store, options, wish);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function startIn(store: Store, options: HubOptions, wish: JoinWish | null): Promise<Hub> {
  const random = systemRandom;
  const state = await openHubState({ store, random });
  const token = await keepToken(options.dataDir, random);
  await state.addAddresses(options.peers);
  const transport = await listen(options, state);
  const parts: Parts = {
    options,
    token,
    store,
    state,
    transport,
    random,
    clock: systemClock,
    signatures: await createSignatures(),
  };
  const running = createRunning(parts);
  if (wish !== null) await joinAs(running, wish);
  await running.open();
  const lan = await servePageOnLan(parts);
  const page = await servePage(parts, running, lan);
  const lanPort = lan?.port ?? state.ports().lan;
  await state.keepPorts({ page: page.port, peers: tcpPort(transport), lan: lanPort });
  const url = `http://localhost:${String(page.port)}`;
  // one that was started with a code is given already
  const isFree = wish === null && !running.isMember();
  return {
    url: isFree ? addressWith(token, url) : url,
    peers: [...outside(transport), pageAddress(page.port)],
    lan: lan?.describe() ?? null,
    async stop() {
      await lan?.stop();
      await page.stop();
      await running.stop();
      await transport.stop();
      await store.close();
    },
  };
}

async function joinAs(running: Running, wish: JoinWish): Promise<void> {
  const code = wish.kind === "seed" ? await running.find(wish.seed) : wish.code;
  if (code === null) throw new HubFault("no-letter");
  if (!(await running.adopt(code))) throw new HubFault("other-mesh");
}

type JoinWish = Extract<ReturnType<typeof decodeInviteCode>, { readonly kind: "code" | "seed" }>;

function readCode(text: string): JoinWish {
  const decoded = decodeInviteCode(text);
  if (decoded.kind !== "code" && decoded.kind !== "seed") throw new HubFault("bad-code");
  return decoded;
}

async function openFolder(dataDir: string): Promise<Store> {
  try {
    return await openLevelStore(dataDir);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (error.code === "store-locked") throw new HubFault("folder-in-use", { cause: error });
    throw new HubFault(error.code === "store-full" ? "disk-full" : "folder-damaged", { cause: error });
  }
}

async function keepToken(dataDir: string, random: RandomBytes): Promise<PageToken> {
  try {
    return await keepPageToken(dataDir, random);
  } catch (error) {
    const full = error instanceof Error && "code" in error && error.code === "ENOSPC";
    throw new HubFault(full ? "disk-full" : "folder-damaged", { cause: error });
  }
}

/** A hub is looked for where it was: the TCP port of the last start is tried first. */
async function listen(options: HubOptions, state: HubState): Promise<Transport> {
  const { peers: port } = state.ports();
  const wished = options.listen.map((address) => address.replace(/\/tcp\/0$/u, `/tcp/${String(port)}`));
  const start = (addresses: readonly string[]): Promise<Transport> =>
    createNodeTransport({ listen: [...addresses, WEB_SOCKET_LISTEN], mdns: options.mdns });
  try {
    return await start(wished);
  } catch (error) {
    if (wished.join() === options.listen.join()) throw new HubFault("bad-address", { cause: error });
    return start(options.listen);
  }
}

const isWebSocket = (address: string): boolean => address.endsWith("/ws");
const portOf = (address: string): number => Number(/\/tcp\/(\d+)/u.exec(address)?.[1] ?? 0);
const outside = (transport: Transport): readonly string[] =>
  transport.addresses().filter((address) => !isWebSocket(address));
const tcpPort = (transport: Transport): number => portOf(outside(transport)[0] ?? "");
const pageAddress = (port: number): string => `/ip4/127.0.0.1/tcp/${String(port)}/ws`;

const webSocketPort = (transport: Transport): number => portOf(transport.addresses().find(isWebSocket) ?? "");

async function servePage(parts: Parts, running: Running, lan: LanPage | null): Promise<PageServer> {
  const { options, state, transport } = parts;
  const start = (port: number): Promise<PageServer> =>
    startPageServer({
      pageDir: options.pageDir,
      port,
      webSocketPort: () => webSocketPort(transport),
      api: {
        describe: (host) => ({
          peers: [pageAddress(Number(host.split(":").at(-1))), ...outside(transport)],
          mesh: state.mesh() !== null,
          canAdopt: !running.isMember(),
          lan: lan?.describe() ?? null,
        }),
        adoption: { token: parts.token, take: (text) => running.adoptText(text) },
      },
    });
  if (options.port !== undefined) return start(options.port).catch(asPortFault);
  // Nobody asked for a port: the one of last time, else a fixed first choice, else any.
  return start(state.ports().page || FIRST_PAGE_PORT).catch(() => start(0));
}

/** Certificates are loaded for those who want them. */
async function servePageOnLan(parts: Parts): Promise<LanPage | null> {
  const { options, state, transport, clock } = parts;
  if (options.lan === null) return null;
  const { guide } = options.lan;
  const { onFault, dataDir, pageDir } = options;
  const { serveLan, AuthorityDamaged } = await import("./lan/index.ts");
  let page: LanPage | null = null;
  const api: PageApi = {
    describe: (host) => ({
      peers: [securePageAddress(host), ...outside(transport)],
      mesh: state.mesh() !== null,
      // a hub is given to a house at the machine where it runs, by nobody else on the Wi-Fi
      canAdopt: false,
      lan: page?.describe() ?? null,
    }),
    adoption: null,
  };
  const start = (port: number): Promise<LanPage | null> => {
    const served = { pageDir, port, webSocketPort: () => webSocketPort(transport), api };
    return serveLan({ dataDir, clock, page: served, guide, onFault });
  };
  try {
    page = await start(state.ports().lan || FIRST_LAN_PORT).catch((error: unknown) => {
      if (isPortTaken(error)) return start(0);
      throw error;
    });
  } catch (error) {
    if (error instanceof AuthorityDamaged) throw new HubFault("folder-damaged", { cause: error });
    throw error;
  }
  if (page === null) throw new HubFault("no-network");
  return page;
}

/** As a multiaddr, for the page that was reached there. */
function securePageAddress(host: string): string {
  const [name = "", port = ""] = host.split(":");
  return `/${isIP(name) === 4 ? "ip4" : "dns4"}/${name}/tcp/${port}/wss`;
}

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE";

function asPortFault(error: unknown): never {
  if (isPortTaken(error)) throw new HubFault("port-taken", { cause: error });
  throw error;
}

interface Running {
  isMember(): boolean;
  /** Opens the mesh that the folder knows, if any. */
  open(): Promise<void>;
  /** Learns a mesh from a code, and asks to join if the code is a hub's. False for another mesh. */
  adopt(code: InviteCode): Promise<boolean>;
  adoptText(text: string): Promise<boolean>;
  /** The code of a seed, by its letter at another hub; null when nobody has it. */
  find(seed: Uint8Array): Promise<InviteCode | null>;
  stop(): Promise<void>;
}

function createRunning(parts: Parts): Running {
  const { options, store, state, transport, signatures, random, clock } = parts;
  let mesh: HubMesh | null = null;
  let opening: Promise<void> = Promise.resolve();
  const neighbours = createNeighbours({ transport, clock, known: () => state.addresses() });
  // one that only carries requests knows no letters: it asks those who do
  const membership = (): Membership | null => (mesh?.isMember() === true ? mesh.membership() : null);
  const { saltSecret: secret } = state.secrets;
  openLetterDesk({ transport, clock, random, membership, addresses: neighbours.addresses, secret });

  const openOnce = async (): Promise<void> => {
    const known = state.mesh();
    if (known === null || mesh !== null) return;
    const { onFault } = options;
    mesh = await openHubMesh({ store, state, known, transport, signatures, random, clock, onFault });
  };
  const open = (): Promise<void> => {
    opening = opening.then(openOnce, openOnce);
    return opening;
  };

  const adopt = async (code: InviteCode): Promise<boolean> => {
    const known = state.mesh();
    if (known !== null && known.mesh !== code.mesh) return false;
    if (known === null) await state.learnMesh({ mesh: code.mesh, meshKey: code.meshKey });
    await state.addAddresses(code.addresses);
    if (code.role === "hub") {
      const joined = await createJoinRequest({ code, name: "", device: state.secrets, random, signatures });
      if (joined.kind === "joining") await state.addRequest(joined.joining.request);
    }
    await open();
    mesh?.peers.connect(code.addresses);
    mesh?.present();
    return true;
  };

  return {
    isMember: () => mesh?.isMember() ?? false,
    open,
    adopt,
    async adoptText(text) {
      const decoded = decodeInviteCode(text);
      return decoded.kind === "code" && adopt(decoded.code);
    },
    async find(seed) {
      const found = await findLetter({ transport, clock, addresses: await neighbours.awaited(), seed });
      return found.kind === "code" ? found.code : null;
    },
    stop: async () => mesh?.stop(),
  };
}
