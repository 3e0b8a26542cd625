import { fc } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { generateSpaceKey } from "#crypto";
import { systemClock } from "../../../sync/adapters/system-clock.ts";
import type { Channel } from "../../../sync/channel.ts";
import type { Clock } from "../../../sync/clock.ts";
import { decodeMessage, encodeMessage } from "../../../sync/protocol/message-codec.ts";
import type { Message } from "../../../sync/protocol/messages.ts";
import { openReplica, type Replica } from "../../../sync/replica.ts";
import { runSession, type SessionInit, type SessionReport } from "../../../sync/session.ts";
import { CONTROL, NETWORK } from "../../../sync/space.ts";
import { memoryStore } from "../../../sync/store/memory-store.ts";
import { withMethods } from "../../../sync/with-methods.ts";
import { memoryLink, type WireOptions } from "../../support/memory-channel.ts";
import { plaintexts, random, signatures, type TestDevice, TestMesh } from "../../support/test-mesh.ts";

interface Place {
  readonly replica: Replica;
  readonly identity: SessionInit["identity"];
}

/** A mesh of two members of one shelter, each with a replica that knows the founding. */
class World {
  readonly mesh: TestMesh;
  readonly member: TestDevice;

  constructor(mesh: TestMesh, member: TestDevice) {
    this.mesh = mesh;
    this.member = member;
  }

  static async make(): Promise<World> {
    const mesh = await TestMesh.found();
    return new World(mesh, await mesh.admit("staff"));
  }

  /** A replica that holds all control so far, or nothing. */
  async place(device: TestDevice | null, knows: "control" | "nothing" = "control"): Promise<Place> {
    const { mesh, meshKey } = this.mesh;
    const replica = await openReplica({ store: memoryStore(), mesh, meshKey, signatures });
    if (knows === "control") for (const run of this.mesh.control) await replica.receive(run);
    return { replica, identity: device === null ? null : { secrets: device.secrets, device: device.id } };
  }

  session(
    { replica, identity }: Place,
    channel: Channel,
    more: Partial<SessionInit> = {},
  ): Promise<SessionReport> {
    const { meshKey } = this.mesh;
    return runSession({
      replica,
      channel,
      meshKey,
      identity,
      signatures,
      random,
      clock: systemClock,
      ...more,
    });
  }

  /** One session between two places that ends when both are done. */
  meet(a: Place, b: Place, wire: WireOptions = {}): Promise<[SessionReport, SessionReport]> {
    const link = memoryLink(wire);
    return Promise.all([this.session(a, link.a), this.session(b, link.b)]);
  }
}

const highOf = ({ replica }: Place, device: TestDevice): number =>
  replica.holding(device.log(NETWORK))?.high ?? -1;

describe("a session", () => {
  test("brings two members to the same entries, and counts what it did", async () => {
    const world = await World.make();
    const { founder } = world.mesh;
    const [a, b] = [await world.place(founder), await world.place(world.member)];
    await a.replica.receive(await world.mesh.write(founder, NETWORK, plaintexts(150)));
    await b.replica.receive(await world.mesh.write(world.member, NETWORK, plaintexts(70)));
    const [west, east] = await world.meet(a, b, { latencyMs: 1 });
    expect([highOf(b, founder), highOf(a, world.member)]).toEqual([149, 69]);
    expect(west).toMatchObject({ end: "complete", entriesIn: 70, entriesOut: 150 });
    expect(east).toMatchObject({ end: "complete", entriesIn: 150, entriesOut: 70 });
    expect(west.peer).toEqual({
      device: world.member.id,
      site: b.replica.membership().devices.get(founder.id)?.site,
    });
    expect([west.bytesIn, west.bytesOut]).toEqual([east.bytesOut, east.bytesIn]);
    const [again] = await world.meet(a, b);
    expect(again).toMatchObject({ end: "complete", entriesIn: 0, entriesOut: 0, messages: 8 });
  });

  test("that is cut goes on where it was, losing nothing that was acknowledged", async () => {
    const world = await World.make();
    const { founder } = world.mesh;
    const [a, b] = [await world.place(founder), await world.place(world.member)];
    await a.replica.receive(await world.mesh.write(founder, NETWORK, plaintexts(2000)));
    let stored = 0;
    for (let cutAfter = 9; highOf(b, founder) < 1999 && cutAfter < 60; cutAfter++) {
      const [west] = await world.meet(a, b, { cutAfter });
      expect(highOf(b, founder)).toBeGreaterThanOrEqual(stored - 1);
      stored += west.entriesOut;
      expect(highOf(b, founder) + 1).toBeGreaterThanOrEqual(stored);
    }
    expect(highOf(b, founder)).toBe(1999);
  });

  test("carries a stretch between seals that is far longer than a frame, or nothing of it when cut", async () => {
    const world = await World.make();
    const { founder } = world.mesh;
    const [a, b] = [await world.place(founder), await world.place(world.member)];
    const large = Array.from({ length: 66 }, () => random(60_000));
    await a.replica.receive(await world.mesh.write(founder, NETWORK, large));
    await world.meet(a, b, { cutAfter: 25 });
    expect(highOf(b, founder)).toBe(-1);
    const [report] = await world.meet(a, b);
    expect(report).toMatchObject({ end: "complete", entriesOut: 66 });
    expect(highOf(b, founder)).toBe(65);
  });

  test("shows both sides that an author wrote two histories, and completes everything else", async () => {
    const world = await World.make();
    const { founder } = world.mesh;
    const [a, b] = [await world.place(founder), await world.place(world.member)];
    const common = await world.mesh.write(founder, NETWORK, plaintexts(5));
    const head = founder.headOf(founder.log(NETWORK));
    const one = await world.mesh.write(founder, NETWORK, plaintexts(3, "one history"));
    founder.rewind(NETWORK, head);
    const other = await world.mesh.write(founder, NETWORK, plaintexts(70, "another"));
    for (const run of [common, one]) await a.replica.receive(run);
    for (const run of [common, other, await world.mesh.write(world.member, NETWORK, plaintexts(9))]) {
      await b.replica.receive(run);
    }
    const seen: string[][] = [[], []];
    const watched = [a, b].map(({ replica, identity }, at) => ({
      identity,
      replica: withMethods<Replica>(replica, {
        receive: async (run) => {
          const received = await replica.receive(run);
          seen[at]?.push(received.kind);
          return received;
        },
      }),
    }));
    const reports = await world.meet(watched[0]!, watched[1]!);
    expect(reports.map(({ end }) => end)).toEqual(["complete", "complete"]);
    expect(seen[0]?.sort()).toEqual(["fork", "stored"]);
    expect(seen[1]).toEqual(["fork"]);
    expect([highOf(a, founder), highOf(b, founder), highOf(a, world.member)]).toEqual([7, 74, 8]);
  });

  test("names a cut a cut", async () => {
    const world = await World.make();
    const [a, b] = [await world.place(world.mesh.founder), await world.place(world.member)];
    await a.replica.receive(await world.mesh.write(world.mesh.founder, NETWORK, plaintexts(10)));
    const [west, east] = await world.meet(a, b, { cutAfter: 8 });
    expect([west.end, east.end]).toEqual(["cut", "cut"]);
  });

  test("with a wrong mesh key is refused on both sides, and names nobody", async () => {
    const world = await World.make();
    const [a, b] = [await world.place(world.mesh.founder), await world.place(world.member)];
    const link = memoryLink();
    const [west, east] = await Promise.all([
      world.session(a, link.a, { meshKey: generateSpaceKey(random) }),
      world.session(b, link.b),
    ]);
    for (const report of [west, east]) {
      expect(report).toMatchObject({
        end: "refused",
        peer: { device: null, site: null },
        entriesIn: 0,
        entriesOut: 0,
      });
    }
  });

  test("lets a device without a membership have control, and nothing else", async () => {
    const world = await World.make();
    const { founder } = world.mesh;
    const [host, visitor] = [await world.place(founder), await world.place(null, "nothing")];
    await host.replica.receive(await world.mesh.write(founder, NETWORK, plaintexts(10)));
    const [, report] = await world.meet(host, visitor);
    expect(report.end).toBe("complete");
    expect(visitor.replica.holding(founder.log(CONTROL))?.high).toBe(
      host.replica.holding(founder.log(CONTROL))?.high,
    );
    expect(highOf(visitor, founder)).toBe(-1);
    // The same replica in the hands of a member gets the entries.
    await world.meet(host, {
      replica: visitor.replica,
      identity: (await world.place(world.member)).identity,
    });
    expect(highOf(visitor, founder)).toBe(9);
  });

  test("gives a member who is not known yet control first, and the rest once it is known", async () => {
    const world = await World.make();
    const { founder } = world.mesh;
    const [host, joined] = [await world.place(founder), await world.place(world.member, "nothing")];
    await host.replica.receive(await world.mesh.write(founder, NETWORK, plaintexts(10)));
    const [west, east] = await world.meet(host, joined);
    expect([west.end, east.end]).toEqual(["complete", "complete"]);
    expect(highOf(joined, founder)).toBe(9);
  });

  test("pushes what is written while it lives, and ends in peace when told to", async () => {
    const world = await World.make();
    const { founder } = world.mesh;
    const [a, b] = [await world.place(founder), await world.place(world.member)];
    const link = memoryLink({ latencyMs: 1 });
    const stop = new AbortController();
    const both = Promise.all([
      world.session(a, link.a, { live: true, signal: stop.signal }),
      world.session(b, link.b, { live: true }),
    ]);
    const arrived = new Promise<void>((resolve) => {
      b.replica.onChange(() => resolve());
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await a.replica.append([await world.mesh.write(founder, NETWORK, plaintexts(3))]);
    await arrived;
    await expect.poll(() => highOf(b, founder)).toBe(2);
    stop.abort();
    const [west, east] = await both;
    expect(west.end).toBe("aborted");
    expect(east).toMatchObject({ end: "complete", entriesIn: 3 });
  });

  test("M11 that gets nowhere times out, whatever year the clock believes in", async () => {
    const world = await World.make();
    const [a] = [await world.place(world.mesh.founder)];
    let year = 0;
    const clock: Clock = {
      now: () => (year += 31_556_952_000) * (year % 2 === 0 ? 1 : -1),
      sleep: (ms, signal) => systemClock.sleep(ms, signal),
    };
    // The other end takes everything in and never answers.
    const link = memoryLink();
    const report = await world.session(a, link.a, { clock, beatMs: 5 });
    expect(report.end).toBe("timeout");
    expect(report.ms).toBeGreaterThanOrEqual(0);
  });

  test("lives on an idle link as long as there are signs of life, and no longer", async () => {
    const world = await World.make();
    const [a, b] = [await world.place(world.mesh.founder), await world.place(world.member)];
    let deaf = false;
    const link = memoryLink({ meddle: (frame) => (deaf ? null : frame) });
    let ended = 0;
    const both = [link.a, link.b].map((channel, at) =>
      world.session(at === 0 ? a : b, channel, { live: true, beatMs: 60 }).finally(() => (ended += 1)),
    );
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(ended).toBe(0);
    deaf = true;
    const reports = await Promise.all(both);
    expect(reports.map(({ end }) => end)).toContain("timeout");
  });

  test("ends before it begins when its signal has aborted", async () => {
    const world = await World.make();
    const a = await world.place(world.mesh.founder);
    const report = await world.session(a, memoryLink().a, { signal: AbortSignal.abort() });
    expect(report.end).toBe("aborted");
  });

  test("throws on what our own store throws", async () => {
    const world = await World.make();
    const { founder } = world.mesh;
    const [a, b] = [await world.place(founder), await world.place(world.member)];
    await a.replica.receive(await world.mesh.write(founder, NETWORK, plaintexts(3)));
    const full = withMethods<Replica>(b.replica, {
      receive: () => Promise.reject(new Error("the disk is full")),
    });
    const link = memoryLink();
    const west = world.session(a, link.a);
    await expect(world.session({ ...b, replica: full }, link.b)).rejects.toThrow("the disk is full");
    expect((await west).end).toBe("cut");
  });
});

describe("a peer that does not keep to the protocol", () => {
  test("ends its session with a reason, at whichever message it turns bad, and stores nothing false", async () => {
    const world = await World.make();
    const { founder } = world.mesh;
    const run = await world.mesh.write(founder, NETWORK, plaintexts(5));
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(12),
        fc.nat(4000),
        fc.integer({ min: 1, max: 255 }),
        async (which, at, flip) => {
          const [a, b] = [await world.place(founder), await world.place(world.member)];
          let count = 0;
          const meddle: WireOptions["meddle"] = (frame, from) => {
            if (from === "b" || count++ !== which) return frame;
            const changed = frame.slice();
            changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ flip;
            return changed;
          };
          await a.replica.receive(run);
          const link = memoryLink({ meddle });
          const reports = await Promise.all([
            world.session(a, link.a, { beatMs: 20 }),
            world.session(b, link.b, { beatMs: 20 }),
          ]);
          for (const { end } of reports) ends.add(end);
          const held = b.replica.holding(founder.log(NETWORK));
          if (held !== null) expect(held.head).toEqual(run.entries[held.high]?.id);
        },
      ),
      { numRuns: 40 },
    );
    expect(ends.size).toBeGreaterThan(2);
    expect(ends).not.toContain("aborted");
  });

  test("M11 is malformed when a run is not the one that was announced", async () => {
    const world = await World.make();
    const { founder } = world.mesh;
    const changes: ((run: Extract<Message, { kind: "run" }>) => Message)[] = [
      (run) => ({ ...run, to: run.to + 1 }),
      (run) => ({ ...run, from: 0 }),
      (run) => ({ ...run, log: world.member.log(NETWORK) }),
      (run) => ({ ...run, bytes: run.bytes.subarray(1) }),
    ];
    const start = await world.mesh.write(founder, NETWORK, plaintexts(2));
    const run = await world.mesh.write(founder, NETWORK, plaintexts(5));
    for (const change of changes) {
      const [a, b] = [await world.place(founder), await world.place(world.member)];
      for (const { replica } of [a, b]) await replica.receive(start);
      await a.replica.receive(run);
      const link = memoryLink({
        meddle: (frame) => {
          const message = decodeMessage(frame);
          return message?.kind === "run" ? encodeMessage(change(message)) : frame;
        },
      });
      const [, east] = await Promise.all([world.session(a, link.a), world.session(b, link.b)]);
      expect(east.end).toBe("malformed");
      expect(highOf(b, founder)).toBe(1);
    }
  });

  const asStranger = async (world: World, say: (Message | Uint8Array)[]): Promise<SessionReport> => {
    const victim = await world.place(world.mesh.founder);
    const link = memoryLink();
    const session = world.session(victim, link.b, { beatMs: 2000 });
    for (const one of say) await link.a.send(one instanceof Uint8Array ? one : encodeMessage(one));
    const iterator = link.a.frames[Symbol.asyncIterator]();
    while ((await iterator.next()).done !== true);
    link.a.close();
    return session;
  };

  test("gets the channel closed for bytes that are no message, before and after its greeting", async () => {
    const world = await World.make();
    const hello: Message = { kind: "hello", nonce: random(32) };
    expect((await asStranger(world, [new Uint8Array([9, 9, 9])])).end).toBe("malformed");
    expect((await asStranger(world, [hello, new Uint8Array([9, 9, 9])])).end).toBe("malformed");
  });

  test("is refused for messages that come before the proof", async () => {
    const world = await World.make();
    const digest: Message = { kind: "digest", epoch: 1, control: run32(), data: run32() };
    expect((await asStranger(world, [digest])).end).toBe("refused");
    expect((await asStranger(world, [{ kind: "name", device: null }])).end).toBe("refused");
  });

  test("M20 never receives a data entry it has no right to, though it asks", async () => {
    const world = await World.make();
    const { founder, meshKey, mesh } = world.mesh;
    const host = await world.place(founder);
    await host.replica.receive(await world.mesh.write(founder, NETWORK, plaintexts(10)));
    const seen: Message[] = [];
    const meddle: WireOptions["meddle"] = (frame, from) => {
      const message = decodeMessage(frame);
      if (message !== null && from === "b") seen.push(message);
      // Pretends that its data differ, to be listed what the host holds.
      if (message?.kind === "digest" && from === "a") return encodeMessage({ ...message, data: run32() });
      return frame;
    };
    const link = memoryLink({ meddle });
    const visitor = await world.place(null);
    await Promise.all([
      world.session(host, link.b, { beatMs: 200 }),
      runSession({
        ...visitor,
        channel: link.a,
        meshKey,
        signatures,
        random,
        clock: systemClock,
        beatMs: 200,
      }),
    ]);
    expect(mesh).toBe(host.replica.mesh);
    const listed = seen.flatMap((message) => (message.kind === "holdings" ? message.holdings : []));
    expect(seen.some(({ kind }) => kind === "buckets")).toBe(true);
    expect(listed.filter(({ log }) => log.space !== CONTROL)).toEqual([]);
    expect(seen.filter((message) => message.kind === "run" && message.log.space !== CONTROL)).toEqual([]);
  });
});

const run32 = (): never => random(32) as never;
