/** What the form of a referral holds, and what it asks of the engine: sent, or kept for later. */
import type {
  RecordId,
  ReferralDraftView,
  ReferralDraftWish,
  ReferralTo,
  ReferralWish,
  ToldTo,
} from "#engine";
import type { Need, Urgency } from "#model";

export type WhomKind = "site" | "service";

export interface Asked {
  readonly kind: WhomKind;
  readonly site: ToldTo | "";
  readonly service: RecordId | "";
  readonly need: Need;
  readonly urgency: Urgency;
  readonly note: string;
  readonly unnamed: boolean;
  readonly handOver: boolean;
  /** Who came with the guest, and goes too. */
  readonly companions: readonly RecordId[];
}

export const NOTHING: Asked = {
  ...{ kind: "site", site: "", service: "", need: "shelter", urgency: "72h" },
  ...{ note: "", unnamed: false, handOver: false },
  companions: [],
};

/** The form as somebody left it. */
export function askedIn({ to, ...draft }: ReferralDraftView): Asked {
  const { need, urgency, note, unnamed, handOver, companions } = draft;
  const rest = { need, urgency, note, unnamed, handOver, companions };
  if (to === null) return { ...NOTHING, ...rest };
  return "site" in to
    ? { ...NOTHING, ...rest, kind: "site", site: to.site }
    : { ...NOTHING, ...rest, kind: "service", service: to.service };
}

/** Null while nobody is chosen. */
export function whomIn({ kind, site, service }: Asked): ReferralTo | null {
  if (kind === "service") return service === "" ? null : { service };
  return site === "" ? null : { site: site as Extract<ReferralTo, { site: unknown }>["site"] };
}

/** What only one of the two is asked. */
const ofKind = ({ kind, unnamed, handOver }: Asked) => (kind === "service" ? { unnamed } : { handOver });

const noteOf = ({ note }: Asked) => (note.trim() === "" ? {} : { note });

/** What is sent; null while nobody is chosen. */
export function referralWish(guest: RecordId, asked: Asked): ReferralWish | null {
  const to = whomIn(asked);
  const { need, urgency, companions } = asked;
  return to === null
    ? null
    : { guests: [guest, ...companions], to, need, urgency, ...noteOf(asked), ...ofKind(asked) };
}

/** What is kept without sending it. */
export function draftWish(guest: RecordId, asked: Asked): ReferralDraftWish {
  const { need, urgency, companions } = asked;
  return { guest, companions, to: whomIn(asked), need, urgency, ...noteOf(asked), ...ofKind(asked) };
}
