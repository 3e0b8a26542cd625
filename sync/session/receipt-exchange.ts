/**
 * Receipts beside a session (docs/protocol.md, "Receipts"): each side tells which ones it has, the
 * other answers with those that are newer, and later ones are pushed. Only between members, and
 * those for a site's own spaces only within that site.
 */
import type { SiteId } from "../ids.ts";
import { MAX_MARKS, MAX_RECEIPT_BYTES, MAX_RECEIPTS } from "../protocol/limits.ts";
import type { Mark, Marks, ReceiptsMessage } from "../protocol/messages.ts";
import { decodeReceipt, encodeReceipt, type Receipt } from "../receipts/receipt.ts";
import type { Receipts } from "../receipts/receipts.ts";
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
  /** Whether an answer of the peer is due. */
  awaits(): boolean;
  stop(): void;
}

const BATCH_BYTES = 128 * 1024;
const nameOf = ({ site, space }: Pick<Mark, "site" | "space">): string => `${site}/${space}`;

export function createReceiptExchange({ receipts, send, peerSite }: ReceiptExchangeOptions): ReceiptExchange {
  /** Counters that the peer is known to have. */
  const theirs = new Map<string, number>();
  let asked = false;
  let answered = false;
  let early: Marks | null = null;

  const maySee = (space: SpaceId): boolean => {
    const site = peerSite();
    const parts = parseSpace(space);
    return site !== null && parts !== null && (parts.site === null || parts.site === site);
  };

  const lacking = (): readonly Receipt[] =>
    receipts
      .all()
      .filter((receipt) => maySee(receipt.space) && receipt.counter > (theirs.get(nameOf(receipt)) ?? -1));

  const give = (given: readonly Receipt[]): void => {
    const batches = inBatches(given.map(encodeReceipt));
    batches.forEach((batch, at) => {
      send({ kind: "receipts", last: at === batches.length - 1, receipts: batch });
    });
    for (const receipt of given) theirs.set(nameOf(receipt), receipt.counter);
  };

  const answer = ({ marks }: Marks): void => {
    for (const mark of marks) theirs.set(nameOf(mark), mark.counter);
    give(lacking());
  };

  const take = async ({ last, receipts: given }: ReceiptsMessage): Promise<void> => {
    for (const bytes of given) {
      const receipt = decodeReceipt(bytes);
      if (receipt === null || !maySee(receipt.space)) continue;
      theirs.set(nameOf(receipt), receipt.counter);
      await receipts.take(receipt);
    }
    if (last) answered = true;
  };

  const stop = receipts.onChange((receipt) => {
    if (!asked || early !== null || !maySee(receipt.space)) return;
    if (receipt.counter > (theirs.get(nameOf(receipt)) ?? -1)) give([receipt]);
  });

  return {
    judge() {
      if (asked || peerSite() === null) return;
      asked = true;
      const known = receipts.all().filter(({ space }) => maySee(space));
      send({
        kind: "marks",
        marks: known.slice(0, MAX_MARKS).map(({ site, space, counter }) => ({ site, space, counter })),
      });
      if (early !== null) answer(early);
      early = null;
    },
    hear(message) {
      if (message.kind === "receipts") return take(message);
      if (peerSite() === null) early = message;
      else answer(message);
      return Promise.resolve();
    },
    awaits: () => asked && !answered,
    stop,
  };
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
