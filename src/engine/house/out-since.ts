/**
 * When this profile first learned that a device is out, by this device's clock: operations carry no
 * time of their own. Kept in the profile, beside what is in quarantine since then.
 */
import { type DeviceId, Reader, type Store, Writer } from "#sync";
import type { UnixMillis } from "../api/index.ts";

export interface OutSince {
  of(device: DeviceId): UnixMillis | null;
  /** Keeps the time for those of whom it has none yet. */
  note(devices: Iterable<DeviceId>, at: UnixMillis): Promise<void>;
}

const PREFIX = "out/";

export async function openOutSince(store: Store): Promise<OutSince> {
  const known = new Map<string, UnixMillis>();
  for (const { key, value } of await store.list(PREFIX)) {
    const at = new Reader(value).varint();
    if (at > 0) known.set(key.slice(PREFIX.length), at);
  }
  return {
    of: (device) => known.get(device) ?? null,
    async note(devices, at) {
      const fresh = [...devices].filter((device) => !known.has(device));
      if (fresh.length === 0) return;
      for (const device of fresh) known.set(device, at);
      const value = new Writer().varint(Math.floor(at)).finish();
      await store.put(fresh.map((device) => ({ key: PREFIX + device, value })));
    },
  };
}
