/** `audit`: who opened, searched and took out what, for the coordinators of the house and of the one that it chose. */
import { auditAlarms, auditDays, cardAlarms, kindFacts, type MadeRecord, type TakenOut } from "#model";
import { auditorRefusal, type DeviceId, parseSpace, type SiteId } from "#sync";
import { EngineError, type RecordId, type UnixMillis } from "../api/index.ts";
import type { AuditCommands, AuditView, AuditWish, AuditedHouse } from "../api/audit.ts";
import { auditedSites, readAudit } from "../audit/read-audit.ts";
import { memberOf, type House } from "../house/house.ts";
import type { NamedSite } from "../api/membership.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { localDay } from "../figures/figure-records.ts";
import { peopleOf } from "../house/people-of-house.ts";

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

function checkCoordinator(house: House): void {
  const { role } = memberOf(house).member;
  if (role !== "coordinator") throw new EngineError({ code: "not-allowed", role });
}

const hourOf = (at: UnixMillis): number => new Date(at).getHours();

/** Whoever has just typed a person in looks at nothing that they did not know. */
function madeJustNow(house: House, { entries, createdAt }: CatalogRecord): boolean {
  const age = house.deps.clock.now() - (createdAt ?? 0);
  return entries[0]?.device === house.device && age < HOUR_MS;
}

/**
 * Notes that a record about a person was looked at; others tell of nobody. Of who is protected nothing is noted: whoever
 * reads the log would learn that there is somebody (DP16).
 */
export function noteOpening(house: House, id: RecordId): void {
  const record = house.catalog.get(id);
  if (record === null || madeJustNow(house, record)) return;
  const isTold = parseSpace(record.home)?.kind !== "protected";
  if (isTold && kindFacts(record.kind).isPerson) house.audit.note({ did: "open", record: id });
}

/** What the own house's devices registered since then. */
function madeSince(house: House, since: UnixMillis): readonly MadeRecord[] {
  return [
    ...house.catalog.ofKind("guest"),
    ...house.catalog.ofKind("arrival"),
    ...house.catalog.ofKind("report"),
  ]
    .filter(({ createdAt }) => createdAt !== null && createdAt >= since)
    .flatMap(({ entries, createdAt }) =>
      entries[0] === undefined ? [] : [{ device: entries[0].device, at: createdAt ?? 0 }],
    );
}

const named = (house: House, site: SiteId): NamedSite => ({
  site,
  name: house.replica.membership().sites.get(site)?.name ?? "",
});

function houseView(house: House, site: SiteId, unreadable: number): AuditedHouse {
  const auditors = house.replica.membership().auditors.get(site) ?? [];
  return {
    ...named(house, site),
    ownSite: site === memberOf(house).site.site,
    auditors: auditors.map((one) => named(house, one)),
    unreadable,
  };
}

function choicesOf(house: House): readonly NamedSite[] {
  const membership = house.replica.membership();
  return [...membership.sites.values()]
    .filter(({ site }) => auditorRefusal(membership, house.device, site) === null)
    .map(({ site, name }) => ({ site, name }));
}

/** Most probably the same person; see `PROPOSE_FROM` for what is shown unasked. */
const LIKELY = 0.5;

/** What other houses' cards ask about, as far as this device has compared them. */
async function cardsView(house: House): Promise<AuditView["cards"]> {
  const { site: own } = memberOf(house);
  if (own.kind !== "shelter") return [];
  const cards = house.catalog
    .ofKind("card")
    .flatMap(({ id, issuer, createdAt }) =>
      issuer === null || issuer === own.site ? [] : [{ id, site: issuer, at: createdAt }],
    );
  const { guests } = await house.comparer.compare();
  const pairs = cards.flatMap(({ id, site }) =>
    (guests.get(id) ?? []).filter(({ score }) => score >= LIKELY).map((hit) => ({ site, guest: hit.id })),
  );
  return cardAlarms({ now: house.deps.clock.now(), cards, pairs }).map((alarm) => ({
    ...alarm,
    name: named(house, alarm.site as SiteId).name,
  }));
}

export async function audit(house: House, { withinMs = WEEK_MS, of }: AuditWish = {}): Promise<AuditView> {
  checkCoordinator(house);
  const since = house.deps.clock.now() - withinMs;
  // what this device did is no less to be read than what others did
  await house.audit.write();
  const { noted, unreadable } = await readAudit(house, since);
  const people = peopleOf(house);
  const whose = <T extends { readonly device: string; readonly site: string }>(one: T) => ({
    ...one,
    site: one.site as SiteId,
    device: one.device as DeviceId,
    person: people.get(one.device as DeviceId) ?? null,
  });
  const made = madeSince(house, since);
  return {
    since,
    houses: auditedSites(house).map((site) => houseView(house, site, unreadable.get(site) ?? 0)),
    alarms: auditAlarms({ noted, made, hourOf }).map(whose),
    cards: await cardsView(house),
    days: auditDays(noted, localDay).map(whose),
    opened: noted
      .flatMap(({ site, device, act }) =>
        act.did === "open" && act.record === of ? [whose({ site, device, at: act.at })] : [],
      )
      .sort((a, b) => b.at - a.at),
    choices: choicesOf(house),
  };
}

export async function chooseAuditor(
  house: House,
  site: SiteId | null,
): ReturnType<AuditCommands["chooseAuditor"]> {
  const { role } = memberOf(house).member;
  const refusal = auditorRefusal(house.replica.membership(), house.device, site);
  if (refusal === "unknown-site") throw new EngineError({ code: "no-such-site" });
  if (refusal !== null) throw new EngineError({ code: "not-allowed", role });
  await house.operations.write([{ kind: "auditor", site }]);
  await house.settle();
  return { auditor: site };
}

/** On the disk before anything is taken out. */
export async function noteTaken(house: House, what: TakenOut, count: number): Promise<void> {
  house.audit.note({ did: "export", what, count });
  await house.audit.write();
}

export const noteHandedOut = (house: House, what: "print" | "list", people: number): Promise<void> =>
  noteTaken(house, what, people);
