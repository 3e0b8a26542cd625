/**
 * Says for the own house, in its register, that the cards of `network` were compared with its guests (docs/protocol.md,
 * "Receipts"). The word depends on which cards are here and on the hour, and on nothing that was found: it is said
 * before anybody hears of that.
 */
import type { DeviceSecrets } from "#crypto";
import {
  type Clock,
  type DeviceId,
  type Membership,
  NETWORK,
  reaches,
  reachesAll,
  type Receipt,
  type ReceiptPosition,
  type Receipts,
  type Replica,
  type SiteId,
  siteSpace,
} from "#sync";

export interface SayComparedOptions {
  readonly replica: Replica;
  readonly receipts: Receipts;
  readonly device: DeviceId;
  readonly secrets: DeviceSecrets;
  readonly isCopied: () => boolean;
  readonly clock: Clock;
  /** The word could not be written: what was found is told all the same, and the next comparison tries again. */
  readonly onFault: (error: unknown) => void;
}

/** All that a word tells of its time: neither how long a comparison took nor what made it begin. */
export const HOUR_MS = 3_600_000;

/** What a comparison gives its positions to; see {@link ComparerOptions.onCompared}. */
export function createSayCompared(
  options: SayComparedOptions,
): (reached: Receipt["positions"]) => Promise<void> {
  return async (reached) => {
    try {
      await sayCompared(options, reached);
    } catch (error) {
      options.onFault(error);
    }
  };
}

async function sayCompared(
  options: SayComparedOptions,
  positions: readonly ReceiptPosition[],
): Promise<void> {
  const { replica, receipts, device, secrets, clock } = options;
  const membership = replica.membership();
  const site = membership.devices.get(device)?.site;
  if (site === undefined || positions.length === 0 || options.isCopied()) return;
  const at = Math.floor(clock.now() / HOUR_MS);
  const known = receipts.of(NETWORK, "compared").find((receipt) => receipt.site === site);
  if (known !== undefined && !isNews(membership, known, { positions, at })) return;
  if (!hasGuests(options, site)) return;
  await receipts.say({ device, secrets }, { space: NETWORK, says: "compared", at, positions });
}

/**
 * Whoever lacks cards that a colleague has compared says nothing: the house's word would go back. An earlier hour is no
 * news: two devices whose clocks differ would overwrite each other for ever.
 */
function isNews(membership: Membership, known: Receipt, next: Pick<Receipt, "positions" | "at">): boolean {
  if (!reachesAll({ membership, space: NETWORK }, next.positions, known.positions)) return false;
  return next.at > known.at || !reaches(known.positions, next.positions);
}

/** A device that lacks guests whom the house's hub holds has not compared the cards with all of them. */
function hasGuests({ replica, receipts }: SayComparedOptions, site: SiteId): boolean {
  const space = siteSpace("desk", site);
  const here = replica
    .holdings((log) => log.space === space)
    .map(({ log, high }) => ({ device: log.device, seq: high }));
  return receipts
    .of(space, "held")
    .every(({ positions }) => reachesAll({ membership: replica.membership(), space }, here, positions));
}
