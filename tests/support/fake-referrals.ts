/**
 * Referrals of the fake engine: the states of the model, and another house that a test speaks for; and to institutions,
 * with their slips.
 */
import {
  EngineError,
  type Fault,
  type FollowView,
  type ListItem,
  type RecordId,
  type ReferralCommands,
  type ReferralDraftCommands,
  type ReferralOutcome,
  type ReferralView,
  type ServiceView,
  type SlipView,
  type ToldTo,
} from "../../src/engine/api/index.ts";
import {
  answersDiffer,
  drawSlipCode,
  dueOf,
  followedBy,
  type FollowWord,
  givesAway,
  type Heard,
  isOwnStep,
  type Late,
  type Need,
  type PersonFields,
  possibleFollow,
  possibleSteps,
  readSlipCode,
  type ReferralSide,
  referralState,
  type ReferralStep,
  type SaidFollow,
  type SaidStep,
  seenNow,
  SLIP_CODE_BYTES,
  slipCodeText,
  slipToldOf,
  standingFollow,
  stepReferral,
  summaryOf,
  type Urgency,
} from "#model";

type SiteId = NonNullable<ReferralView["other"]>;

interface Step extends SaidStep {
  readonly reason: string | null;
  readonly at: string;
  readonly heard: Heard | null;
  readonly typedBy: string | null;
}

interface Asked {
  readonly id: RecordId;
  readonly side: ReferralSide;
  readonly other: SiteId | null;
  /** Of an institution: its service, and the code of the slip. */
  readonly service: ServiceView | null;
  readonly slipCode: string;
  readonly unnamed: boolean;
  readonly need: Need;
  readonly urgency: Urgency;
  readonly note: string | null;
  readonly guests: readonly ListItem[];
  readonly people: readonly PersonFields[];
  readonly sentAt: string;
  readonly handOver: boolean;
  steps: readonly Step[];
  words: readonly (SaidFollow & { readonly at: string })[];
}

export interface FakeReferralsOptions {
  readonly now: () => number;
  readonly check: () => void;
  readonly changed: (id: RecordId) => void;
  readonly newId: () => RecordId;
  readonly guests: () => readonly ListItem[];
  readonly nameOf: (site: SiteId) => string | null;
  readonly agrees: (guest: RecordId, to: ToldTo) => Promise<boolean>;
}

const refuse = (fault: Fault): never => {
  throw new EngineError(fault);
};
const RANKS: Readonly<Record<Late, number>> = { unsure: 0, yes: 1, no: 2 };

export class FakeReferrals implements Omit<ReferralCommands, keyof ReferralDraftCommands> {
  readonly options: FakeReferralsOptions;
  private readonly asked = new Map<RecordId, Asked>();
  /** What the directory has. */
  services: () => readonly ServiceView[] = () => [];

  constructor(options: FakeReferralsOptions) {
    this.options = options;
  }

  /** For tests: what another house asks. */
  ask(from: SiteId, people: readonly PersonFields[], hoursAgo = 1, handOver = false): RecordId {
    const id = this.options.newId();
    const sentAt = new Date(this.options.now() - hoursAgo * 3_600_000).toISOString();
    const asked = {
      need: "shelter",
      urgency: "24h",
      note: null,
      guests: [],
      people,
      sentAt,
      steps: [],
    } as const;
    const untold = { service: null, slipCode: "", unnamed: false, handOver, words: [] };
    this.asked.set(id, { id, side: "receiver", other: from, ...untold, ...asked });
    this.options.changed(id);
    return id;
  }

  /** For tests: what the other house says. */
  answer(id: RecordId, step: ReferralStep): void {
    const asked = this.found(id);
    this.say(asked, asked.side === "sender" ? "receiver" : "sender", { step });
  }

  private found(id: RecordId): Asked {
    this.options.check();
    return this.asked.get(id) ?? refuse({ code: "no-such-record" });
  }

  private say(
    asked: Asked,
    side: ReferralSide,
    said: { step: ReferralStep; reason?: string; heard?: Heard },
  ): void {
    const { step, reason = null, heard = null } = said;
    const seen = seenNow(asked.steps);
    const at = new Date(this.options.now()).toISOString();
    const typedBy = heard === null ? null : "Ana";
    const made = { id: this.options.newId(), side, step, reason, seen, at, heard, typedBy };
    asked.steps = [...asked.steps, made];
    this.options.changed(asked.id);
  }

  private followOf({ handOver, words, steps, side, other }: Asked): FollowView | null {
    if (!handOver || other === null) return null;
    const facts = { asked: true, words, steps };
    const by = followedBy(facts);
    const [last] = standingFollow(words);
    const site = by === side ? ("own" as SiteId) : other;
    return {
      ...{ by, site, siteName: by === side ? "Casa Tapachula" : this.options.nameOf(other) },
      since: by === "receiver" ? (last?.at ?? null) : null,
      answered: last?.says ?? null,
      possible: possibleFollow(facts, side),
    };
  }

  private sayFollow(asked: Asked, side: ReferralSide, says: FollowWord): void {
    const seen = standingFollow(asked.words).map(({ id }) => id);
    const at = new Date(this.options.now()).toISOString();
    asked.words = [...asked.words, { id: this.options.newId(), side, says, seen, at }];
    this.options.changed(asked.id);
  }

  /** For tests: what the other house says of who follows. */
  followElsewhere(id: RecordId, says: FollowWord): void {
    const asked = this.found(id);
    this.sayFollow(asked, asked.side === "sender" ? "receiver" : "sender", says);
  }

  async follow({
    id,
    says,
  }: Parameters<ReferralCommands["follow"]>[0]): ReturnType<ReferralCommands["follow"]> {
    const asked = this.found(id);
    const allowed = this.followOf(asked)?.possible ?? [];
    if (!allowed.includes(says)) refuse({ code: "follow-not-now", allowed });
    this.sayFollow(asked, asked.side, says);
    return this.followOf(asked) ?? refuse({ code: "follow-not-now", allowed: [] });
  }

  async followers(): ReturnType<ReferralCommands["followers"]> {
    this.options.check();
    return [...this.asked.values()].flatMap((asked) => {
      const view = asked.side === "sender" ? this.followOf(asked) : null;
      if (view?.by !== "receiver") return [];
      const { site, siteName, since } = view;
      return asked.guests.map((guest) => ({
        ...{ guest: guest.id, referral: asked.id, site, siteName, since },
      }));
    });
  }

  private view(whole: Asked): ReferralView {
    const {
      steps,
      people,
      side,
      other,
      service,
      slipCode,
      unnamed,
      handOver: _,
      words: __,
      ...asked
    } = whole;
    const state = referralState(steps);
    const facts = { state, urgency: asked.urgency, sentAt: asked.sentAt, stepsAt: steps.map(({ at }) => at) };
    const due = dueOf(facts, this.options.now());
    const mayKnow = !["sent", "received", "declined", "cancelled"].includes(state) && service === null;
    const { need } = asked;
    const onSlip = people.flatMap((person) => Object.keys(slipToldOf(person, { need, unnamed })));
    return {
      ...asked,
      ...summaryOf(people, 2026),
      ...{ side, other, state, steps, late: due.late, service: service?.id ?? null },
      code: service === null ? asked.id.slice(-4) : slipCodeText(slipCode),
      otherName: other === null ? (service?.name ?? null) : this.options.nameOf(other),
      due: due.at === null ? null : new Date(due.at).toISOString(),
      possible: possibleSteps(state, side),
      answers: service === null ? [] : possibleSteps(state, "receiver", "typed"),
      follow: this.followOf(whole),
      differ: service !== null && answersDiffer(steps),
      who: mayKnow ? people : [],
      told: service === null ? (mayKnow ? ["name", "age"] : []) : [...new Set(onSlip)],
      unasked: false,
      closed: side === "sender" ? this.closed : null,
      changedAt: null,
    };
  }

  private outcome(asked: Asked): ReferralOutcome {
    const { id, state, due } = this.view(asked);
    return { id, state, due };
  }

  async refer(wish: Parameters<ReferralCommands["refer"]>[0]): ReturnType<ReferralCommands["refer"]> {
    this.options.check();
    const { need, urgency, note = null, to, unnamed = false, handOver = false } = wish;
    const target: ToldTo = "site" in to ? to.site : to.service;
    const guests = this.options.guests().filter(({ id }) => wish.guests.includes(id));
    const agreed = await Promise.all(guests.map(({ id }) => this.options.agrees(id, target)));
    if (agreed.length === 0 || agreed.includes(false)) refuse({ code: "needs-consent" });
    const people = guests.map(({ fields }) => fields as PersonFields);
    if (note !== null && givesAway(note, people)) refuse({ code: "gives-away" });
    const asked: Asked = {
      id: this.options.newId(),
      side: "sender",
      other: "site" in to ? to.site : null,
      service: this.services().find(({ id }) => id === target) ?? null,
      slipCode: drawSlipCode(new Uint8Array(SLIP_CODE_BYTES).fill(this.asked.size + 1)),
      ...{ need, urgency, note, guests, people, unnamed, handOver, words: [] },
      sentAt: new Date(this.options.now()).toISOString(),
      steps: [],
    };
    this.asked.set(asked.id, asked);
    this.options.changed(asked.id);
    return this.outcome(asked);
  }

  /** For tests: why an agreement keeps the names here. */
  closed: ReferralView["closed"] = null;

  /** For tests: who came in one group. */
  readonly together = new Set<RecordId>();

  async companions(guest: RecordId): Promise<readonly ListItem[]> {
    return this.together.has(guest)
      ? this.options.guests().filter(({ id }) => id !== guest && this.together.has(id))
      : [];
  }

  async referStep({
    id,
    step,
    reason,
    heard,
  }: Parameters<ReferralCommands["referStep"]>[0]): ReturnType<ReferralCommands["referStep"]> {
    const asked = this.found(id);
    const answers = asked.service === null ? "signed" : "typed";
    const side = answers === "typed" && !isOwnStep(step) ? "receiver" : asked.side;
    if (side !== asked.side && heard === undefined) refuse({ code: "needs-heard" });
    const stepped = stepReferral(referralState(asked.steps), { side, step, answers });
    if (stepped.kind === "refused") refuse({ code: "step-not-now", possible: stepped.possible });
    if (step === "decline" && reason === undefined) refuse({ code: "needs-reason" });
    const how = side === asked.side || heard === undefined ? {} : { heard };
    this.say(asked, side, { step, ...how, ...(reason === undefined ? {} : { reason }) });
    return this.outcome(asked);
  }

  async findSlip(typed: string): ReturnType<ReferralCommands["findSlip"]> {
    this.options.check();
    const code = readSlipCode(typed);
    if (code === null) return refuse({ code: "slip-mistyped" });
    const found = [...this.asked.values()].find(({ slipCode }) => slipCode === code);
    return { id: found?.id ?? refuse({ code: "slip-unknown" }) };
  }

  async slip(id: RecordId): Promise<SlipView> {
    const asked = this.found(id);
    const { service, need, urgency, note, unnamed, sentAt, people, slipCode } = asked;
    if (service === null) return refuse({ code: "no-such-record" });
    const { state, answers } = this.view(asked);
    if (state === "closed" || state === "cancelled") return refuse({ code: "slip-over" });
    const { name, place, address, hours, entry, phone, others } = service;
    return {
      ...{ id, code: slipCodeText(slipCode), state, need, urgency, note, sentAt, count: people.length },
      from: { name: "Casa Tapachula", phone: null },
      to: { name, place, address, hours, entry, phone, doubtful: others.length > 0 },
      people: people.map((person) => slipToldOf(person, { need, unnamed })),
      answers,
    };
  }

  async referral(id: RecordId): Promise<ReferralView> {
    return structuredClone(this.view(this.found(id)));
  }

  async referrals(
    ...[options]: Parameters<ReferralCommands["referrals"]>
  ): ReturnType<ReferralCommands["referrals"]> {
    this.options.check();
    const about = options?.guest;
    const views = [...this.asked.values()].map((asked) => this.view(asked));
    const shown = views.filter(({ guests }) => about === undefined || guests.some(({ id }) => id === about));
    return structuredClone(shown.sort((one, other) => RANKS[one.late] - RANKS[other.late]));
  }
}
