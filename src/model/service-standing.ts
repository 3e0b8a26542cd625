/**
 * What a service is like now, out of what several houses say of it, and how long ago anybody made sure. Whoever made sure
 * last counts; where houses differ, each one's word is kept beside it with its house, because a telephone that was
 * changed with bad intent must not push the right one out of sight. Knows no clock: the day is handed in.
 */
import { daysBetween } from "./route-fields.ts";
import { SERVICE_TOLD, type ServiceStatus, type ServiceTold } from "./service.ts";

/** What one house says: the service itself, of the house that noted it, or a word about it. */
export interface ServiceVoice {
  readonly site: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** What devices of that house set at once, by dotted path. */
  readonly conflicts: Readonly<Record<string, readonly unknown[]>>;
}

/** `fresh`: shown as it is; `old`: shown as old; `stale`: in no list unless asked for; `unclear`: dated ahead of today. */
export type ServiceFreshness = "fresh" | "old" | "stale" | "unclear";

export const FRESH_DAYS = 30;
export const STALE_DAYS = 365;
/** Between a wrong zone and a clock that was set by hand. */
const DAYS_AHEAD = 1;

export function serviceFreshness(confirmedOn: string, today: string): ServiceFreshness {
  const days = daysBetween(confirmedOn, today);
  if (Number.isNaN(days) || days < -DAYS_AHEAD) return "unclear";
  if (days <= FRESH_DAYS) return "fresh";
  return days <= STALE_DAYS ? "old" : "stale";
}

/** Another value that a house says of a field, beside the one that counts. */
export interface OtherValue {
  readonly field: ServiceTold;
  readonly site: string;
  readonly value: unknown;
}

export interface ServiceStanding {
  readonly fields: Readonly<Partial<Record<ServiceTold, unknown>>>;
  readonly status: ServiceStatus;
  /** By whoever made sure last. */
  readonly confirmedOn: string;
  readonly confirmedBy: string;
  readonly freshness: ServiceFreshness;
  /** Houses that made sure in the last {@link FRESH_DAYS} days and say the same of whether it is open. */
  readonly agree: number;
  readonly others: readonly OtherValue[];
}

interface Read extends ServiceVoice {
  readonly on: string;
  readonly status: ServiceStatus;
  readonly freshness: ServiceFreshness;
}

const readings = ({ fields, conflicts }: ServiceVoice, field: string): readonly unknown[] => [
  fields[field],
  ...(conflicts[field] ?? []),
];

/** Of days that a house's devices said at once the earlier counts, and closed before open. */
function readVoice(voice: ServiceVoice, today: string): Read {
  const days = readings(voice, "confirmedOn").filter((day): day is string => typeof day === "string");
  const on = [...days].sort()[0] ?? "";
  const isClosed = readings(voice, "status").includes("closed");
  return {
    ...voice,
    on,
    status: isClosed ? "closed" : "open",
    freshness: serviceFreshness(on, today),
  };
}

/** What a day ahead of today says of itself counts least; on one day "closed" comes after "open", and so counts. */
const rank = ({ freshness, on, status, site }: Read): readonly string[] => [
  freshness === "unclear" ? "0" : "1",
  freshness === "unclear" ? "" : on,
  status === "closed" ? "1" : "0",
  site,
];

function inOrder(one: Read, other: Read): number {
  const [a, b] = [rank(one), rank(other)];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? "") < (b[at] ?? "") ? -1 : 1;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** `note`: the service itself, of the house that noted it. */
export function serviceStanding(
  note: ServiceVoice,
  { words, today }: { readonly words: readonly ServiceVoice[]; readonly today: string },
): ServiceStanding {
  const noted = readVoice(note, today);
  const voices = [noted, ...words.map((word) => readVoice(word, today))].sort(inOrder);
  const fields: Partial<Record<ServiceTold, unknown>> = {};
  for (const voice of voices)
    for (const field of SERVICE_TOLD)
      if (voice.fields[field] !== undefined) fields[field] = voice.fields[field];
  const last = voices.at(-1) ?? noted;
  return {
    fields,
    status: last.status,
    confirmedOn: last.on,
    confirmedBy: last.site,
    freshness: last.freshness,
    agree: voices.filter(({ freshness, status }) => freshness === "fresh" && status === last.status).length,
    others: othersIn(voices, fields),
  };
}

const othersIn = (
  voices: readonly Read[],
  fields: Readonly<Partial<Record<ServiceTold, unknown>>>,
): readonly OtherValue[] =>
  SERVICE_TOLD.flatMap((field) =>
    voices.flatMap((voice) => {
      const told = readings(voice, field).filter(
        (value) => value !== undefined && !same(value, fields[field]),
      );
      return told.map((value) => ({ field, site: voice.site, value }));
    }),
  );

/** What a word has to say so that the service is read as wanted: what differs from how its own house notes it. */
export const correctionsOf = (
  noted: Readonly<Record<string, unknown>>,
  wanted: Readonly<Partial<Record<ServiceTold, unknown>>>,
): Readonly<Partial<Record<ServiceTold, unknown>>> =>
  Object.fromEntries(
    SERVICE_TOLD.flatMap((field) =>
      wanted[field] === undefined || same(wanted[field], noted[field]) ? [] : [[field, wanted[field]]],
    ),
  );
