/** The commands of matches and answers of the engine in memory. */
import type {
  AnswerView,
  Engine,
  EngineEvent,
  MatchCommands,
  SeekCommands,
} from "../../src/engine/api/index.ts";
import type { FakeFinding } from "./fake-finding.ts";

export interface FakeAnswers {
  /** For tests: another shelter answered. */
  answered(answer: AnswerView): void;
}

export type FakeMatches = Omit<MatchCommands, keyof SeekCommands> & FakeAnswers;

interface Parts {
  readonly finding: FakeFinding;
  readonly now: () => number;
  readonly edit: Engine["edit"];
  readonly raise: (event: EngineEvent) => void;
}

export function fakeMatches(fake: Parts): FakeMatches {
  const { finding } = fake;
  const given: AnswerView[] = [];
  return {
    matches: (options) => finding.matches(options),
    keepComparing: () => finding.keepComparing(),
    rejectMatch: (wish) => finding.rejectMatch(wish),
    reopenMatch: (pair) => finding.reopenMatch(pair),
    askMatch: (pair) => finding.decide(pair, { state: "to-ask" }),
    answerMatch: (wish) => finding.answer(wish),
    agreeMatch: (pair) => finding.agree(pair),
    answers: async ({ of } = {}) =>
      structuredClone(given.filter(({ report }) => of === undefined || report === of)),
    closeReport: ({ report, outcome }) =>
      fake.edit(report, { status: "closed", outcome, closedAt: new Date(fake.now()).toISOString() }),
    answered(answer) {
      given.push(answer);
      fake.raise({ kind: "records", ids: [answer.report] });
    },
  };
}
