/**
 * When this profile last heard of each site, by this device's clock: a session with one of its
 * devices, or a newer receipt of its hub. Kept in the profile; says nothing of what was heard.
 */
import { Reader, Writer, type SiteId, type Store } from "#sync";
import type { UnixMillis } from "./api.ts";

export interface Heard {
  of(site: SiteId): UnixMillis | null;
  note(site: SiteId, at: UnixMillis): Promise<void>;
}

const PREFIX = "heard/";

export async function openHeard(store: Store): Promise<Heard> {
  const known = new Map<SiteId, UnixMillis>();
  for (const { key, value } of await store.list(PREFIX)) {
    const at = new Reader(value).varint();
    if (at > 0) known.set(key.slice(PREFIX.length) as SiteId, at);
  }
  return {
    of: (site) => known.get(site) ?? null,
    async note(site, at) {
      if (at <= (known.get(site) ?? 0)) return;
      known.set(site, at);
      await store.put([{ key: PREFIX + site, value: new Writer().varint(Math.floor(at)).finish() }]);
    },
  };
}
