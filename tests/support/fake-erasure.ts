/**
 * What a person may ask of the house, in the stand-in: their copy; and erasing, where what is gone is gone at once, and the
 * other houses were not heard from.
 */
import type { CopyCommands, EngineEvent, ErasureCommands, ErasureView, RecordId, RecordView } from "#engine";
import type { OperationId, SiteId } from "#sync";
import { type FakeReviews, fakeReviews } from "./fake-reviews.ts";

export interface FakeErasable {
  raise(event: EngineEvent): void;
  show(id: RecordId): Promise<RecordView>;
  /** Takes a record away; tells the listeners. */
  forget(id: RecordId): void;
}

export type FakeErasure = ErasureCommands & CopyCommands & FakeReviews;

export function fakeErasure(records: FakeErasable): FakeErasure {
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
    ...fakeReviews(records),
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
    personCopy: async (guest) => {
      const { id, kind, fields, createdAt, changedAt } = await records.show(guest);
      const own = { id, kind, fields, createdAt, changedAt, toldTo: null };
      const told = { site: "b" as SiteId, name: "Casa Ceiba", countries: ["HN"] };
      const answer = { ...own, kind: "answer" as const, fields: { on: "2026-11-20" } as never, toldTo: told };
      return { siteName: "Casa Jacaranda", at: Date.UTC(2026, 10, 21, 16), records: [own, answer] };
    },
    erasures: () => Promise.resolve([...erased.values()].reverse()),
  };
}
