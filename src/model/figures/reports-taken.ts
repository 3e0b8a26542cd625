/** Reports taken: people whom somebody began to look for, by who they are. */
import { ageGroupAt } from "./age-group.ts";
import { countryGroup, type GroupOf, sexGroup } from "./breakdowns.ts";
import { dayIn, type Figure, type FigureRecords, type Happening } from "./figure.ts";
import type { PlainFields } from "../kind-facts.ts";

type Breakdown = "origin" | "sex" | "age" | "country";

const originGroup = ({ source }: PlainFields): GroupOf<"origin"> => (source === undefined ? "told" : "file");

function* happenings(records: FigureRecords): Iterable<Happening<Breakdown>> {
  for (const { fields, madeAt } of records.ofKind("report")) {
    const on = dayIn(records, madeAt);
    if (on === null) continue;
    const age = ageGroupAt(fields, { on, toldOn: on });
    const groups = { origin: originGroup(fields), sex: sexGroup(fields), age, country: countryGroup(fields) };
    yield { on, groups };
  }
}

export const reportsTaken: Figure<Breakdown> = {
  name: "reports-taken",
  tag: "#x_reports+taken",
  breakdowns: ["origin", "sex", "age", "country"],
  happenings,
};
