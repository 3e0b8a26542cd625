/**
 * Receipts beside a session (docs/protocol.md, "Receipts"): each side tells which ones it has, the
 * other answers with those that are newer, and later ones are pushed. Only between members, and
 * those for a site's own spaces only within that site.
 */
import type { SiteId } from "../ids.ts";
import { MAX_MARKS, MAX_RECEIPT_BYTES, MAX_RECEIPTS } from "../protocol/limits.ts";
import type { Marks, ReceiptsMessage } from "../protocol/messages.ts";
import { decodeReceipt, encodeReceipt, type Receipt } from "../receipts/receipt.ts";
import type { Receipts } from "../receipts/receipts.ts";
import { registerName } from "../register.ts";
import { parseSpace, type SpaceId } from "../space.ts";

export interface ReceiptExchangeOptions {
  readonly receipts: Receipts;
  readonly send: (message: Marks | ReceiptsMessage) => void;
  /** The peer's site; null while it is no member that we know. */
  readonly peerSite: () => SiteId | null;
}

export interface ReceiptExchange {
  /** The peer may be a member now: asks it, once, and answers what it asked too early. */
  judge(): void;
  /** Takes a message; resolves when its receipts are kept. */
  hear(message: Marks | ReceiptsMessage): Promise<void>;
  /** Whether an answer of the peer is due. Of a stranger none is, also where it was a member when it was asked. */
  awaits(): boolean;
  stop(): void;
}

const BATCH_BYTES = 128 * 1024;

export const createReceiptExchange = (options: ReceiptExchangeOptions): ReceiptExchange =>
  new PeerReceipts(options);

class PeerReceipts implements ReceiptExchange {
  readonly #options: ReceiptExchangeOptions;
  /** Counters that the peer is known to have. */
  readonly #theirs = new Map<string, number>();
  readonly #stopListening: () => void;
  #asked = false;
  #answered = false;
  /** What the peer asked before we knew it as a member. */
  #early: Marks | null = null;

  constructor(options: ReceiptExchangeOptions) {
    this.#options = options;
    this.#stopListening = options.receipts.onChange((receipt) => {
      if (this.#asked && this.#early === null && this.#lacks(receipt)) this.#give([receipt]);
    });
  }

  judge(): void {
    const { receipts, peerSite, send } = this.#options;
    if (this.#asked || peerSite() === null) return;
    this.#asked = true;
    const known = receipts.all().filter(({ space }) => this.#maySee(space));
    const marks = known
      .slice(0, MAX_MARKS)
      .map(({ site, space, says, counter }) => ({ site, space, says, counter }));
    send({ kind: "marks", marks });
    if (this.#early !== null) this.#answer(this.#early);
    this.#early = null;
  }

  async hear(message: Marks | ReceiptsMessage): Promise<void> {
    if (message.kind === "receipts") await this.#take(message);
    else if (this.#options.peerSite() === null) this.#early = message;
    else this.#answer(message);
  }

  awaits(): boolean {
    return this.#asked && !this.#answered && this.#options.peerSite() !== null;
  }

  stop(): void {
    this.#stopListening();
  }

  #maySee(space: SpaceId): boolean {
    const site = this.#options.peerSite();
    const parts = parseSpace(space);
    return site !== null && parts !== null && (parts.site === null || parts.site === site);
  }

  #lacks(receipt: Receipt): boolean {
    return this.#maySee(receipt.space) && receipt.counter > (this.#theirs.get(registerName(receipt)) ?? -1);
  }

  #answer({ marks }: Marks): void {
    for (const mark of marks) this.#theirs.set(registerName(mark), mark.counter);
    this.#give(this.#options.receipts.all().filter((receipt) => this.#lacks(receipt)));
  }

  #give(given: readonly Receipt[]): void {
    const batches = inBatches(given.map(encodeReceipt));
    batches.forEach((batch, at) => {
      this.#options.send({ kind: "receipts", last: at === batches.length - 1, receipts: batch });
    });
    for (const receipt of given) this.#theirs.set(registerName(receipt), receipt.counter);
  }

  async #take({ last, receipts: given }: ReceiptsMessage): Promise<void> {
    for (const bytes of given) {
      const receipt = decodeReceipt(bytes);
      if (receipt === null || !this.#maySee(receipt.space)) continue;
      this.#theirs.set(registerName(receipt), receipt.counter);
      await this.#options.receipts.take(receipt);
    }
    if (last) this.#answered = true;
  }
}

/** At least one batch, an empty one too: it ends the answer. */
function inBatches(encoded: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const batches: Uint8Array[][] = [[]];
  let bytes = 0;
  for (const one of encoded) {
    const full = bytes + one.length > BATCH_BYTES || (batches.at(-1)?.length ?? 0) === MAX_RECEIPTS;
    if (full && bytes > 0) {
      batches.push([]);
      bytes = 0;
    }
    if (one.length <= MAX_RECEIPT_BYTES) batches.at(-1)?.push(one);
    bytes += one.length;
  }
  return batches;
}
