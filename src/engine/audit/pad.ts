/**
 * The pad on which a device notes what is done with it, and the page that it becomes: one entry for many acts, so that
 * an opening costs neither an entry nor a wait for the disk. What is noted is written half a minute later at the latest,
 * before anything is taken out, and when the vault is locked.
 */
import type { RandomBytes, Signatures, DeviceSecrets } from "#crypto";
import type { AuditAct } from "#model";
import {
  appendEntries,
  type Clock,
  type DeviceId,
  type Keyring,
  type LogRef,
  type OperationWriter,
  type Replica,
  siteSpace,
} from "#sync";
import { EngineError } from "../api/index.ts";
import { createMutex } from "../mutex.ts";
import { encodePage, MOST_ACTS } from "./page.ts";

/** At most so much is lost where somebody ends the program by force. */
export const PAGE_AFTER_MS = 30_000;
/** What forms ask by themselves says little: it waits for something else, for so long. */
const FORMS_AFTER_MS = 600_000;
/** Without a key to write with, as until a coordinator has made the next one, so many are kept. */
const MOST_KEPT = 4096;
/** Looking at a record again within this time is the same opening. */
const SAME_OPENING_MS = 1_800_000;

export interface PadOptions {
  readonly replica: Replica;
  readonly keyring: () => Keyring;
  readonly operations: OperationWriter;
  readonly device: DeviceId;
  readonly secrets: DeviceSecrets;
  readonly random: RandomBytes;
  readonly signatures: Signatures;
  readonly clock: Clock;
  readonly onFault: (error: unknown) => void;
}

/** An act without its time, which the pad knows. */
export type Deed = { [Did in AuditAct["did"]]: Omit<Extract<AuditAct, { did: Did }>, "at"> }[AuditAct["did"]];

export class AuditPad {
  readonly #options: PadOptions;
  readonly #inTurn = createMutex();
  #acts: AuditAct[] = [];
  readonly #opened = new Map<string, number>();
  #alarmClock: { readonly at: number; readonly abort: AbortController } | null = null;

  constructor(options: PadOptions) {
    this.#options = options;
  }

  /** Notes what was done; never throws and never waits. */
  note(deed: Deed): void {
    const at = this.#options.clock.now();
    if (deed.did === "open" && this.#isSameOpening(deed.record, at)) return;
    if (!this.#joins(deed)) this.#acts.push({ ...deed, at });
    if (this.#acts.length > MOST_KEPT) this.#acts.splice(0, this.#acts.length - MOST_KEPT);
    if (this.#acts.length % MOST_ACTS === 0) this.#writeSoon(0);
    else this.#writeSoon(deed.did === "search" && deed.question === "form" ? FORMS_AFTER_MS : PAGE_AFTER_MS);
  }

  /** Writes what is noted; resolves when it is on the disk. Rejects when the disk refuses. */
  write(): Promise<void> {
    return this.#inTurn(() => this.#append());
  }

  /** Writes what is noted, and nothing after. */
  async stop(): Promise<void> {
    this.#alarmClock?.abort.abort();
    this.#alarmClock = null;
    await this.write();
  }

  #isSameOpening(record: string, at: number): boolean {
    const before = this.#opened.get(record);
    if (before !== undefined && Math.abs(at - before) < SAME_OPENING_MS) return true;
    this.#opened.set(record, at);
    return false;
  }

  /** The same question again is one act. */
  #joins(deed: Deed): boolean {
    if (deed.did !== "search") return false;
    const place = this.#acts.findIndex((act) => act.did === "search" && act.question === deed.question);
    const known = this.#acts[place];
    if (known?.did !== "search") return false;
    this.#acts[place] = {
      ...known,
      times: known.times + deed.times,
      found: known.found + deed.found,
    };
    return true;
  }

  #writeSoon(ms: number): void {
    const { clock, onFault } = this.#options;
    const at = clock.now() + ms;
    if (this.#alarmClock !== null && this.#alarmClock.at <= at) return;
    this.#alarmClock?.abort.abort();
    const mine = { at, abort: new AbortController() };
    this.#alarmClock = mine;
    const ring = async (): Promise<void> => {
      // aborted: another one rings in its place
      const rang = await clock.sleep(ms, mine.abort.signal).then(
        () => true,
        () => false,
      );
      if (!rang) return;
      if (this.#alarmClock === mine) this.#alarmClock = null;
      await this.write();
    };
    ring().catch(onFault);
  }

  async #append(): Promise<void> {
    const { replica, device, secrets: author, random, signatures, operations, keyring } = this.#options;
    const member = replica.membership().devices.get(device);
    if (member === undefined || this.#acts.length === 0) return;
    const space = siteSpace("audit", member.site);
    const key = keyring().writeKey(space);
    // until a coordinator has made the next key, what is noted waits
    if (key === null) return;
    const acts = this.#acts;
    this.#acts = [];
    try {
      const log: LogRef = { space, device };
      const held = replica.holding(log);
      const head = held === null ? null : { seq: held.high, id: held.head };
      const heads = await operations.citableHeads();
      const plaintexts = pagesOf(acts).map(encodePage);
      const { mesh } = replica;
      const whose = { mesh, log, head, heads, author };
      await replica.append([await appendEntries({ ...whose, plaintexts, key, random, signatures })]);
    } catch (error) {
      this.#acts = [...acts, ...this.#acts];
      if (!isClosedToWriting(error)) throw error;
    }
  }
}

/**
 * What such a device holds may be read and taken out all the same, or it would be lost: a copy of another device's
 * folder writes nothing as that device, and a house at its limit nothing more.
 */
const isClosedToWriting = (error: unknown): boolean =>
  error instanceof EngineError && (error.fault.code === "copied" || error.fault.code === "house-limit");

function pagesOf(acts: readonly AuditAct[]): (readonly AuditAct[])[] {
  const pages: (readonly AuditAct[])[] = [];
  for (let at = 0; at < acts.length; at += MOST_ACTS) pages.push(acts.slice(at, at + MOST_ACTS));
  return pages;
}
