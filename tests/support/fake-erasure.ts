/** Erasing in the stand-in: what is gone is gone at once, and the other houses were not heard from. */
import type { ErasureCommands, ErasureView, RecordId } from "#engine";
import type { OperationId, SiteId } from "#sync";

export interface FakeErasable {
  /** Takes a record away; tells the listeners. */
  forget(id: RecordId): void;
}

export function fakeErasure(records: FakeErasable): ErasureCommands {
  const erased = new Map<RecordId, ErasureView>();
  const view = (reason: string): ErasureView => ({
    reason,
    at: "2026-11-21T10:00:00.000Z",
    sites: [
      { site: "a" as SiteId, name: "Casa Jacaranda", ownSite: true, erased: true, lastHeard: null },
      { site: "b" as SiteId, name: "Casa Ceiba", ownSite: false, erased: false, lastHeard: null },
    ],
  });
  return {
    erasePreview: () =>
      Promise.resolve({ records: 5, entries: 9, told: [{ site: "b" as SiteId, name: "Casa Ceiba" }] }),
    erase: ({ id, reason }) => {
      erased.set(id, view(reason));
      records.forget(id);
      return Promise.resolve({ order: "o".repeat(52) as OperationId });
    },
    erasure: (id) => {
      const known = erased.get(id);
      return known === undefined ? Promise.reject(new Error("not-erased")) : Promise.resolve(known);
    },
    erasures: () => Promise.resolve([...erased.values()].reverse()),
  };
}
