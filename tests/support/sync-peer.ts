/**
 * A program for tests with two processes: one replica, one transport. Reads commands as JSON lines on
 * stdin and answers each with a JSON line. Memory or LevelDB, as told.
 */
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { asSpaceKey, createSignatures, decodeDeviceSecrets, redactDevice, systemRandom } from "#crypto";
import { openLevelStore } from "../../sync/adapters/leveldb.node.ts";
import { createNodeTransport } from "../../sync/adapters/libp2p/node-transport.ts";
import { systemClock } from "../../sync/adapters/system-clock.ts";
import type { Channel } from "../../sync/channel.ts";
import type { MeshId } from "../../sync/ids.ts";
import { decodeRun } from "../../sync/log/run.ts";
import { deviceIdOf } from "../../sync/membership/join-request.ts";
import { openReplica, type Replica } from "../../sync/replica.ts";
import { runSession, type SessionReport } from "../../sync/session.ts";
import { memoryStore } from "../../sync/store/memory-store.ts";

export interface PeerOptions {
  readonly mesh: MeshId;
  /** Hexadecimal. */
  readonly meshKey: string;
  readonly secrets: string;
  readonly listen: readonly string[];
  /** Folder of a LevelDB; null keeps all in memory. */
  readonly folder: string | null;
  readonly live: boolean;
}

export type PeerCommand =
  | { readonly kind: "open"; readonly options: PeerOptions }
  /** Runs in files of this program's format (`sync-processes.ts`). */
  | { readonly kind: "load"; readonly file: string }
  | { readonly kind: "sync"; readonly address: string }
  | { readonly kind: "holdings" }
  | { readonly kind: "stop" };

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));

class Peer {
  readonly #converse: (channel: Channel, live: boolean) => Promise<SessionReport>;
  readonly replica: Replica;
  readonly transport: Awaited<ReturnType<typeof createNodeTransport>>;
  readonly close: () => Promise<void>;

  static async open(options: PeerOptions): Promise<Peer> {
    const signatures = await createSignatures();
    const meshKey = asSpaceKey(bytes(options.meshKey));
    const secrets = decodeDeviceSecrets(bytes(options.secrets));
    if (secrets === null) throw new Error("bad secrets");
    const store = options.folder === null ? memoryStore() : await openLevelStore(options.folder);
    const replica = await openReplica({ store, mesh: options.mesh, meshKey, signatures });
    const transport = await createNodeTransport({ listen: options.listen, mdns: false });
    const identity = { secrets, device: deviceIdOf(redactDevice(secrets)) };
    const given = { replica, meshKey, identity, signatures, random: systemRandom, clock: systemClock };
    const converse = (channel: Channel, live: boolean): Promise<SessionReport> =>
      runSession({ ...given, channel, live });
    transport.onChannel((channel) => void converse(channel, options.live));
    return new Peer(replica, transport, converse, async () => {
      await transport.stop();
      await store.close();
    });
  }

  private constructor(
    replica: Replica,
    transport: Peer["transport"],
    converse: (channel: Channel, live: boolean) => Promise<SessionReport>,
    close: () => Promise<void>,
  ) {
    this.replica = replica;
    this.transport = transport;
    this.#converse = converse;
    this.close = close;
  }

  async load(file: string): Promise<number> {
    const all = new Uint8Array(await readFile(file));
    const view = new DataView(all.buffer, all.byteOffset);
    let count = 0;
    for (let at = 0; at < all.length;) {
      const length = view.getUint32(at);
      const run = decodeRun(all.slice(at + 4, at + 4 + length));
      if (run === null) throw new Error("bad run");
      const received = await this.replica.receive(run);
      if (received.kind === "stored") count += received.count;
      at += 4 + length;
    }
    return count;
  }

  async sync(address: string): Promise<SessionReport> {
    const channel = await this.transport.dial(address, { signal: AbortSignal.timeout(20_000) });
    return this.#converse(channel, false);
  }
}

let peer: Peer | null = null;

async function obey(command: PeerCommand): Promise<unknown> {
  if (command.kind === "open") {
    peer = await Peer.open(command.options);
    return { addresses: peer.transport.addresses() };
  }
  if (peer === null) throw new Error("open first");
  if (command.kind === "load") return { count: await peer.load(command.file) };
  if (command.kind === "sync") return peer.sync(command.address);
  if (command.kind === "stop") {
    await peer.close();
    return {};
  }
  return peer.replica.holdings().map(({ log, high }) => ({ ...log, high }));
}

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line) as PeerCommand;
  const answer = await obey(command).catch((fault: unknown) => ({ fault: String(fault) }));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  if (command.kind === "stop") break;
}
process.exit(0);
