/** Traces of the engine in memory: what a test put there, one device, and a second person that a test speaks for. */
import { openingState, type OpeningStatement, whyNotSaid } from "#model";
import {
  EngineError,
  type RecordId,
  type TraceCommands,
  type TraceView,
} from "../../src/engine/api/index.ts";

export interface FakeTraces extends TraceCommands {
  readonly traced: {
    /** For tests: somebody who left. */
    put(id: RecordId, fields: { readonly name: string }): void;
    /** For tests: another person of protection agrees to all that waits. */
    otherAgrees(trace: RecordId): void;
  };
}

const ME = { device: "mine", person: "yo" };
const OTHER = { device: "theirs", person: "elsa pop" };
const AT = "2026-11-21T10:00:00Z";

export function fakeTraces(raise: (ids: readonly RecordId[]) => void): FakeTraces {
  let years = 10;
  const kept = new Map<RecordId, { readonly name: string }>();
  const said: { readonly of: RecordId; readonly statement: OpeningStatement }[] = [];
  const stateOf = (id: RecordId) =>
    openingState(said.filter(({ of }) => of === id).map(({ statement }) => statement));
  const nameOf = (by: { readonly device: string } | null) => (by?.device === ME.device ? "Yo" : "Elsa Pop");
  const say = (of: RecordId, statement: OpeningStatement): TraceView => {
    const event = statement.by === null ? null : { ...statement, by: statement.by };
    const why = event === null ? null : whyNotSaid(stateOf(of), event);
    if (why !== null) throw new EngineError({ code: why });
    said.push({ of, statement });
    raise([of]);
    return view(of);
  };
  const view = (id: RecordId): TraceView => {
    const fields = kept.get(id);
    if (fields === undefined) throw new EngineError({ code: "no-such-record" });
    const state = stateOf(id);
    if (state.kind === "agreed") {
      const { proposal, agreement } = state;
      const opened = { id: proposal.id as RecordId, reason: proposal.terms, at: agreement.at };
      const who = { by: nameOf(proposal.by), agreedBy: nameOf(agreement.by) };
      return { id, title: fields.name, fields: { ...fields }, waiting: [], opened: { ...opened, ...who } };
    }
    const waiting = state.waiting.map(({ id: own, terms, at, by }) => ({
      ...{ id: own as RecordId, reason: terms, at, by: nameOf(by), mayAgree: by?.device !== ME.device },
    }));
    return { id, title: "", fields: null, waiting, opened: null };
  };
  const ofOpening = (opening: RecordId) => {
    const found = said.find(({ statement }) => statement.id === opening);
    if (found?.statement.says !== "propose") throw new EngineError({ code: "no-such-record" });
    return { of: found.of, terms: found.statement.terms };
  };
  const next = () => `opening-${String(said.length)}`;
  return {
    traced: {
      put: (id, fields) => {
        kept.set(id, fields);
      },
      otherAgrees(trace) {
        const state = stateOf(trace);
        if (state.kind !== "waiting") return;
        for (const { id: of, terms } of state.waiting)
          say(trace, { id: next(), by: OTHER, at: AT, says: "agree", of, terms });
      },
    },
    traces: () => {
      const touched = [...kept.keys()].map(view);
      return Promise.resolve({
        ...{ years, count: kept.size, next: "2026-12-24", due: 0 },
        touched: touched.filter(({ opened, waiting }) => opened !== null || waiting.length > 0),
      });
    },
    trace: async (id) => view(id),
    traceYearsPreview: async (asked) => ({ ending: asked < years ? kept.size : 0 }),
    setTraceYears(asked) {
      years = asked;
      raise([]);
      return this.traces();
    },
    proposeOpening: async ({ trace, reason }) =>
      say(trace, { id: next(), by: ME, at: AT, says: "propose", terms: reason }),
    agreeOpening: async (of) => {
      const asked = ofOpening(of);
      return say(asked.of, { id: next(), by: ME, at: AT, says: "agree", of, terms: asked.terms });
    },
    closeOpening: async (of) => say(ofOpening(of).of, { id: next(), by: ME, at: AT, says: "refuse", of }),
  };
}
