/** The audit by device and day: counts, for a person to read over. Pure. */
import type { AuditAct, NotedAct } from "./acts.ts";

/** What one device did on one day. */
export interface AuditDay {
  readonly site: string;
  readonly device: string;
  /** ISO date. */
  readonly day: string;
  /** Different records. */
  readonly opened: number;
  readonly searches: number;
  /** Searches that asked by a place alone, and were not answered. */
  readonly byPlace: number;
  readonly exports: number;
  readonly overrides: number;
}

export type DayOf = (at: number) => string;

interface Group {
  readonly site: string;
  readonly device: string;
  readonly day: string;
  readonly acts: AuditAct[];
}

function grouped(noted: readonly NotedAct[], dayOf: DayOf): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { site, device, act } of noted) {
    const day = dayOf(act.at);
    const name = `${day} ${device}`;
    const group = groups.get(name) ?? { site, device, day, acts: [] };
    groups.set(name, group);
    group.acts.push(act);
  }
  return [...groups.values()];
}

const searchesOf = (acts: readonly AuditAct[], isCounted: (act: AuditAct) => boolean): number =>
  acts.reduce((sum, act) => sum + (act.did === "search" && isCounted(act) ? act.times : 0), 0);

function dayFrom({ acts, ...whose }: Group): AuditDay {
  const count = (did: AuditAct["did"]): number => acts.filter((act) => act.did === did).length;
  return {
    ...whose,
    opened: new Set(acts.flatMap((act) => (act.did === "open" ? [act.record] : []))).size,
    searches: searchesOf(acts, () => true),
    byPlace: searchesOf(acts, (act) => act.did === "search" && act.question === "place"),
    exports: count("export"),
    overrides: count("override"),
  };
}

/** Latest day first, then by device. */
export const auditDays = (noted: readonly NotedAct[], dayOf: DayOf): readonly AuditDay[] =>
  grouped(noted, dayOf)
    .map(dayFrom)
    .sort((a, b) => (a.day === b.day ? (a.device < b.device ? -1 : 1) : a.day < b.day ? 1 : -1));
