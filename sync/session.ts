/**
 * The driver: carries one session over one channel, from the handshake to the end (docs/protocol.md,
 * "Session"). Takes the effects of the pure protocol to the replica, the channel and the clock, and
 * brings their answers back. Whatever a peer does is an end with a reason, never an exception; what
 * our own store throws is thrown on.
 *
 * 1. Runs are stored one after another, and acknowledged when the replica says that they are on the disk.
 * 2. After an end nothing more is sent; what was being stored is waited for.
 */
import { ChannelFault } from "./channel.ts";
import type { DeviceId, SiteId } from "./ids.ts";
import { deviceIdOf, encodeRequest } from "./membership/join-request.ts";
import { answerSeek } from "./lifeline.ts";
import { decodeMessage } from "./protocol/message-codec.ts";
import type { Message } from "./protocol/messages.ts";
import { isIdle } from "./protocol/round.ts";
import {
  createState,
  type Effect,
  type EndReason,
  type Event,
  type Judgement,
  sharedSpaces,
  type State,
} from "./protocol/state.ts";
import { step } from "./protocol/step.ts";
import { judge } from "./session/judge.ts";
import { createReceiptExchange, type ReceiptExchange } from "./session/receipt-exchange.ts";
import { takeRequests } from "./session/requests.ts";
import type { SessionEnd, SessionPeer, SessionReport } from "./session/report.ts";
import { endedLogs, readCited, readRun, storeRun } from "./session/runs.ts";
import type { SessionInit } from "./session/session-init.ts";
import { type Handshaken, shakeHands } from "./session/shake-hands.ts";
import { BEAT_MS, createWatchdog, type Watchdog } from "./session/watchdog.ts";
import { Wire } from "./session/wire.ts";

export type { SessionProgress, SessionReport } from "./session/report.ts";
export type { SessionInit } from "./session/session-init.ts";

/**
 * Runs one session and closes the channel. Resolves for whatever the peer or the network did; rejects
 * only with what the replica's store or `onRequest` threw.
 */
export async function runSession(init: SessionInit): Promise<SessionReport> {
  const session = new Session(init);
  return session.run();
}

const NOBODY: SessionPeer = { device: null, site: null };

class Session {
  readonly #init: SessionInit;
  readonly #wire: Wire;
  readonly #watchdog: Watchdog;
  readonly #stopping = new AbortController();
  readonly #ended: Promise<void>;
  readonly #tasks = new Set<Promise<void>>();
  readonly #exchange: ReceiptExchange | null;
  #storing: Promise<void> = Promise.resolve();
  #announceEnd: () => void = () => undefined;
  #end: SessionEnd | null = null;
  #completing = false;
  #failure: { readonly cause: unknown } | null = null;
  #peer: SessionPeer = NOBODY;
  #state: State | null = null;
  #sentSinceBeat = false;

  constructor(init: SessionInit) {
    this.#init = init;
    this.#ended = new Promise((resolve) => {
      this.#announceEnd = resolve;
    });
    this.#wire = new Wire(init.channel, (fault) => {
      this.#finish(endOf(fault));
    });
    this.#exchange =
      init.receipts === undefined
        ? null
        : createReceiptExchange({
            receipts: init.receipts,
            send: (message) => {
              if (this.#end === null) this.#send(message);
            },
            peerSite: () => this.#memberSite(),
          });
    this.#watchdog = createWatchdog({
      clock: init.clock,
      signal: this.#stopping.signal,
      beatMs: init.beatMs ?? BEAT_MS,
      isIdle: () => this.#isIdle(),
      onBeat: () => {
        this.#beat();
      },
      onTimeout: () => {
        this.#finish("timeout");
      },
    });
  }

  async run(): Promise<SessionReport> {
    const startedAt = this.#init.clock.now();
    const abort = (): void => {
      this.#finish("aborted");
    };
    this.#init.signal?.addEventListener("abort", abort, { once: true });
    if (this.#init.signal?.aborted === true) abort();
    const conversation = this.#converse();
    await this.#ended;
    await this.#close();
    this.#init.signal?.removeEventListener("abort", abort);
    // The channel is closed, so whatever the conversation waited for comes to an end.
    await Promise.all([conversation, this.#storing, ...this.#tasks]);
    if (this.#failure !== null) throw this.#failure.cause;
    return this.#report(Math.max(0, this.#init.clock.now() - startedAt));
  }

  async #close(): Promise<void> {
    // A peer that stopped listening must not keep us: the watch runs until everything is out.
    if (this.#end === "complete") await this.#wire.flushed();
    this.#stopping.abort(new Error("the session is over"));
    this.#wire.close();
  }

  /** The first end counts. */
  #finish(end: SessionEnd): void {
    if (this.#end !== null) {
      // Still flushing, and the link is no good: close it.
      this.#wire.close();
      return;
    }
    this.#end = this.#completing ? "complete" : end;
    this.#announceEnd();
  }

  #fail(cause: unknown): void {
    this.#failure ??= { cause };
    this.#finish("aborted");
  }

  async #converse(): Promise<void> {
    try {
      const { identity, channel, replica } = this.#init;
      const handshaken = await shakeHands({
        ...this.#init,
        channel,
        mesh: replica.mesh,
        secrets: identity?.secrets ?? null,
        send: (message) => {
          this.#send(message);
        },
        receive: () => this.#nextFrame(),
        lifelineFor: (seek) =>
          answerSeek(seek, { ...this.#init, membership: replica.membership(), ends: channel }),
      });
      if (this.#begin(handshaken)) await this.#readMessages();
    } catch (fault) {
      if (fault instanceof ChannelFault || this.#end !== null) this.#finish(endOf(fault));
      else this.#fail(fault);
    }
  }

  /** The next frame; null when the peer closed or the session is over. Throws a ChannelFault. */
  async #nextFrame(): Promise<Uint8Array | null> {
    if (this.#isOver()) return null;
    const frame = await this.#wire.next(this.#ended);
    if (frame === null || this.#isOver()) return null;
    this.#watchdog.heard();
    return frame;
  }

  #isOver(): boolean {
    return this.#end !== null;
  }

  #begin(handshaken: Handshaken): boolean {
    if (handshaken.kind !== "ready") {
      this.#finish(handshaken.kind === "answered" ? "complete" : handshaken.kind);
      return false;
    }
    const { replica, live, requests, onNamed } = this.#init;
    const { peer } = handshaken;
    this.#peer = this.#placed(peer === null ? null : deviceIdOf(peer));
    onNamed?.(this.#peer);
    this.#watchdog.progressed();
    const judgement = this.#judge();
    this.#state = createState({ once: live !== true, judgement, holdings: replica.offers() });
    const stopListening = replica.onChange(({ logs, membership }) => {
      if (membership) {
        this.#exchange?.judge();
        this.#feed({ kind: "judged", judgement: this.#judge() });
      }
      const changed = membership ? [...logs, ...endedLogs(replica, this.#state)] : logs;
      this.#feed({ kind: "changed", logs: changed.map((log) => ({ log, holding: replica.offer(log) })) });
    });
    void this.#ended.then(() => {
      stopListening();
      this.#exchange?.stop();
    });
    this.#exchange?.judge();
    this.#feed({ kind: "start", requests: (requests ?? []).map(encodeRequest) });
    return true;
  }

  /** Its site may become known only in the course of the session. */
  #placed(device: DeviceId | null): SessionPeer {
    if (device === null) return NOBODY;
    return { device, site: this.#init.replica.membership().devices.get(device)?.site ?? null };
  }

  /** The peer's site, when both it and we are members. */
  #memberSite(): SiteId | null {
    return this.#judge().stranger ? null : this.#placed(this.#peer.device).site;
  }

  #judge(): Judgement {
    const own = this.#init.identity?.device ?? null;
    const now = this.#init.clock.now();
    return judge(this.#init.replica.membership(), { own, peer: this.#peer.device, now });
  }

  async #readMessages(): Promise<void> {
    for (let frame = await this.#nextFrame(); frame !== null; frame = await this.#nextFrame()) {
      const message = decodeMessage(frame);
      if (message === null) {
        this.#finish("malformed");
        return;
      }
      await this.#hear(message);
    }
    // Over by our own decision: what is on its way out still goes.
    if (!this.#isOver()) this.#finish(this.#state?.stage.kind === "live" ? "complete" : "cut");
  }

  async #hear(message: Message): Promise<void> {
    if (message.kind !== "alive") this.#watchdog.progressed();
    if (message.kind === "marks" || message.kind === "receipts") await this.#exchange?.hear(message);
    else this.#feed({ kind: "received", message });
    if (this.#completing && this.#exchange?.awaits() !== true) this.#finish("complete");
  }

  #feed(event: Event): void {
    if (this.#state === null || this.#end !== null) return;
    const before = this.#state.progress;
    const [next, effects] = step(this.#state, event);
    this.#state = next;
    for (const effect of effects) this.#carryOut(effect);
    if (next.progress !== before) this.#init.onProgress?.(next.progress);
  }

  #carryOut(effect: Effect): void {
    switch (effect.kind) {
      case "send":
        this.#send(effect.message);
        return;
      case "read":
      case "cite":
      case "present":
        this.#run(this.#answer(effect));
        return;
      case "store":
        this.#storing = this.#storing.then(() => this.#guard(this.#store(effect)));
        return;
      case "look":
        this.#storing = this.#storing.then(() => {
          this.#feed({ kind: "missing", operations: this.#init.replica.missing() });
        });
        return;
      case "end":
        this.#endWith(effect.reason);
        return;
    }
  }

  #endWith(reason: EndReason): void {
    // All entries are over; the peer's answer about receipts may still be on its way.
    if (reason === "complete" && this.#exchange?.awaits() === true) this.#completing = true;
    else this.#finish(reason);
  }

  #send(message: Message): void {
    this.#sentSinceBeat = true;
    this.#wire.send(message);
  }

  #run(task: Promise<void>): void {
    const guarded = this.#guard(task);
    this.#tasks.add(guarded);
    void guarded.then(() => this.#tasks.delete(guarded));
  }

  async #guard(task: Promise<void>): Promise<void> {
    try {
      await task;
    } catch (fault) {
      this.#fail(fault);
    }
  }

  /** What needs no turn: reading, and the peer's requests. */
  async #answer(effect: Extract<Effect, { readonly kind: "read" | "cite" | "present" }>): Promise<void> {
    const { replica } = this.#init;
    if (effect.kind === "present") return this.#present(effect.requests);
    if (effect.kind === "cite") {
      this.#feed({ kind: "cited", runs: await readCited(replica, effect.operations) });
      return;
    }
    this.#feed({ kind: "read", transfer: effect.transfer, run: await readRun(replica, effect) });
  }

  async #store(effect: Extract<Effect, { readonly kind: "store" }>): Promise<void> {
    const stored = await storeRun(this.#init.replica, effect, effect.bytes);
    if (stored === null) {
      this.#finish("malformed");
      return;
    }
    this.#watchdog.progressed();
    this.#feed({ kind: "stored", transfer: effect.transfer, ...stored });
  }

  async #present(requests: readonly Uint8Array[]): Promise<void> {
    const accepted = await takeRequests(requests, this.#init.onRequest);
    if (accepted === null) this.#finish("malformed");
    else this.#feed({ kind: "presented", accepted });
  }

  #isIdle(): boolean {
    const state = this.#state;
    return state?.stage.kind === "live" && isIdle(state, "data") && state.staged.size === 0;
  }

  #beat(): void {
    if (!this.#sentSinceBeat && this.#state !== null && this.#end === null) this.#send({ kind: "alive" });
    this.#sentSinceBeat = false;
    // A peer that keeps no receipts never answers about them.
    if (this.#completing) this.#finish("complete");
  }

  #report(ms: number): SessionReport {
    const progress = this.#state?.progress;
    return {
      end: this.#end ?? "cut",
      peer: this.#placed(this.#peer.device),
      entriesIn: progress?.entriesIn ?? 0,
      entriesOut: progress?.entriesOut ?? 0,
      ...this.#wire.counts(),
      ms,
      spaces: this.#state === null ? 0 : sharedSpaces(this.#state),
      presented: this.#state?.presented ?? 0,
    };
  }
}

const endOf = (fault: unknown): SessionEnd =>
  fault instanceof ChannelFault && fault.code === "malformed" ? "malformed" : "cut";
