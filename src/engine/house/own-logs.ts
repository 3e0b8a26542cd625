/**
 * Notices that this profile is a copy: what another device brings of this one's own logs was written
 * elsewhere, by a folder that was copied or put back (docs/protocol.md, "Forks"). From then on nothing is
 * written here as this device, so that its logs do not part further; what is held stays, and can be read.
 */
import { CONTROL, type DeviceId, type Replica, type Store, withMethods } from "#sync";
import { EngineError } from "../api/index.ts";

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
  const watched = withMethods<Replica>(replica, {
    async append(runs, puts) {
      if (copied) throw new EngineError({ code: "copied" });
      const isData = runs.some(({ log }) => log.space !== CONTROL);
      if (isData && replica.isFull(device)) throw new EngineError({ code: "house-limit" });
      await replica.append(runs, puts);
    },
    async receive(run) {
      const received = await replica.receive(run);
      const isNews = "count" in received ? received.count > 0 : received.kind === "fork";
      if (run.log.device === device && isNews) await notice();
      return received;
    },
  });
  return { replica: watched, isCopied: () => copied };
}
