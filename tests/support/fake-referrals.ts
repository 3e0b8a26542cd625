/** Referrals of the fake engine: the states of the model, and another house that a test speaks for. */
import {
  EngineError,
  type Fault,
  type ListItem,
  type RecordId,
  type ReferralCommands,
  type ReferralOutcome,
  type ReferralView,
} from "../../src/engine/api.ts";
import {
  dueOf,
  givesAway,
  type Late,
  type Need,
  type PersonFields,
  possibleSteps,
  type ReferralSide,
  referralState,
  type ReferralStep,
  type SaidStep,
  seenNow,
  stepReferral,
  summaryOf,
  type Urgency,
} from "#model";

type SiteId = ReferralView["other"];

interface Step extends SaidStep {
  readonly reason: string | null;
  readonly at: string;
}

interface Asked {
  readonly id: RecordId;
  readonly side: ReferralSide;
  readonly other: SiteId;
  readonly need: Need;
  readonly urgency: Urgency;
  readonly note: string | null;
  readonly guests: readonly ListItem[];
  readonly people: readonly PersonFields[];
  readonly sentAt: string;
  steps: readonly Step[];
}

export interface FakeReferralsOptions {
  readonly now: () => number;
  readonly check: () => void;
  readonly changed: (id: RecordId) => void;
  readonly newId: () => RecordId;
  readonly guests: () => readonly ListItem[];
  readonly nameOf: (site: SiteId) => string | null;
  readonly agrees: (guest: RecordId, site: SiteId) => Promise<boolean>;
}

const refuse = (fault: Fault): never => {
  throw new EngineError(fault);
};
const RANKS: Readonly<Record<Late, number>> = { unsure: 0, yes: 1, no: 2 };

export class FakeReferrals implements ReferralCommands {
  private readonly options: FakeReferralsOptions;
  private readonly asked = new Map<RecordId, Asked>();

  constructor(options: FakeReferralsOptions) {
    this.options = options;
  }

  /** For tests: what another house asks. */
  ask(from: SiteId, people: readonly PersonFields[], hoursAgo = 1): RecordId {
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
    this.asked.set(id, { id, side: "receiver", other: from, ...asked });
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

  private say(asked: Asked, side: ReferralSide, said: { step: ReferralStep; reason?: string }): void {
    const { step, reason = null } = said;
    const seen = seenNow(asked.steps);
    const at = new Date(this.options.now()).toISOString();
    asked.steps = [...asked.steps, { id: this.options.newId(), side, step, reason, seen, at }];
    this.options.changed(asked.id);
  }

  private view({ steps, people, side, other, ...asked }: Asked): ReferralView {
    const state = referralState(steps);
    const facts = { state, urgency: asked.urgency, sentAt: asked.sentAt, stepsAt: steps.map(({ at }) => at) };
    const due = dueOf(facts, this.options.now());
    const mayKnow = !["sent", "received", "declined", "cancelled"].includes(state);
    return {
      ...asked,
      ...summaryOf(people, 2026),
      ...{ side, other, state, steps, late: due.late, code: asked.id.slice(-4) },
      otherName: this.options.nameOf(other),
      due: due.at === null ? null : new Date(due.at).toISOString(),
      possible: possibleSteps(state, side),
      who: mayKnow ? people : [],
      told: mayKnow ? ["name", "age"] : [],
      unasked: false,
      changedAt: null,
    };
  }

  private outcome(asked: Asked): ReferralOutcome {
    const { id, state, due } = this.view(asked);
    return { id, state, due };
  }

  async refer(wish: Parameters<ReferralCommands["refer"]>[0]): ReturnType<ReferralCommands["refer"]> {
    this.options.check();
    const { need, urgency, note = null, to } = wish;
    const guests = this.options.guests().filter(({ id }) => wish.guests.includes(id));
    const agreed = await Promise.all(guests.map(({ id }) => this.options.agrees(id, to.site)));
    if (agreed.length === 0 || agreed.includes(false)) refuse({ code: "needs-consent" });
    const people = guests.map(({ fields }) => fields as PersonFields);
    if (note !== null && givesAway(note, people)) refuse({ code: "gives-away" });
    const id = this.options.newId();
    const sentAt = new Date(this.options.now()).toISOString();
    const asked: Asked = {
      id,
      side: "sender",
      other: to.site,
      need,
      urgency,
      note,
      guests,
      people,
      sentAt,
      steps: [],
    };
    this.asked.set(id, asked);
    this.options.changed(id);
    return this.outcome(asked);
  }

  async referStep({
    id,
    step,
    reason,
  }: Parameters<ReferralCommands["referStep"]>[0]): ReturnType<ReferralCommands["referStep"]> {
    const asked = this.found(id);
    const stepped = stepReferral(referralState(asked.steps), { side: asked.side, step });
    if (stepped.kind === "refused")
      refuse({ code: "step-not-now", possible: possibleSteps(referralState(asked.steps), asked.side) });
    if (step === "decline" && reason === undefined) refuse({ code: "needs-reason" });
    this.say(asked, asked.side, { step, ...(reason === undefined ? {} : { reason }) });
    return this.outcome(asked);
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
