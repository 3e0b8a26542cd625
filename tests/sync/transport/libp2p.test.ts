import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createNodeTransport, type NodeTransportInit } from "../../../sync/adapters/libp2p/node-transport.ts";
import { systemClock } from "../../../sync/adapters/system-clock.ts";
import { type Channel, ChannelFault, MAX_FRAME_BYTES, type Transport } from "../../../sync/channel.ts";
import { answerLetters, findLetter, passQuestion } from "../../../sync/letters.ts";
import { LETTER_BYTES } from "../../../sync/membership/letter.ts";
import { openReplica, type Replica } from "../../../sync/replica.ts";
import { runSession, type SessionReport } from "../../../sync/session.ts";
import { NETWORK } from "../../../sync/space.ts";
import { memoryStore } from "../../../sync/store/memory-store.ts";
import { PeerProcess, writeRuns } from "../../support/sync-processes.ts";
import { plaintexts, random, signatures, type TestDevice, TestMesh } from "../../support/test-mesh.ts";

const TCP = "/ip4/127.0.0.1/tcp/0";
const WEB_SOCKET = "/ip4/127.0.0.1/tcp/0/ws";
const signal = (): AbortSignal => AbortSignal.timeout(15_000);

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

async function start(init: Partial<NodeTransportInit> = {}): Promise<Transport> {
  const transport = await createNodeTransport({ listen: [], mdns: false, ...init });
  undo.push(() => transport.stop());
  return transport;
}

/** Two nodes, and both ends of a channel between them. */
async function channels(listen: string): Promise<{ near: Channel; far: Channel }> {
  const [host, guest] = [await start({ listen: [listen] }), await start()];
  const far = new Promise<Channel>((resolve) => {
    host.onChannel(resolve);
  });
  const near = await guest.dial(host.addresses()[0] ?? "", { signal: signal() });
  return { near, far: await far };
}

async function take(channel: Channel, count: number): Promise<Uint8Array[]> {
  const frames: Uint8Array[] = [];
  const iterator = channel.frames[Symbol.asyncIterator]();
  while (frames.length < count) {
    const next = await iterator.next();
    if (next.done === true) break;
    frames.push(next.value);
  }
  return frames;
}

describe.each([
  ["TCP", TCP],
  ["WebSocket", WEB_SOCKET],
])("a channel over %s", (_name, listen) => {
  test("carries frames of any size whole and in order, and ends when the other side closes", async () => {
    const { near, far } = await channels(listen);
    const sizes = [1, 70_000, 3, MAX_FRAME_BYTES, 65_536];
    const sent = sizes.map((size) => new Uint8Array(randomBytes(size)));
    void (async () => {
      for (const frame of sent) await near.send(frame);
      near.close();
    })();
    const received = await take(far, sent.length + 1);
    expect(received.map(({ length }) => length)).toEqual(sizes);
    expect(received.every((frame, at) => Buffer.compare(frame, sent[at]!) === 0)).toBe(true);
    expect([near.initiator, far.initiator]).toEqual([true, false]);
    expect([far.localPeer, far.remotePeer]).toEqual([near.remotePeer, near.localPeer]);
  });

  test("holds a sender back while the other side is not reading, and loses nothing", async () => {
    const { near, far } = await channels(listen);
    const frame = new Uint8Array(200_000);
    const count = 60;
    let sent = 0;
    const sending = (async () => {
      for (; sent < count; sent++) await near.send(frame);
    })();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const before = sent;
    const received = await take(far, count);
    await sending;
    expect(before).toBeLessThan(count);
    expect(received.every(({ length }) => length === frame.length)).toBe(true);
    expect(received).toHaveLength(count);
  });

  test("that breaks throws for the reader and the writer", async () => {
    const { near, far } = await channels(listen);
    await near.send(new Uint8Array(5));
    await take(far, 1);
    const reading = take(far, 1);
    await undo.pop()?.();
    // A node that stops closes its streams in peace or breaks them; either way nobody waits for ever.
    await reading.catch((fault: unknown) => {
      expect(fault).toBeInstanceOf(ChannelFault);
    });
    await expect(near.send(new Uint8Array(5))).rejects.toThrow(ChannelFault);
  });
});

describe("a node", () => {
  test("publishes no transport identity, and takes a new one at each start unless a key is given", async () => {
    const transportKey = new Uint8Array(32).fill(7);
    const [first, second, third, fourth] = [
      await start({ listen: [TCP, WEB_SOCKET] }),
      await start({ listen: [TCP] }),
      await start({ listen: [TCP], transportKey }),
      await start({ listen: [TCP], transportKey }),
    ];
    expect(first.addresses()).toHaveLength(2);
    expect(first.addresses().join()).not.toContain("p2p");
    const guest = await start();
    const identities: Uint8Array[] = [];
    for (const host of [first, second, third, fourth]) {
      host.onChannel((channel) => void take(channel, 1));
      const channel = await guest.dial(host.addresses()[0] ?? "", { signal: signal() });
      identities.push(channel.remotePeer);
    }
    const [a, b, c, d] = identities;
    expect(a).not.toEqual(b);
    expect(c).toEqual(d);
  });

  test("refuses to dial what is no address, and gives up when its signal aborts", async () => {
    const guest = await start();
    await expect(guest.dial("nonsense", { signal: signal() })).rejects.toThrow();
    await expect(guest.dial("/dnsaddr/example.org", { signal: signal() })).rejects.toThrow();
    await expect(guest.dial("/ip4/127.0.0.1/tcp/9", { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});

/** A member's replica that answers whoever comes, and what became of each session. */
class House {
  readonly reports: SessionReport[] = [];
  readonly #mesh: TestMesh;
  readonly #device: TestDevice;
  readonly replica: Replica;

  static async open(mesh: TestMesh, device: TestDevice): Promise<House> {
    const replica = await openReplica({
      store: memoryStore(),
      mesh: mesh.mesh,
      meshKey: mesh.meshKey,
      signatures,
    });
    for (const run of mesh.control) await replica.receive(run);
    return new House(mesh, device, replica);
  }

  private constructor(mesh: TestMesh, device: TestDevice, replica: Replica) {
    this.#mesh = mesh;
    this.#device = device;
    this.replica = replica;
  }

  async talk(channel: Channel, live: boolean): Promise<SessionReport> {
    const { id: device, secrets } = this.#device;
    const identity = { device, secrets };
    const { meshKey } = this.#mesh;
    const given = { replica: this.replica, meshKey, identity, signatures, random, clock: systemClock };
    const report = await runSession({ ...given, channel, live });
    this.reports.push(report);
    return report;
  }
}

describe("a house that listens", () => {
  test("ends the session of a peer that sends rubbish, and goes on serving the others", async () => {
    const mesh = await TestMesh.found();
    const member = await mesh.admit("staff");
    const [house, visitor] = [await House.open(mesh, mesh.founder), await House.open(mesh, member)];
    await house.replica.receive(await mesh.write(mesh.founder, NETWORK, plaintexts(20)));
    const host = await start({ listen: [TCP, WEB_SOCKET] });
    host.onChannel((channel) => void house.talk(channel, true));
    const [tcp = "", webSocket = ""] = host.addresses();

    const guest = await start();
    const friend = visitor.talk(await guest.dial(webSocket, { signal: signal() }), true);
    const raw = await start();
    for (const rubbish of [randomBytes(300), new Uint8Array(MAX_FRAME_BYTES), Uint8Array.of(1)]) {
      const channel = await raw.dial(tcp, { signal: signal() });
      await channel.send(rubbish);
      expect(await take(channel, 1).catch(() => [])).toEqual([]);
    }
    const tooLong = await raw.dial(tcp, { signal: signal() });
    await tooLong.send(new Uint8Array(MAX_FRAME_BYTES + 1)).catch(() => undefined);
    expect(await take(tooLong, 1).catch(() => [])).toEqual([]);
    await expect.poll(() => house.reports.length, { timeout: 10_000 }).toBe(4);
    expect(house.reports.map(({ end }) => end)).toEqual(["malformed", "malformed", "malformed", "malformed"]);

    await house.replica.receive(await mesh.write(mesh.founder, NETWORK, plaintexts(1)));
    const log = mesh.founder.log(NETWORK);
    await expect.poll(() => visitor.replica.holding(log)?.high, { timeout: 10_000 }).toBe(20);
    await guest.stop();
    expect((await friend).entriesIn).toBe(21);
  });

  test("outlives raw bytes on its sockets, and keeps room for members among silent connections", async () => {
    const mesh = await TestMesh.found();
    const member = await mesh.admit("staff");
    const [house, visitor] = [await House.open(mesh, mesh.founder), await House.open(mesh, member)];
    const host = await start({ listen: [TCP, WEB_SOCKET] });
    host.onChannel((channel) => void house.talk(channel, true));
    const sockets: Socket[] = [];
    undo.push(() => {
      for (const socket of sockets) socket.destroy();
    });
    for (const address of host.addresses()) {
      const port = Number(/tcp\/(\d+)/.exec(address)?.[1]);
      for (let index = 0; index < 6; index++) {
        const socket = connect(port, "127.0.0.1");
        socket.on("error", () => undefined);
        if (index % 2 === 0) socket.write(randomBytes(2000));
        sockets.push(socket);
      }
    }
    const guest = await start();
    const report = await visitor.talk(
      await guest.dial(host.addresses()[0] ?? "", { signal: signal() }),
      false,
    );
    expect(report.end).toBe("complete");
  });
});

describe("P5 a flood of one address", () => {
  const dialAll = async (guest: Transport, address: string, count: number): Promise<readonly Channel[]> => {
    const open: Channel[] = [];
    for (let index = 0; index < count; index++) {
      // beyond 16 a second of one address the host closes them for that alone
      await new Promise((resolve) => setTimeout(resolve, 80));
      const channel = await guest.dial(address, { signal: signal() }).catch(() => null);
      if (channel !== null) open.push(channel);
    }
    return open;
  };

  test("P5 gets its share of the connections, and one that ends makes room", async () => {
    const host = await start({ listen: [TCP] });
    const held: Channel[] = [];
    host.onChannel((channel) => held.push(channel));
    const [address = ""] = host.addresses();
    const guest = await start();
    await dialAll(guest, address, 54);
    // a stream that was opened on a connection over the share never reaches anybody
    expect(held).toHaveLength(48);
    for (const channel of held.slice(0, 3)) channel.close();
    await expect
      .poll(
        async () => {
          await dialAll(guest, address, 1);
          return held.length;
        },
        { timeout: 10_000 },
      )
      .toBeGreaterThan(48);
  });

  test("P5 of silent sockets leaves room for who comes a few seconds later", async () => {
    const host = await start({ listen: [TCP] });
    host.onChannel((channel) => {
      channel.close();
    });
    const [address = ""] = host.addresses();
    const port = Number(/tcp\/(\d+)/.exec(address)?.[1]);
    const sockets = Array.from({ length: 300 }, () =>
      connect(port, "127.0.0.1").on("error", () => undefined),
    );
    undo.push(() => {
      for (const socket of sockets) socket.destroy();
    });
    const guest = await start();
    await expect
      .poll(
        () =>
          guest.dial(address, { signal: signal() }).then(
            () => "answered",
            () => "refused",
          ),
        {
          timeout: 10_000,
          interval: 500,
        },
      )
      .toBe("answered");
  });
});

describe("a question for a letter", () => {
  test("is answered on a channel of its own, and a session's handler does not hear of it", async () => {
    const host = await start({ listen: [TCP, WEB_SOCKET] });
    const heard: string[] = [];
    host.onChannel(() => heard.push("session"));
    answerLetters({
      transport: host,
      clock: systemClock,
      answer: ({ tag }) => {
        heard.push(`letter ${String(tag.length)}`);
        return Promise.resolve([random(LETTER_BYTES), random(LETTER_BYTES)]);
      },
    });
    const guest = await start();
    for (const address of host.addresses()) {
      const asking = { transport: guest, clock: systemClock, addresses: [address], seed: random(16) };
      expect(await findLetter(asking)).toEqual({ kind: "none" });
      expect(await passQuestion(asking, random(16))).toHaveLength(2);
    }
    expect(heard).toEqual(heard.map(() => "letter 16"));
    expect(heard).toHaveLength(4);
  });
});

describe("two processes", () => {
  test.each([
    ["TCP", TCP],
    ["WebSocket", WEB_SOCKET],
  ])("sync over %s, and again for the price of what changed", async (_name, listen) => {
    const folder = await mkdtemp(join(tmpdir(), "vereda-"));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    const mesh = await TestMesh.found();
    const member = await mesh.admit("staff");
    const [west, east] = [
      await PeerProcess.start(mesh, mesh.founder, { listen: [listen] }),
      await PeerProcess.start(mesh, member),
    ];
    undo.push(
      () => {
        west.kill();
      },
      () => {
        east.kill();
      },
    );
    const load = async (
      peer: PeerProcess,
      name: string,
      runs: Parameters<typeof writeRuns>[1],
    ): Promise<void> => {
      const file = join(folder, name);
      await writeRuns(file, runs);
      await peer.ask({ kind: "load", file });
    };
    await load(west, "all", [...mesh.control, await mesh.write(mesh.founder, NETWORK, plaintexts(1000))]);
    // The other one knows nothing yet, not even that it is a member.
    const address = west.addresses[0] ?? "";
    const first = (await east.ask({ kind: "sync", address })) as SessionReport;
    expect(first).toMatchObject({ end: "complete", spaces: 2 });
    expect(first.entriesIn).toBeGreaterThan(1000);
    await load(west, "more", [await mesh.write(mesh.founder, NETWORK, plaintexts(10))]);
    const second = (await east.ask({ kind: "sync", address })) as SessionReport;
    expect(second).toMatchObject({ end: "complete", entriesIn: 10 });
    expect(second.bytesIn + second.bytesOut).toBeLessThan(12_000);
    const third = (await east.ask({ kind: "sync", address })) as SessionReport;
    expect(third).toMatchObject({ end: "complete", entriesIn: 0, messages: 8 });
    await Promise.all([west.ask({ kind: "stop" }), east.ask({ kind: "stop" })]);
  });
});
