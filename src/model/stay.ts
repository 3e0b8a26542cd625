/**
 * The stays of a guest, from arrivals and departures as devices noted them: in any order, twice at once, one without the
 * other, by clocks that are wrong, some only to the day. Never throws; the same for any order of what it is given.
 * Where the times leave open which of two came first, they are read so that coming and leaving take turns.
 */
import type { DepartureHow } from "./departure.ts";
import { parseIsoDate, type Moment } from "./dates.ts";

/** One coming. */
export interface Coming {
  readonly id: string;
  readonly at: Moment;
}

/** One departure as it was noted; `how` is null where only the day is known. */
export interface Leaving extends Coming {
  readonly how: DepartureHow | null;
  readonly to?: string;
  readonly note?: string;
}

/** One time in the house. */
export interface Stay {
  /** Null: nobody noted the coming. */
  readonly from: Moment | null;
  /** Null: still here. */
  readonly until: Moment | null;
  /** Departures that are one leaving, earliest first; empty while here. */
  readonly leavings: readonly Leaving[];
}

/** Milliseconds since 1970 between which a moment lies. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** A day that is known by its date alone ends this much later than in UTC, at the western end of the route. */
const WEST = 8 * HOUR;
/** Two departures without a coming between them are one leaving when they are this near. */
const ONE_LEAVING = DAY;

function dateSpan(date: string): Span {
  const [year = 0, month, day] = date.split("-").map(Number);
  const start = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  if (day !== undefined) return { start, end: start + DAY - 1 };
  const next = month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1);
  return { start, end: next - 1 };
}

/** What cannot be read lies anywhere. */
function spanOf(moment: Moment): Span {
  if (parseIsoDate(moment) !== null) return dateSpan(moment);
  const at = Date.parse(moment);
  return Number.isNaN(at) ? { start: -Infinity, end: Infinity } : { start: at, end: at };
}

/** Where a moment may lie, whatever the zone of the house. */
function looseSpan(moment: Moment): Span {
  const { start, end } = spanOf(moment);
  return start === end ? { start, end } : { start, end: end + WEST };
}

type Placed<T extends Coming> = T & { readonly span: Span };

const inOrder = <T extends Coming>(events: readonly T[]): readonly Placed<T>[] =>
  events
    .map((event) => ({ ...event, span: looseSpan(event.at) }))
    .sort(
      (one, other) =>
        one.span.start - other.span.start || one.span.end - other.span.end || (one.id < other.id ? -1 : 1),
    );

const isBefore = (one: Span, other: Span): boolean => one.end < other.start;

/** Whether the coming is next, and not the leaving. */
function comesNext(coming: Span | undefined, leaving: Span | undefined, isOpen: boolean): boolean {
  if (coming === undefined || leaving === undefined) return leaving === undefined;
  if (isBefore(coming, leaving)) return true;
  return isBefore(leaving, coming) ? false : !isOpen;
}

interface Building {
  readonly from: Moment | null;
  readonly leavings: Placed<Leaving>[];
}

/** Whether the leaving is the one that ended this stay, noted again. */
function isSameLeaving({ leavings }: Building, { span }: Placed<Leaving>): boolean {
  const last = leavings.at(-1);
  return last !== undefined && span.start - last.span.end <= ONE_LEAVING;
}

function noteLeaving(stays: Building[], leaving: Placed<Leaving>): void {
  const last = stays.at(-1);
  const isOpen = last?.leavings.length === 0;
  if (last !== undefined && (isOpen || isSameLeaving(last, leaving))) last.leavings.push(leaving);
  else stays.push({ from: null, leavings: [leaving] });
}

const withoutSpan = ({ span: _, ...leaving }: Placed<Leaving>): Leaving => leaving;

/** What was noted of one guest. Departures that were taken back are left out by the caller. */
export interface Noted {
  readonly comings: readonly Coming[];
  readonly leavings: readonly Leaving[];
}

/** Earliest first; the last one is how it stands now. A second coming without a leaving goes on with the stay. */
export function staysOf(noted: Noted): readonly Stay[] {
  const comings = [...inOrder(noted.comings)];
  const leavings = [...inOrder(noted.leavings)];
  const stays: Building[] = [];
  while (comings.length + leavings.length > 0) {
    const isOpen = stays.at(-1)?.leavings.length === 0;
    if (comesNext(comings[0]?.span, leavings[0]?.span, isOpen)) {
      const coming = comings.shift();
      if (!isOpen && coming !== undefined) stays.push({ from: coming.at, leavings: [] });
    } else {
      const leaving = leavings.shift();
      if (leaving !== undefined) noteLeaving(stays, leaving);
    }
  }
  return stays.map((stay) => ({
    from: stay.from,
    until: stay.leavings[0]?.at ?? null,
    leavings: stay.leavings.map(withoutSpan),
  }));
}

/** Of the stays of a guest the one that lasts; null for who is not here. */
export function openStay(stays: readonly Stay[]): Stay | null {
  const last = stays.at(-1);
  return last?.until === null ? last : null;
}

/** Of the stays of a guest the one that ended, while no other has begun; null for who is here or never came. */
export function endedStay(stays: readonly Stay[]): Stay | null {
  const last = stays.at(-1);
  return last === undefined || last.until === null ? null : last;
}

/** Whether somebody noted that the guest died; another word at another device does not undo that. */
export const hasDied = (stays: readonly Stay[]): boolean =>
  endedStay(stays)?.leavings.some(({ how }) => how === "died") === true;

/**
 * Whether the guest was here at any time between two instants, both included: a day as the house counts it, or a night.
 * Who left without a noted coming was here when they left.
 */
export const wasHere = (stays: readonly Stay[], start: number, end: number): boolean =>
  stays.some(({ from, until }) => {
    const left = until === null ? Infinity : spanOf(until).end;
    const known = from ?? until;
    const came = known === null ? -Infinity : spanOf(known).start;
    return came <= end && left >= start;
  });

const SECOND = 1000;

/** What happens now, by a clock that may be behind: later than what it follows on, by a second where it has to be. */
export function momentAfter(now: number, earlier: readonly Moment[]): Moment {
  const starts = earlier.map((moment) => spanOf(moment).start).filter(Number.isFinite);
  const second = Math.floor(now / SECOND) * SECOND;
  const at = Math.max(second, ...starts.map((start) => start + SECOND));
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/**
 * Whether a departure is told of an earlier time than the one that counts now: the guest came before it, and came again
 * after it. One that lies before every coming is one of now, by a clock or a date that is wrong.
 */
export function isPastLeaving(at: Moment, comings: readonly Coming[]): boolean {
  const left = looseSpan(at);
  const spans = comings.map((coming) => looseSpan(coming.at));
  return spans.some((came) => isBefore(left, came)) && spans.some((came) => isBefore(came, left));
}
