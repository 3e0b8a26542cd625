/** How long reports hold and who joins them, for the engine in memory: by its one clock. */
import { endDayFrom, type FieldsOf, latestOf, overAt, reportEnd } from "#model";
import { type Engine, EngineError, type RenewalView, type SeekCommands } from "../../src/engine/api.ts";

interface Parts {
  readonly now: () => number;
  readonly show: Engine["show"];
  readonly list: Engine["list"];
  readonly edit: Engine["edit"];
}

export function fakeSeek(fake: Parts): SeekCommands {
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
