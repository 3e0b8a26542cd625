/**
 * Notices that this profile is a copy: what another device brings of this one's own logs was written
 * elsewhere, by a folder that was copied or put back (docs/protocol.md, "Forks"). From then on nothing is
 * written here as this device, so that its logs do not part further; what is held stays, and can be read.
 */
import type { DeviceId, Replica, Store } from "#sync";
import { EngineError } from "./api.ts";

const COPIED = Uint8Array.of(1);
const keyOf = (device: DeviceId): string => `copied/${device}`;

export interface OwnLogs {
  /** The replica as the house sees it: takes no append of a copy. */
  readonly replica: Replica;
  isCopied(): boolean;
}

export async function watchOwnLogs(
  replica: Replica,
  { store, device }: { readonly store: Store; readonly device: DeviceId },
): Promise<OwnLogs> {
  let copied = (await store.get(keyOf(device))) !== null;
  const notice = async (): Promise<void> => {
    if (copied) return;
    copied = true;
    await store.put([{ key: keyOf(device), value: COPIED }]);
  };
  const watched: Replica = {
    mesh: replica.mesh,
    membership: () => replica.membership(),
    holdings: (filter) => replica.holdings(filter),
    holding: (log) => replica.holding(log),
    offers: () => replica.offers(),
    offer: (log) => replica.offer(log),
    missing: () => replica.missing(),
    stretchWith: (operation) => replica.stretchWith(operation),
    tipsOf: (of) => replica.tipsOf(of),
    copiedDevices: () => replica.copiedDevices(),
    read: (...span) => replica.read(...span),
    seals: (...span) => replica.seals(...span),
    quarantined: () => replica.quarantined(),
    quarantinedEntries: () => replica.quarantinedEntries(),
    onChange: (listener) => replica.onChange(listener),
    async append(runs, puts) {
      if (copied) throw new EngineError({ code: "copied" });
      await replica.append(runs, puts);
    },
    async receive(run) {
      const received = await replica.receive(run);
      const isNews = "count" in received ? received.count > 0 : received.kind === "fork";
      if (run.log.device === device && isNews) await notice();
      return received;
    },
  };
  return { replica: watched, isCopied: () => copied };
}
