/** Referrals that are prepared and not sent, as commands of the fake engine. */
import {
  EngineError,
  type ListItem,
  type RecordId,
  type ReferralDraftCommands,
  type ReferralDraftView,
  type ReferralTo,
} from "../../src/engine/api/index.ts";

interface FakeDraftsOptions {
  readonly now: () => number;
  readonly changed: (id: RecordId) => void;
  readonly guests: () => readonly ListItem[];
  readonly nameOf: (to: ReferralTo) => string | null;
}

export function fakeReferralDrafts({
  now,
  changed,
  guests,
  nameOf,
}: FakeDraftsOptions): ReferralDraftCommands {
  const drafts = new Map<RecordId, ReferralDraftView>();
  return {
    keepReferralDraft: async ({ guest, to, companions = [], ...said }) => {
      const { note = "", unnamed = false, handOver = false, need, urgency } = said;
      const people = guests().filter(({ id }) => id === guest || companions.includes(id));
      if (people.length === 0) throw new EngineError({ code: "no-such-record" });
      const view: ReferralDraftView = {
        ...{ guest, companions, to, need, urgency, note, unnamed, handOver, guests: people },
        ...{ toName: to === null ? null : nameOf(to), changedAt: now() },
      };
      drafts.set(guest, view);
      changed(guest);
      return view;
    },
    referralDrafts: async ({ guest } = {}) =>
      [...drafts.values()].filter((view) => guest === undefined || view.guest === guest),
    dropReferralDraft: async (guest) => {
      drafts.delete(guest);
      changed(guest);
    },
  };
}
