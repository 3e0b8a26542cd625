/** Protected people of the engine in memory: the states of the model, one device, and a second person that a test speaks for. */
import {
  type Added,
  type Engine,
  EngineError,
  type EngineEvent,
  type Moved,
  type Fault,
  type ProtectedStepWish,
  type ProtectedView,
  type ProtectionCommands,
  type RecordId,
  type ReservedBed,
  type RollCallCommands,
} from "../../src/engine/api/index.ts";
import {
  type FieldsOf,
  noticeDue,
  PROTECTED_STEPS,
  type ProtectedWhy,
  releaseState,
  type ReleaseStatement,
  type ReleaseTerms,
  type ReleaseVoice,
  type RollMark,
  stepRelease,
  whyProtected,
} from "#model";
import { type FakeTraces, fakeTraces } from "./fake-traces.ts";

export interface FakeProtection
  extends FakeTraces, ProtectionCommands, Pick<Engine, "add">, RollCallCommands {
  readonly protection: {
    /** For tests: another person of protection agrees. */
    otherAgrees(proposal: RecordId): void;
    /** For tests: another person of protection proposes. */
    otherProposes(guest: RecordId, terms: ReleaseTerms): RecordId;
  };
}

type Records = Pick<Engine, "add" | "edit" | "list" | "show" | "state"> &
  RollCallCommands & { raise(event: EngineEvent): void };

const ME: ReleaseVoice = { device: "mine", person: "yo" };
const OTHER: ReleaseVoice = { device: "theirs", person: "elsa pop" };
const FIRST_NUMBER = 14;

const refuse = (fault: Fault): never => {
  throw new EngineError(fault);
};

class Protected {
  readonly #engine: Records;
  readonly #now: () => number;
  readonly #add: Engine["add"];
  readonly #rollCall: RollCallCommands["rollCall"];
  readonly marks = new Map<RecordId, RollMark>();
  #steps: readonly (ProtectedStepWish & { readonly at: string })[] = [];
  #said: readonly (ReleaseStatement & { readonly guest: RecordId })[] = [];

  constructor(engine: Records, now: () => number) {
    this.#engine = engine;
    this.#now = now;
    this.#add = engine.add.bind(engine);
    this.#rollCall = engine.rollCall.bind(engine);
  }

  #at(): string {
    return new Date(this.#now()).toISOString();
  }

  async #holds(): Promise<boolean> {
    const state = await this.#engine.state();
    const role = state.kind === "open" && state.standing.kind === "member" ? state.standing.role : null;
    return role === "protection" || role === "coordinator";
  }

  async register(given: Readonly<Record<string, unknown>>, why: readonly ProtectedWhy[]): Promise<Moved> {
    const { bed: asked, at = this.#at(), guest: _, ...told } = given;
    const number = FIRST_NUMBER + (await this.#engine.list("reserved-bed")).length;
    const { id: kept } = await this.#add("reserved-bed", { number, bed: asked, at });
    const { id } = await this.#add("protected-guest", { ...told, why, arrivedAt: at, bedKept: kept });
    const bed = typeof asked === "string" && asked !== "" ? asked : null;
    const reserved: readonly ReservedBed[] = [{ id: kept, number, bed }];
    return { id: (await this.#holds()) ? id : kept, reserved };
  }

  async come(fields: unknown): Promise<Added | null> {
    const { alone, protect, ...person } = { ...(fields as Record<string, unknown>) };
    if (person["people"] !== undefined) return null;
    const judged = whyProtected({ alone, protect }, { person, today: this.#at().slice(0, 10) });
    if (judged.kind === "bad") return refuse({ code: "fields", problems: judged.problems });
    return judged.why.length === 0 ? this.#add("arrival", person) : this.register(person, judged.why);
  }

  say(guest: RecordId, statement: ReleaseStatement): void {
    this.#said = [...this.#said, { ...statement, guest }];
    this.#engine.raise({ kind: "records", ids: [guest] });
  }

  id(): RecordId {
    return `${"p".repeat(24)}${"abcdefghij"[this.#said.length] ?? "k"}a` as RecordId;
  }

  proposal(id: RecordId) {
    const found = this.#said.find((one) => one.id === id && one.says === "propose");
    if (found?.says !== "propose") return refuse({ code: "no-such-record" });
    return found;
  }

  release(guest: RecordId) {
    return releaseState(this.#said.filter((one) => one.guest === guest));
  }

  async view(id: RecordId): Promise<ProtectedView> {
    if (!(await this.#holds())) return refuse({ code: "not-protection" });
    const person = (await this.#engine.list("protected-guest")).find((one) => one.id === id);
    if (person === undefined) return refuse({ code: "no-such-record" });
    const { why, arrivedAt, bedKept } = person.fields as FieldsOf<"protected-guest">;
    const { number, bed = null } = (await this.#engine.show(bedKept as RecordId))
      .fields as FieldsOf<"reserved-bed">;
    const state = this.release(id);
    const isHere = state.kind === "here";
    const steps = PROTECTED_STEPS.map((step) => {
      const last = this.#steps.findLast((one) => one.guest === id && one.step === step);
      const { done = false, at = null, note = null, interpreter = null } = last ?? {};
      return { step, done, at, note, interpreter };
    });
    const done = !isHere || (steps[0]?.done ?? false);
    const due = noticeDue({ done, since: [arrivedAt] }, this.#now());
    return {
      ...{ person, why, arrivedAt, isHere, steps, isBedKept: isHere },
      bed: { id: bedKept as RecordId, number, bed },
      notice: { at: due.at === null ? null : new Date(due.at).toISOString(), late: due.late },
      waiting: isHere
        ? state.waiting.map((one) => ({
            ...{ id: one.id as RecordId, ...one.terms, at: one.at },
            ...{ by: one.by === ME ? "Lucía" : "Elsa Pop", mayAgree: one.by !== ME },
          }))
        : [],
      left: isHere
        ? null
        : {
            ...{ id: state.proposal.id as RecordId, ...state.proposal.terms, at: state.agreement.at },
            ...{ by: "Elsa Pop", agreedBy: "Lucía" },
          },
    };
  }

  async views(): Promise<readonly ProtectedView[]> {
    if (!(await this.#holds())) return refuse({ code: "not-protection" });
    const people = await this.#engine.list("protected-guest");
    return Promise.all(people.map(({ id }) => this.view(id)));
  }

  async note(wish: ProtectedStepWish): Promise<ProtectedView> {
    this.#steps = [...this.#steps, { ...wish, at: this.#at() }];
    this.#engine.raise({ kind: "records", ids: [wish.guest] });
    return this.view(wish.guest);
  }

  async roll(wish: Parameters<RollCallCommands["rollCall"]>[0]): ReturnType<RollCallCommands["rollCall"]> {
    const view = await this.#rollCall(wish);
    const beds = (await this.#engine.list("reserved-bed")).map((guest) => ({
      ...{ guest, standing: this.marks.get(guest.id) ?? null },
      bed: (guest.fields as FieldsOf<"reserved-bed">).bed ?? null,
    }));
    return { ...view, people: [...view.people, ...beds] };
  }

  check(guest: RecordId, event: Parameters<typeof stepRelease>[1]): void {
    const step = stepRelease(this.release(guest), event);
    if (step.kind === "refused") refuse({ code: step.why });
  }

  now(): string {
    return this.#at();
  }
}

export function fakeProtection(engine: Records, now: () => number): FakeProtection {
  const people = new Protected(engine, now);
  const add = engine.add.bind(engine);
  const markRoll = engine.markRoll.bind(engine);
  return {
    ...fakeTraces((ids) => {
      engine.raise({ kind: "records", ids });
    }),
    async add(kind, fields) {
      const came = kind === "arrival" ? await people.come(fields) : null;
      return came ?? add(kind, fields);
    },
    rollCall: (wish) => people.roll(wish),
    async markRoll(wish) {
      for (const { guest, mark } of wish.marks) people.marks.set(guest, mark);
      await markRoll(wish);
      return people.roll({});
    },
    async protectGuest({ guest, why }) {
      const { fields } = await engine.show(guest);
      const { arrivedAt: at, leftAt: _, emptied: __, ...person } = fields as FieldsOf<"guest">;
      const added = await people.register({ ...person, at, was: guest }, why);
      const blank = Object.fromEntries(Object.keys(person).map((field) => [field, null]));
      await engine.edit(guest, { ...blank, emptied: true });
      return added;
    },
    protectedPeople: () => people.views(),
    protectedPerson: (id) => people.view(id),
    noteProtectedStep: (wish) => people.note(wish),
    proposeRelease({ guest, how, to }) {
      people.check(guest, { says: "propose", by: ME });
      const terms = { how, to: to ?? null };
      people.say(guest, { id: people.id(), by: ME, at: people.now(), says: "propose", terms });
      return people.view(guest);
    },
    agreeRelease(of) {
      const { guest, terms } = people.proposal(of);
      people.check(guest, { says: "agree", of, by: ME });
      people.say(guest, { id: people.id(), by: ME, at: people.now(), says: "agree", of, terms });
      return people.view(guest);
    },
    refuseRelease(of) {
      const { guest } = people.proposal(of);
      people.check(guest, { says: "refuse", of, by: ME });
      people.say(guest, { id: people.id(), by: ME, at: people.now(), says: "refuse", of });
      return people.view(guest);
    },
    protection: {
      otherAgrees(of) {
        const { guest, terms } = people.proposal(of);
        people.say(guest, { id: people.id(), by: OTHER, at: people.now(), says: "agree", of, terms });
      },
      otherProposes(guest, terms) {
        const id = people.id();
        people.say(guest, { id, by: OTHER, at: people.now(), says: "propose", terms });
        return id;
      },
    },
  };
}
