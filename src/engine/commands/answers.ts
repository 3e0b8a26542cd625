/** What was answered to the reports of a house, by other shelters and by the house itself; and closing a report. */
import type { Answer, ReportOutcome } from "#model";
import { everMember, type Site } from "#sync";
import { type AnswerView, EngineError, type RecordId } from "../api/index.ts";
import { type House, memberOf } from "../house/house.ts";
import { givenIn, saidBy } from "../matches/answer.ts";
import { decisionOn, decisionsIn, pairOf } from "../matches/decision.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { toldOf } from "./matches.ts";
import { recordOf } from "./read-records.ts";
import { editRecord } from "./write-records.ts";

type Told = Omit<Answer, "to" | "card" | "state">;

interface Given {
  readonly id: RecordId;
  readonly report: RecordId;
  readonly site: Site;
  readonly told: Told;
}

const viewOf = ({ id, report, site, told }: Given): AnswerView => ({
  ...{ id, report, site: site.site, siteName: site.name },
  ...{ said: told.said ?? "alive", on: told.on ?? null, place: told.place ?? null },
  ...{ message: told.message ?? null, proof: told.proof ?? null },
});

/** The one shelter that wrote all of an answer; null where more than one did, and nobody can say whose it is. */
function authorOf(house: House, { entries }: CatalogRecord): Site | null {
  const membership = house.replica.membership();
  const sites = new Set(entries.map(({ device }) => everMember(membership, device)?.site ?? null));
  const [only = null] = sites;
  const site = only === null || sites.size > 1 ? undefined : membership.sites.get(only);
  return site?.kind === "shelter" ? site : null;
}

/** From another shelter. */
function received(house: House, record: CatalogRecord): Given | null {
  const report = house.catalog.reportOf(record.fields["card"] as RecordId);
  const site = authorOf(house, record);
  const told = givenIn(record);
  if (report === null || site === null || told === null) return null;
  return site.site === memberOf(house).site.site ? null : { id: record.id, report, site, told };
}

/** Of a guest of the own house: nothing is sent, and the decision itself says it. */
async function ownAnswer(house: House, record: CatalogRecord): Promise<Given | null> {
  const pair = pairOf(house, record);
  if (pair?.sought.kind !== "report") return null;
  const decision = decisionOn(house.catalog, pair);
  if (!(await toldOf(house, { pair, decision })).sent) return null;
  const { site } = memberOf(house);
  const told = saidBy(house, { to: site.site, place: site.name }, { pair, decision });
  return told.state === "given" ? { id: record.id, report: pair.sought.id, site, told } : null;
}

/** Answers that stand, to all reports of the house or to one; what was withdrawn is not there. */
export async function answers(
  house: House,
  { of }: { readonly of?: RecordId } = {},
): Promise<readonly AnswerView[]> {
  memberOf(house);
  const given: (Given | null)[] = house.catalog.ofKind("answer").map((record) => received(house, record));
  for (const record of decisionsIn(house.catalog)) given.push(await ownAnswer(house, record));
  return given
    .filter((one) => one !== null)
    .filter(({ report }) => of === undefined || report === of)
    .map(viewOf);
}

/** Closes a report; its card leaves as withdrawn, without a reason. Throws `no-such-record`, `not-allowed`. */
export function closeReport(
  house: House,
  { report, outcome }: { readonly report: RecordId; readonly outcome: ReportOutcome },
): Promise<{ readonly id: RecordId }> {
  if (recordOf(house, report).kind !== "report") throw new EngineError({ code: "no-such-record" });
  const closedAt = new Date(house.deps.clock.now()).toISOString();
  return editRecord(house, report, { status: "closed", outcome, closedAt });
}
