/** Reports closed, by outcome. One that was closed before reports said when counts for the day of its last change. */
import { outcomeGroup } from "./breakdowns.ts";
import { dayIn, type Figure, type FigureRecords, type Happening } from "./figure.ts";

const CLOSED: readonly unknown[] = ["closed", "withdrawn"];

function* happenings(records: FigureRecords): Iterable<Happening<"outcome">> {
  for (const { fields, changedAt } of records.ofKind("report")) {
    const on = dayIn(records, fields["closedAt"] ?? changedAt);
    if (on !== null && CLOSED.includes(fields["status"]))
      yield { on, groups: { outcome: outcomeGroup(fields) } };
  }
}

export const reportsClosed: Figure<"outcome"> = {
  name: "reports-closed",
  tag: "#x_reports+closed",
  breakdowns: ["outcome"],
  happenings,
};
