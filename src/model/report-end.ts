/**
 * When a report ends (docs/decisions/0026-reports-end.md). It holds until the day of `expiresAt` is over everywhere on the
 * route; then a device of its house writes into `ended` the very `expiresAt` that it ended by, and the card leaves. Renewing
 * gives another `expiresAt`, which `ended` is not: so a renewal made apart wins over an end, in whatever order they meet.
 * Pure: what time it is is handed in, and who may believe that is decided by the engine.
 */
/** A family seeks for years; once a year somebody of the house asks them whether they still do. */
const HOLDS_MONTHS = 12;
export const REMIND_DAYS = 30;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A day that is written is over everywhere when it is noon of the next one in UTC. */
const OVER_EVERYWHERE_MS = 12 * HOUR;
/** Dates past it cannot be written. */
const LATEST = Date.UTC(2149, 0, 1);

/** The day after which a report ends that is made, or renewed, at this time. */
export function endDayFrom(now: number): string {
  const day = new Date(Math.min(Math.max(now, 0), LATEST));
  day.setUTCMonth(day.getUTCMonth() + HOLDS_MONTHS);
  return day.toISOString().slice(0, "2026-11-21".length);
}

/** The first instant after a year, a month or a day that is written, in UTC; null for anything else. */
function afterDate(date: string): number | null {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(date);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 0), Number(parts[3] ?? 0)];
  if (month === 0) return Date.UTC(year + 1, 0, 1);
  return day === 0 ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
}

/** When a moment of `expiresAt` is over, in milliseconds; null for what is no moment. */
export function overAt(moment: unknown): number | null {
  if (typeof moment !== "string") return null;
  const after = afterDate(moment);
  if (after !== null) return after + OVER_EVERYWHERE_MS;
  const instant = Date.parse(moment);
  return Number.isNaN(instant) ? null : instant;
}

/** The fields that count here, as a view holds them. */
interface Ending {
  readonly status?: unknown;
  readonly expiresAt?: unknown;
  readonly ended?: unknown;
}

/** Whether the report has ended and was not renewed since. */
export const hasEnded = ({ expiresAt, ended }: Ending): boolean =>
  ended !== undefined && (expiresAt === undefined || expiresAt === ended);

/** Whether somebody is sought by it: neither closed nor withdrawn nor ended. */
export const isSought = (report: Ending): boolean => report.status === "open" && !hasEnded(report);

/** The one that holds of several that devices wrote apart: the latest, because somebody asked for it. */
export const latestOf = (moments: readonly unknown[]): string | null =>
  moments
    .filter((moment) => overAt(moment) !== null)
    .map(String)
    .sort((one, other) => (overAt(other) ?? 0) - (overAt(one) ?? 0))
    .at(0) ?? null;

/**
 * `runs`: there is time. `soon`: ask the family. `over`: its day has passed by this clock, and no device ended it yet.
 * `ended`: the card has left; renewing brings it back.
 */
export type ReportEnd = "runs" | "soon" | "over" | "ended";

/** `until`: the day it holds to, of a report that says none worked out from when it was made. */
export function reportEnd(report: Ending, until: string, now: number): ReportEnd {
  if (hasEnded(report)) return "ended";
  const over = overAt(until);
  if (over === null || now < over - REMIND_DAYS * DAY) return "runs";
  return now < over ? "soon" : "over";
}
