import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  createSignatures,
  type DeviceKeys,
  type DeviceSecrets,
  generateDeviceSecrets,
  generateSpaceKey,
  hash,
  redactDevice,
  systemRandom,
  toText,
  utf8,
} from "#crypto";
import type { MeshId } from "../../../sync/ids.ts";
import {
  createHandshake,
  type HandshakeEffect,
  type HandshakeEvent,
  type HandshakeInit,
  type HandshakeState,
  NAME_DOMAIN,
  stepHandshake,
} from "../../../sync/protocol/handshake.ts";
import { encodeMessage } from "../../../sync/protocol/message-codec.ts";
import type { Message } from "../../../sync/protocol/messages.ts";

const signatures = await createSignatures();
const mesh = toText(hash("test/mesh", utf8("Ruta de prueba"))) as MeshId;
const meshKey = generateSpaceKey(systemRandom);
const aurelia = generateDeviceSecrets(systemRandom);
const benigno = generateDeviceSecrets(systemRandom);
const peers = {
  west: new Uint8Array(36).fill(1),
  east: new Uint8Array(36).fill(2),
  north: new Uint8Array(36).fill(3),
};

/** One end: the state machine, its secrets, and what it said. */
class End {
  state: HandshakeState;
  readonly said: Message[] = [];
  outcome: "open" | "closed" | { readonly peer: DeviceKeys | null } = "open";
  readonly #secrets: DeviceSecrets | null;

  constructor(init: Partial<HandshakeInit>, secrets: DeviceSecrets | null) {
    this.#secrets = secrets;
    this.state = createHandshake({
      side: "initiator",
      localPeer: peers.west,
      remotePeer: peers.east,
      nonce: systemRandom(32),
      mesh,
      meshKey,
      device: secrets === null ? null : redactDevice(secrets),
      ...init,
    });
  }

  async feed(event: HandshakeEvent): Promise<Message[]> {
    const [next, effects] = stepHandshake(this.state, event);
    this.state = next;
    const out: Message[] = [];
    for (const effect of effects) out.push(...(await this.#carryOut(effect)));
    return out;
  }

  async #carryOut(effect: HandshakeEffect): Promise<Message[]> {
    switch (effect.kind) {
      case "send":
        this.said.push(effect.message);
        return [effect.message];
      case "sought":
      case "close":
        this.outcome = "closed";
        return [];
      case "ready":
        this.outcome = { peer: effect.peer };
        return [];
      case "sign": {
        if (this.#secrets === null) throw new Error("nothing to sign with");
        const signature = await signatures.sign(this.#secrets.sign.secret, NAME_DOMAIN, effect.transcript);
        return this.feed({ kind: "signed", signature });
      }
      case "verify": {
        const { keys, transcript, signature } = effect;
        const valid = await signatures.verify(keys.sign, NAME_DOMAIN, transcript, signature);
        return this.feed({ kind: "verified", valid });
      }
    }
  }
}

type Meddle = (message: Message, from: "a" | "b") => Message | null;

/** Lets both ends talk until neither says anything more. */
async function meet(a: End, b: End, meddle: Meddle = (message) => message): Promise<void> {
  const toB = await a.feed({ kind: "start" });
  const toA = await b.feed({ kind: "start" });
  while (toA.length > 0 || toB.length > 0) {
    const [queue, end, from] = toB.length > 0 ? ([toB, b, "a"] as const) : ([toA, a, "b"] as const);
    const sent = queue.shift();
    const message = sent === undefined ? null : meddle(sent, from);
    if (message === null) continue;
    (end === b ? toA : toB).push(...(await end.feed({ kind: "received", message })));
  }
}

const responder = (init: Partial<HandshakeInit> = {}): Partial<HandshakeInit> => ({
  side: "responder",
  localPeer: peers.east,
  remotePeer: peers.west,
  ...init,
});

const kinds = (end: End): string[] => end.said.map(({ kind }) => kind);

describe("a handshake", () => {
  test("tells two devices of a mesh who the other is", async () => {
    const [a, b] = [new End({}, aurelia), new End(responder(), benigno)];
    await meet(a, b);
    expect(a.outcome).toEqual({ peer: redactDevice(benigno) });
    expect(b.outcome).toEqual({ peer: redactDevice(aurelia) });
    expect(kinds(a)).toEqual(["hello", "proof", "name"]);
    expect(kinds(b)).toEqual(["hello", "proof", "name"]);
  });

  test("lets a device without a membership in as nobody", async () => {
    const [a, b] = [new End({}, null), new End(responder(), benigno)];
    await meet(a, b);
    expect(a.outcome).toEqual({ peer: redactDevice(benigno) });
    expect(b.outcome).toEqual({ peer: null });
    expect(a.said.at(-1)).toEqual({ kind: "name", device: null });
  });

  test("tells who lacks the mesh key nothing but a random number", async () => {
    const a = new End({ meshKey: generateSpaceKey(systemRandom) }, aurelia);
    const b = new End(responder(), benigno);
    await meet(a, b);
    expect([a.outcome, b.outcome]).toEqual(["open", "closed"]);
    expect(kinds(b)).toEqual(["hello"]);
    const said = [...b.said, ...a.said].map((message) => toText(encodeMessage(message))).join();
    for (const secret of [mesh, toText(redactDevice(benigno).sign), toText(redactDevice(aurelia).sign)]) {
      expect(said).not.toContain(secret.slice(4, 40));
    }
  });

  test("tells a responder without the mesh key no name either", async () => {
    const a = new End({}, aurelia);
    const b = new End(responder({ meshKey: generateSpaceKey(systemRandom) }), benigno);
    // A false responder says whatever it likes.
    const lie: Message = { kind: "proof", mac: hash("test/lie") };
    await a.feed({ kind: "start" });
    await a.feed({ kind: "received", message: { kind: "hello", nonce: systemRandom(32) } });
    await a.feed({ kind: "received", message: lie });
    expect(a.outcome).toBe("closed");
    expect(kinds(a)).toEqual(["hello", "proof"]);
    expect(kinds(b)).toEqual([]);
  });

  test("F10 of another mesh with the same key is refused", async () => {
    const other = toText(hash("test/mesh", utf8("otra"))) as MeshId;
    const [a, b] = [new End({ mesh: other }, aurelia), new End(responder(), benigno)];
    await meet(a, b);
    expect(b.outcome).toBe("closed");
  });

  test("refuses its own proof when it comes back", async () => {
    const a = new End({}, aurelia);
    await a.feed({ kind: "start" });
    const [proof] = await a.feed({ kind: "received", message: { kind: "hello", nonce: systemRandom(32) } });
    if (proof === undefined) throw new Error("a proof was due");
    await a.feed({ kind: "received", message: proof });
    expect(a.outcome).toBe("closed");
  });

  test("refuses a proof made for two other ends, with the same nonces", async () => {
    const nonces = { a: systemRandom(32), b: systemRandom(32) };
    const [a, b] = [new End({ nonce: nonces.a }, aurelia), new End(responder({ nonce: nonces.b }), benigno)];
    await meet(a, b);
    const proof = a.said.find(({ kind }) => kind === "proof");
    const replayed = async (init: Partial<HandshakeInit>, nonce: Uint8Array): Promise<End> => {
      const victim = new End(responder({ nonce: nonces.b, ...init }), benigno);
      await victim.feed({ kind: "start" });
      await victim.feed({ kind: "received", message: { kind: "hello", nonce } });
      if (proof !== undefined) await victim.feed({ kind: "received", message: proof });
      return victim;
    };
    expect((await replayed({}, nonces.a)).outcome).toBe("open");
    expect((await replayed({ remotePeer: peers.north }, nonces.a)).outcome).toBe("closed");
    expect((await replayed({ localPeer: peers.north }, nonces.a)).outcome).toBe("closed");
    expect((await replayed({ nonce: systemRandom(32) }, nonces.a)).outcome).toBe("closed");
    expect((await replayed({}, systemRandom(32))).outcome).toBe("closed");
  });

  test("between two of the same side, or with oneself, comes to nothing", async () => {
    const [a, b] = [
      new End({}, aurelia),
      new End({ localPeer: peers.east, remotePeer: peers.west }, benigno),
    ];
    await meet(a, b);
    expect([a.outcome, b.outcome]).toEqual(["closed", "closed"]);
    const alone = new End({ remotePeer: peers.west }, aurelia);
    await alone.feed({ kind: "start" });
    expect(alone.outcome).toBe("closed");
  });

  test("refuses a name with somebody else's signature, or another's signature under one's own name", async () => {
    const names = [
      (device: NonNullable<Extract<Message, { kind: "name" }>["device"]>) => ({
        ...device,
        keys: redactDevice(benigno),
      }),
      (device: NonNullable<Extract<Message, { kind: "name" }>["device"]>) => ({
        ...device,
        keys: { ...device.keys, agree: redactDevice(benigno).agree },
      }),
    ];
    for (const change of names) {
      const [a, b] = [new End({}, aurelia), new End(responder(), benigno)];
      await meet(a, b, (message, from) =>
        message.kind === "name" && message.device !== null && from === "a"
          ? { kind: "name", device: change(message.device) }
          : message,
      );
      expect(b.outcome).toBe("closed");
    }
  });

  test("carries a name to nobody but the peer it was signed for", async () => {
    const [a, b] = [new End({}, aurelia), new End(responder(), benigno)];
    await meet(a, b);
    const stolen = a.said.find(({ kind }) => kind === "name");
    // Mallory knows the mesh key and stands before Benigno with Aurelia's name.
    const [m, victim] = [
      new End({ localPeer: peers.north }, generateDeviceSecrets(systemRandom)),
      new End(responder({ remotePeer: peers.north }), benigno),
    ];
    await meet(m, victim, (message, from) =>
      message.kind === "name" && from === "a" ? (stolen ?? message) : message,
    );
    expect(victim.outcome).toBe("closed");
  });

  test.prop([fc.array(fc.nat(5), { maxLength: 12 }), fc.boolean()])(
    "survives messages in any order, and ends only by accepting or closing",
    async (order, initiates) => {
      const [a, b] = [new End({}, aurelia), new End(responder(), benigno)];
      await meet(a, b);
      const all: Message[] = [...a.said, ...b.said];
      const end = initiates ? new End({}, aurelia) : new End(responder(), benigno);
      await end.feed({ kind: "start" });
      for (const index of order) {
        const message = all[index];
        if (message !== undefined) await end.feed({ kind: "received", message });
      }
      // Nonces are fresh, so nothing of the earlier meeting proves anything.
      expect(end.outcome === "open" || end.outcome === "closed").toBe(true);
      expect(kinds(end)).not.toContain("name");
    },
  );
});
