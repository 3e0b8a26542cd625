/** How long reports hold and who joins them, for the engine in memory: by its one clock. */
import { endDayFrom, type FieldsOf, isInPerson, latestOf, overAt, reportEnd } from "#model";
import {
  type Engine,
  EngineError,
  type EngineEvent,
  type NewsCallView,
  type NewsCommands,
  type NewsView,
  type RecordId,
  type RenewalView,
  type SeekCommands,
} from "../../src/engine/api/index.ts";

interface Parts {
  readonly now: () => number;
  readonly show: Engine["show"];
  readonly list: Engine["list"];
  readonly edit: Engine["edit"];
  readonly raise: (event: EngineEvent) => void;
}

export interface FakeNews {
  /** For tests: another house asks to be called. */
  asksToCall(call: NewsCallView): void;
}

type News = NewsCommands & FakeNews;

/** One person at one device: what needs a second one waits. */
function fakeNews(raise: (event: EngineEvent) => void): News {
  const noted = new Map<RecordId, NewsView & { readonly about: RecordId }>();
  const calls: NewsCallView[] = [];
  return {
    async addNews({ about, what, heardFrom, confirmedBy, on, whom }) {
      const id = `${"b".repeat(24)}${String.fromCharCode(97 + noted.size)}a` as RecordId;
      const isKept = isInPerson({ what, heardFrom, confirmedBy });
      const state = isKept ? "to-confirm" : "noted";
      const told = isKept
        ? ({ what: "in-person", heardFrom: null, confirmedBy: null, on: null } as const)
        : { what: what as NewsView["what"], heardFrom, confirmedBy: confirmedBy ?? null, on: on ?? null };
      noted.set(id, { id, about, state, whom, mine: true, closed: null, ...told });
      raise({ kind: "records", ids: [about, id] });
      return { id, state };
    },
    async takeBackNews(id) {
      noted.delete(id);
      raise({ kind: "records", ids: [id] });
      return { id };
    },
    news: async ({ of }) => [...noted.values()].filter(({ about }) => about === of),
    newsCalls: async ({ of } = {}) => calls.filter(({ report }) => of === undefined || report === of),
    asksToCall(call) {
      calls.push(call);
      raise({ kind: "records", ids: [call.report] });
    },
  };
}

export function fakeSeek(fake: Parts): SeekCommands & FakeNews {
  const views = async (): Promise<readonly RenewalView[]> => {
    const reports = await fake.list("report");
    return reports
      .filter(({ fields }) => (fields as FieldsOf<"report">).status === "open")
      .map((report) => {
        const fields = report.fields as FieldsOf<"report">;
        const until = fields.expiresAt ?? endDayFrom(report.changedAt ?? 0);
        return { report, until, state: reportEnd(fields, until, fake.now()) };
      });
  };
  return {
    ...fakeNews((event) => {
      fake.raise(event);
    }),
    async renewReport(report) {
      const fields = (await fake.show(report)).fields as FieldsOf<"report">;
      if (fields.status !== "open") throw new EngineError({ code: "report-closed" });
      const asked = endDayFrom(fake.now());
      const until = latestOf([asked, fields.expiresAt]) ?? asked;
      await fake.edit(report, { expiresAt: until });
      return { id: report, until };
    },
    renewals: async ({ of } = {}) =>
      (await views())
        .filter(({ report, state }) => (of === undefined ? state !== "runs" : report.id === of))
        .sort((one, other) => (overAt(one.until) ?? 0) - (overAt(other.until) ?? 0)),
    async joinReport({ report, seeker }) {
      const { seekers = [] } = (await fake.show(report)).fields as FieldsOf<"report">;
      return fake.edit(report, { seekers: [...seekers, seeker] });
    },
  };
}
