/**
 * When this profile last heard of each device and each site, by this device's clock: a session with
 * the device or one of the site's devices, or a newer receipt of the site's hub. Kept in the profile;
 * says nothing of what was heard.
 */
import { type DeviceId, Reader, type SiteId, type Store, Writer } from "#sync";
import type { UnixMillis } from "../api/index.ts";

type Source = SiteId | DeviceId;

export interface Heard {
  of(source: Source): UnixMillis | null;
  note(source: Source, at: UnixMillis): Promise<void>;
}

const PREFIX = "heard/";

export async function openHeard(store: Store): Promise<Heard> {
  const known = new Map<string, UnixMillis>();
  for (const { key, value } of await store.list(PREFIX)) {
    const at = new Reader(value).varint();
    if (at > 0) known.set(key.slice(PREFIX.length), at);
  }
  return {
    of: (source) => known.get(source) ?? null,
    async note(source, at) {
      if (at <= (known.get(source) ?? 0)) return;
      known.set(source, at);
      await store.put([{ key: PREFIX + source, value: new Writer().varint(Math.floor(at)).finish() }]);
    },
  };
}
