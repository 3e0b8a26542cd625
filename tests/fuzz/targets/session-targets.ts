/** Frames, messages, the handshake and a whole session, as a stream of bytes from a peer moves them. */
import { concat, equalBytes, hash, type Signature } from "#crypto";
import { FrameReader, frameOf } from "../../../sync/adapters/libp2p/frames.ts";
import { isLocalAddress, parseAddress } from "../../../sync/adapters/libp2p/addresses.ts";
import { MAX_FRAME_BYTES } from "../../../sync/channel.ts";
import {
  createHandshake,
  type HandshakeEvent,
  type HandshakeState,
  stepHandshake,
} from "../../../sync/protocol/handshake.ts";
import { operationIdOf } from "../../../sync/ids.ts";
import { BUCKETS } from "../../../sync/protocol/limits.ts";
import { decodeMessage, encodeMessage } from "../../../sync/protocol/message-codec.ts";
import type { Message } from "../../../sync/protocol/messages.ts";
import { CONTROL, NETWORK, siteSpace } from "../../../sync/space.ts";
import { Endpoint, friends, Link, logOf, Model, request, strangers } from "../../support/session-model.ts";
import { wordsOf } from "../mutate.ts";
import { canonical, type Target, WronglyTaken } from "../target.ts";
import { deviceKeys, mesh, onText, random, site, spaceKey } from "./ground.ts";

const log = logOf(NETWORK, "Aurelia");
const control = logOf(CONTROL, "Benigno");
const short = random(16);
const data = hash("vereda/test/1", short);
const listed = { log, low: 0, high: 70, head: short };
const part = {
  kind: "run",
  transfer: 3,
  purpose: "entries",
  log,
  from: 0,
  to: 9,
  part: 0,
  parts: 1,
} as const;

const messages: readonly Message[] = [
  { kind: "hello", nonce: random(32) },
  { kind: "proof", mac: data },
  { kind: "seek", nonce: random(32), mac: data },
  { kind: "lifeline", box: random(145) },
  { kind: "name", device: null },
  { kind: "name", device: { keys: deviceKeys, signature: random(64) as Signature } },
  { kind: "present", requests: [random(400), random(0), random(1024)] },
  { kind: "presented", accepted: 8 },
  { kind: "digest", epoch: 1, control: data, data },
  { kind: "buckets", epoch: 2, scope: "data", digests: Array.from({ length: BUCKETS }, () => random(16)) },
  {
    kind: "holdings",
    epoch: 2,
    scope: "control",
    last: true,
    holdings: [listed, { ...listed, log: control }],
  },
  { kind: "done", epoch: 2 ** 40 },
  { kind: "want", operations: [operationIdOf(data)] },
  { kind: "gave" },
  { ...part, purpose: "cited", bytes: random(64) },
  { ...part, bytes: random(320) },
  { ...part, purpose: "evidence", part: 1, parts: 3, bytes: random(20) },
  { kind: "ack", transfer: 3, outcome: "waiting" },
  { kind: "alive" },
  {
    kind: "marks",
    marks: [
      { site, space: siteSpace("desk", site), says: "held", counter: 7 },
      { site, space: NETWORK, says: "compared", counter: 2 ** 40 },
    ],
  },
  { kind: "receipts", last: true, receipts: [random(140), random(0)] },
];

/** Whole frames out of bytes, with the messages that they are; null where the stream is refused. */
function messagesIn(input: Uint8Array): readonly (Message | null)[] | null {
  const frames = new FrameReader(MAX_FRAME_BYTES).push(input);
  return frames === null ? null : frames.map(decodeMessage);
}

const stream = (sent: readonly Message[]): Uint8Array => concat(...sent.map(encodeMessage).map(frameOf));

/** The same bytes in pieces of every length give the same frames; frames give the same bytes. */
function takeFrames(input: Uint8Array): boolean {
  const whole = new FrameReader(MAX_FRAME_BYTES).push(input);
  const reader = new FrameReader(MAX_FRAME_BYTES);
  const pieces: Uint8Array[] = [];
  let refused = false;
  for (let at = 0, length = 1; at < input.length; at += length, length = (length % 7) + 1) {
    const frames = reader.push(input.slice(at, at + length));
    if (frames === null) refused = true;
    else pieces.push(...frames);
  }
  if (refused !== (whole === null)) throw new WronglyTaken("refused or not, as the pieces fall");
  if (whole === null) return false;
  const back = concat(...whole.map(frameOf));
  if (!equalBytes(back, concat(...pieces.map(frameOf)))) throw new WronglyTaken("other frames in pieces");
  if (!equalBytes(back, input.slice(0, back.length))) throw new WronglyTaken("other bytes");
  return true;
}

const peers = { initiator: random(38), responder: random(38) };
const nonces = { initiator: random(32), responder: random(32) };
const SIGNATURE = random(64) as Signature;

const beginning = (side: "initiator" | "responder"): HandshakeState => {
  const other = side === "initiator" ? "responder" : "initiator";
  const ends = { localPeer: peers[side], remotePeer: peers[other], nonce: nonces[side] };
  return createHandshake({ side, ...ends, mesh, meshKey: spaceKey, device: deviceKeys });
};

interface Talk {
  state: HandshakeState;
  readonly sent: Message[];
}

/** Lets one event happen, and what it asks for: signatures are right when they are the one of this file. */
function happen(talk: Talk, event: HandshakeEvent): void {
  const [next, effects] = stepHandshake(talk.state, event);
  talk.state = next;
  for (const effect of effects) {
    if (effect.kind === "send") talk.sent.push(effect.message);
    if (effect.kind === "sign") happen(talk, { kind: "signed", signature: SIGNATURE });
    if (effect.kind === "verify")
      happen(talk, { kind: "verified", valid: equalBytes(effect.signature, SIGNATURE) });
  }
}

/** What an honest initiator sends. */
function initiatorSays(): readonly Message[] {
  const ours: Talk = { state: beginning("initiator"), sent: [] };
  const theirs: Talk = { state: beginning("responder"), sent: [] };
  happen(ours, { kind: "start" });
  happen(theirs, { kind: "start" });
  for (let [a, b] = [0, 0]; a < ours.sent.length || b < theirs.sent.length;) {
    const message = ours.sent[a];
    if (message !== undefined) happen(theirs, { kind: "received", message: ours.sent[a++] ?? message });
    const answer = theirs.sent[b];
    if (answer !== undefined) happen(ours, { kind: "received", message: theirs.sent[b++] ?? answer });
  }
  return ours.sent;
}

const honest = initiatorSays();
const proof = honest.find((message) => message.kind === "proof");

/** A responder that is told these messages: ready only if the proof was among them. */
function takeHandshake(input: Uint8Array): boolean {
  const talk: Talk = { state: beginning("responder"), sent: [] };
  happen(talk, { kind: "start" });
  const heard = messagesIn(input) ?? [];
  for (const message of heard) if (message !== null) happen(talk, { kind: "received", message });
  if (talk.state.phase !== "ready") return false;
  const macs = heard.flatMap((message) => (message?.kind === "proof" ? [message.mac] : []));
  if (!macs.some((mac) => equalBytes(mac, proof?.kind === "proof" ? proof.mac : short)))
    throw new WronglyTaken("ready without a proof");
  return true;
}

function modelOf(...writes: readonly (readonly [typeof log, number])[]): Model {
  const model = new Model();
  for (const [where, count] of writes) model.write(where, count);
  return model;
}

/** What the other side says in whole sessions: fetching, pushing, being refused, presenting. */
function sessions(): readonly Uint8Array[] {
  const rich = (): Model => modelOf([log, 40], [control, 3], [logOf(NETWORK, "Casilda"), 2]);
  const pairs = [
    new Link(
      { model: rich(), judge: friends, once: true },
      { model: modelOf([control, 3]), judge: friends, once: true },
    ),
    new Link(
      { model: modelOf([log, 2]), judge: friends, once: true },
      { model: rich(), judge: friends, once: true },
    ),
    new Link(
      { model: modelOf([control, 3]), judge: friends, once: true, requests: [request(7)] },
      { model: rich(), judge: strangers, once: true },
    ),
  ];
  return pairs.map((link) => {
    link.settle();
    return stream(link.a.log);
  });
}

const MOST_TASKS = 200;

/** A member in the middle of its work hears all of it. Whatever it answers must itself decode. */
function takeSession(input: Uint8Array): boolean {
  const endpoint = new Endpoint({ model: modelOf([log, 5], [control, 3]), judge: friends, once: false });
  const heard = messagesIn(input) ?? [null];
  for (const message of heard) {
    if (message === null) break;
    endpoint.feed({ kind: "received", message });
    for (let done = 0; endpoint.tasks.length > 0 && done < MOST_TASKS; done++) endpoint.work(0);
  }
  endpoint.stop();
  return !heard.includes(null) && endpoint.end !== "malformed";
}

export const SESSION_TARGETS: readonly Target[] = [
  {
    name: "message",
    share: 100,
    seeds: () => messages.map(encodeMessage),
    take: canonical(decodeMessage, encodeMessage),
  },
  {
    name: "frames",
    share: 20,
    seeds: () => [stream(messages.slice(0, 4)), stream(messages)],
    take: takeFrames,
  },
  { name: "handshake", share: 15, seeds: () => [stream(honest)], take: takeHandshake },
  { name: "session", share: 15, seeds: sessions, take: takeSession },
  {
    name: "address",
    share: 8,
    seeds: () =>
      wordsOf(
        "/ip4/192.168.1.7/tcp/4781",
        "/ip6/fe80::1/tcp/4781/ws",
        "/ip4/10.0.0.1/tcp/1/p2p/12D3KooWPjceQrSwdWXPyLLeABRXmuqt69Rg3sBYbU1Nft9HyQ6X",
      ),
    words: wordsOf(
      "/ip4/",
      "/ip6/",
      "/dns4/",
      "/tcp/",
      "/ws",
      "/p2p/",
      "/p2p-circuit",
      "::",
      "65536",
      "-1",
      "%",
      "/unix/",
      "/quic-v1",
    ),
    take: onText((text) => {
      const address = parseAddress(text);
      if (isLocalAddress(text) && address === null) throw new WronglyTaken("local, and no address");
      return address !== null;
    }),
  },
];
