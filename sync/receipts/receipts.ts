/**
 * The receipts that a store knows, its own hub's among them (docs/protocol.md, "Receipts"). Each is
 * kept under its site and space; a newer one of a hub of that site overwrites it.
 */
import type { DeviceSecrets, Signatures } from "#crypto";
import type { DeviceId, SiteId } from "../ids.ts";
import type { Replica } from "../replica.ts";
import { CONTROL, type SpaceId } from "../space.ts";
import type { Store } from "../store/store.ts";
import { decodeReceipt, encodeReceipt, type Receipt, signReceipt, verifyReceipt } from "./receipt.ts";

export interface ReceiptsOptions {
  readonly store: Store;
  readonly replica: Replica;
  readonly signatures: Signatures;
}

export interface Receipts {
  /** All receipts for one space. */
  of(space: SpaceId): readonly Receipt[];
  all(): readonly Receipt[];
  /** The newest counter for a site and space; -1 for none. */
  counterOf(site: SiteId, space: SpaceId): number;
  /** Keeps a receipt if it is newer, and signed by a hub of the site that it speaks for; tells whether. */
  take(receipt: Receipt): Promise<boolean>;
  /** Signs anew, as `hub`, for the spaces in which what is held has changed. */
  issue(hub: { readonly device: DeviceId; readonly secrets: DeviceSecrets }): Promise<void>;
  /** Calls the listener after each receipt that was kept; returns how to stop that. */
  onChange(listener: (receipt: Receipt) => void): () => void;
}

const PREFIX = "register/receipt/";
const nameOf = ({ site, space }: Pick<Receipt, "site" | "space">): string => `${site}/${space}`;

/** Loads what the store has; values that no longer decode are as if they were not there. */
export async function openReceipts({ store, replica, signatures }: ReceiptsOptions): Promise<Receipts> {
  const known = new Map<string, Receipt>();
  const listeners = new Set<(receipt: Receipt) => void>();
  for (const { value } of await store.list(PREFIX)) {
    const receipt = decodeReceipt(value);
    if (receipt !== null) known.set(nameOf(receipt), receipt);
  }

  const keep = async (receipt: Receipt): Promise<void> => {
    await store.put([{ key: PREFIX + nameOf(receipt), value: encodeReceipt(receipt) }]);
    known.set(nameOf(receipt), receipt);
    for (const listener of listeners) listener(receipt);
  };

  const counterOf = (site: SiteId, space: SpaceId): number =>
    known.get(nameOf({ site, space }))?.counter ?? -1;

  const isNewer = (receipt: Receipt): boolean => {
    const member = replica.membership().devices.get(receipt.hub);
    const isHub = member?.role === "hub" && member.site === receipt.site;
    return isHub && receipt.counter > counterOf(receipt.site, receipt.space);
  };

  return {
    of: (space) => [...known.values()].filter((receipt) => receipt.space === space),
    all: () => [...known.values()],
    counterOf,
    async take(receipt) {
      const key = replica.membership().devices.get(receipt.hub)?.keys.sign;
      if (key === undefined || !isNewer(receipt)) return false;
      if (!(await verifyReceipt({ mesh: replica.mesh, receipt, key, signatures }))) return false;
      // Another session may have brought a newer one while this signature was checked.
      if (!isNewer(receipt)) return false;
      await keep(receipt);
      return true;
    },
    async issue({ device, secrets }) {
      const site = replica.membership().devices.get(device)?.site;
      if (site === undefined) return;
      for (const [space, positions] of positionsBySpace(replica)) {
        const before = known.get(nameOf({ site, space }));
        if (before?.hub === device && JSON.stringify(before.positions) === JSON.stringify(positions))
          continue;
        const body = { site, space, hub: device, counter: counterOf(site, space) + 1, positions };
        await keep(await signReceipt({ mesh: replica.mesh, body, secret: secrets.sign.secret, signatures }));
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function positionsBySpace(replica: Replica): ReadonlyMap<SpaceId, Receipt["positions"]> {
  const bySpace = new Map<SpaceId, { device: DeviceId; seq: number }[]>();
  for (const { log, high } of replica.holdings(({ space }) => space !== CONTROL)) {
    const positions = bySpace.get(log.space);
    if (positions === undefined) bySpace.set(log.space, [{ device: log.device, seq: high }]);
    else positions.push({ device: log.device, seq: high });
  }
  for (const positions of bySpace.values()) positions.sort((a, b) => (a.device < b.device ? -1 : 1));
  return bySpace;
}
