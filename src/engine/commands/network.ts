/** Talking to other devices once or for good, and what is known of them. */
import { logKey, verifyAll, type PeerState } from "#sync";
import {
  EngineError,
  type CheckReport,
  type PeerView,
  type Progress,
  type StatusView,
  type SyncReport,
} from "../api/index.ts";
import type { House } from "../house/house.ts";
import { coverageOf } from "./search-records.ts";
import { untoldEntries } from "../protection/untold.ts";
import { savedOf } from "./saved.ts";

const SESSION_MS = 15 * 60_000;
const DISCOVERY_MS = 4000;
const DISCOVERY_STEP_MS = 200;

/** `sync`: one session with the address, or with the first of those known that answers. */
export async function syncOnce(house: House, peer: string | undefined): Promise<SyncReport> {
  const known = peer === undefined ? [...house.known.all(), ...(await discovered(house))] : [peer];
  if (known.length === 0) throw new EngineError({ code: "no-peer" });
  let failure: unknown = null;
  for (const address of known) {
    try {
      return await converse(house, address);
    } catch (fault) {
      if (fault instanceof EngineError && fault.fault.code === "peer-refused") throw fault;
      failure = fault;
    }
  }
  throw new EngineError({ code: "peer-unreachable" }, { cause: failure });
}

async function converse(house: House, address: string): Promise<SyncReport> {
  const report = await house.peers.once(address, AbortSignal.timeout(SESSION_MS));
  await house.settle();
  if (report.end === "refused" || report.end === "malformed") {
    throw new EngineError({ code: "peer-refused" }, { cause: report.end });
  }
  if (report.end !== "complete") throw new EngineError({ code: "peer-unreachable" }, { cause: report.end });
  await house.known.add(address);
  const { entriesIn, entriesOut, bytesIn, bytesOut, messages, ms, spaces } = report;
  const site = house.replica.membership().devices.get(report.peer.device ?? ("" as never))?.site ?? null;
  return { peer: address, site, entriesIn, entriesOut, bytesIn, bytesOut, messages, ms, spaces };
}

/** Keeps talking to these addresses; `reachable` are those of the own hub that others can dial. */
export async function connect(
  house: House,
  peers: readonly string[],
  reachable: readonly string[] = [],
): Promise<void> {
  house.peers.connect(peers);
  for (const address of reachable.toReversed()) await house.known.add(address);
}

/** Addresses that the local network announces within a few seconds. */
async function discovered(house: House): Promise<readonly string[]> {
  if (house.known.all().length > 0) return [];
  for (let waited = 0; waited < DISCOVERY_MS; waited += DISCOVERY_STEP_MS) {
    const found = house.peers.discovered();
    if (found.length > 0) return found;
    await house.deps.clock.sleep(DISCOVERY_STEP_MS);
  }
  return [];
}

function progressOf({ progress }: PeerState): Progress | null {
  if (progress === null) return null;
  const done = progress.entriesIn + progress.entriesOut;
  const total = progress.expectedIn + progress.expectedOut;
  return total === 0 || done >= total ? null : { task: "sync", done, total };
}

function peerView(house: House, state: PeerState): PeerView {
  const { sites, devices } = house.replica.membership();
  const site = state.device === null ? null : (devices.get(state.device)?.site ?? null);
  return {
    address: state.address ?? "",
    device: state.device,
    site,
    siteName: site === null ? null : (sites.get(site)?.name ?? null),
    connected: state.connected,
    progress: progressOf(state),
    lastHeard: site === null ? null : house.heard.of(site),
  };
}

/** `status`. */
export function statusOf(house: House): StatusView {
  const holdings = house.replica.holdings();
  const own = [...house.catalog.all()].filter(({ entries }) =>
    entries.some(({ device }) => device === house.device),
  );
  return {
    peers: house.peers.states().map((state) => peerView(house, state)),
    sites: coverageOf(house).map(({ site, name, lastHeard }) => ({ site, name, lastHeard, missing: null })),
    entries: holdings.reduce((sum, { low, high }) => sum + high - low + 1, 0) - untoldEntries(house),
    records: house.catalog.size,
    onlyHere: own.filter((record) => {
      const { hub, sites } = savedOf(house, record);
      return !hub && sites.length === 0;
    }).length,
    refused:
      house.ingest.unreadable() + [...house.catalog.all()].reduce((sum, { refused }) => sum + refused, 0),
  };
}

/** `check`: reads every log from the disk again, and checks ids, chains and seals. */
export async function checkHouse(house: House): Promise<CheckReport> {
  const { mesh, meshKey } = house.vault().secrets;
  const { store, signatures } = house.deps;
  const { entries, problems } = await verifyAll({ store, signatures, mesh, meshKey });
  return {
    ok: problems.length === 0,
    entries: entries - untoldEntries(house),
    problems: problems.map(({ kind, log, seq }) => ({
      code: kind,
      where: seq === null ? logKey(log) : `${logKey(log)}/${String(seq)}`,
    })),
  };
}
