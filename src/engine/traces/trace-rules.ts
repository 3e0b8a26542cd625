/** For how many years the house keeps traces, as its record says it. */
import { traceYearsIn } from "#model";
import type { RecordId } from "../api/index.ts";
import { type House, memberOf } from "../house/house.ts";
import { idFrom } from "../records/id-from.ts";

/** One for the house, whichever device writes it. */
export function traceRulesId(house: House): RecordId {
  const id = idFrom("vereda/trace-rules/1", memberOf(house).member.site);
  if (id === null) throw new TypeError("not a site's id");
  return id;
}

export function traceYears(house: House): number {
  const record = house.catalog.get(traceRulesId(house));
  return traceYearsIn(record?.kind === "trace-rules" ? record : null);
}
