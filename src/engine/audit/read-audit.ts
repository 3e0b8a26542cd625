/**
 * Reads the audits that this device may read: its own house's, and those of houses that chose its own. From the end of
 * each log back to the day that is asked for; a page that was opened once is kept until the vault is locked.
 */
import type { AuditAct, NotedAct } from "#model";
import {
  type DeviceId,
  everMember,
  type Holding,
  logKey,
  parseSpace,
  readsByGroup,
  type SiteId,
  siteSpace,
} from "#sync";
import type { UnixMillis } from "../api/index.ts";
import type { House } from "../house/house.ts";
import { decodePage } from "./page.ts";

const PAGES_AT_ONCE = 64;
/** Clocks differ, and what is noted waits: pages that begin so much before are looked at, too. */
const SLACK_MS = 3_600_000;

export interface ReadAudit {
  readonly noted: readonly NotedAct[];
  /** Pages that no key opens, by house: its coordinators withhold the key, or somebody wrote what is no page. */
  readonly unreadable: ReadonlyMap<SiteId, number>;
}

/** Opened pages by place; null: it could not be opened. */
const opened = new WeakMap<House, Map<string, readonly AuditAct[] | null>>();

/** The sites whose audit this device may read, its own first. */
export function auditedSites(house: House): readonly SiteId[] {
  const membership = house.replica.membership();
  const own = membership.devices.get(house.device)?.site;
  const all = [...membership.sites.keys()].filter((site) =>
    readsByGroup(membership, house.device, siteSpace("audit", site)),
  );
  return all.sort((one, other) => Number(other === own) - Number(one === own));
}

export async function readAudit(house: House, since: UnixMillis): Promise<ReadAudit> {
  const noted: NotedAct[] = [];
  const unreadable = new Map<SiteId, number>();
  const sites = new Set(auditedSites(house));
  const held = house.replica.holdings(({ space }) => {
    const parts = parseSpace(space);
    return parts?.kind === "audit" && sites.has(parts.site);
  });
  for (const holding of held) {
    const site = parseSpace(holding.log.space)?.site;
    // nobody posts for another house
    if (site === undefined || site === null || siteOf(house, holding.log.device) !== site) continue;
    const pages = await pagesSince(house, holding, since);
    const lost = pages.filter((page) => page === null).length;
    if (lost > 0) unreadable.set(site, (unreadable.get(site) ?? 0) + lost);
    for (const act of pages.flatMap((page) => page ?? []))
      if (act.at >= since) noted.push({ site, device: holding.log.device, act });
  }
  return { noted, unreadable };
}

const siteOf = (house: House, device: DeviceId): SiteId | undefined =>
  everMember(house.replica.membership(), device)?.site;

/** Latest stretch first; within one, as written. */
async function pagesSince(
  house: House,
  { log, low, high }: Holding,
  since: UnixMillis,
): Promise<readonly (readonly AuditAct[] | null)[]> {
  const kept = opened.get(house) ?? new Map<string, readonly AuditAct[] | null>();
  opened.set(house, kept);
  const pages: (readonly AuditAct[] | null)[] = [];
  for (let last = high; last >= low; last -= PAGES_AT_ONCE) {
    const first = Math.max(low, last - PAGES_AT_ONCE + 1);
    const stretch: (readonly AuditAct[] | null)[] = [];
    const missing = await missingOf(house, { kept, log, first, last });
    for (let seq = first; seq <= last; seq++)
      stretch.push(kept.get(placeOf(log, seq)) ?? missing.get(seq) ?? null);
    pages.unshift(...stretch);
    const begins = stretch.flatMap((page) => page ?? [])[0]?.at ?? since;
    if (begins < since - SLACK_MS) break;
  }
  return pages;
}

const placeOf = (log: Holding["log"], seq: number): string => `${logKey(log)} ${String(seq)}`;

async function missingOf(
  house: House,
  {
    kept,
    log,
    first,
    last,
  }: {
    readonly kept: Map<string, readonly AuditAct[] | null>;
    readonly log: Holding["log"];
    readonly first: number;
    readonly last: number;
  },
): Promise<ReadonlyMap<number, readonly AuditAct[]>> {
  const found = new Map<number, readonly AuditAct[]>();
  let isKnown = true;
  for (let seq = first; seq <= last; seq++) isKnown &&= kept.has(placeOf(log, seq));
  if (isKnown) return found;
  for (const entry of await house.replica.read(log, first, last)) {
    const place = placeOf(log, entry.header.seq);
    if (kept.has(place)) continue;
    const plaintext = await house.keyring().openEntry(entry);
    const page = plaintext === null ? null : decodePage(plaintext);
    // a key that comes later opens it
    if (page !== null) kept.set(place, page);
  }
  // others have their turn
  await house.deps.clock.sleep(0);
  return found;
}
