/**
 * Values of options and arguments as they are typed. Each reader takes the option's name, gives the
 * value, or throws a {@link UsageError} that does not repeat what was typed.
 */
import { MOST_TRACE_YEARS } from "#model";
import type { Role, SiteKind } from "#sync";
import { UsageError } from "./failure.ts";
import type { Wording } from "./wording.ts";

// as keys of a record, so that a new role or kind does not compile until it is listed
const ROLES: Readonly<Record<Role, true>> = {
  coordinator: true,
  staff: true,
  protection: true,
  volunteer: true,
  advocate: true,
  hub: true,
};
const SITE_KINDS: Readonly<Record<SiteKind, true>> = { shelter: true, advocates: true };

export const namesOf = <T extends string>(table: Readonly<Record<T, true>>): readonly T[] =>
  Object.keys(table) as T[];

export const ROLE_NAMES = namesOf(ROLES);
export const SITE_KIND_NAMES = namesOf(SITE_KINDS);

const MINUTE = 60_000;
const UNITS: Readonly<Record<string, number>> = {
  m: MINUTE,
  h: 60 * MINUTE,
  d: 24 * 60 * MINUTE,
  w: 7 * 24 * 60 * MINUTE,
};
/** An invitation that nobody uses for a year is not one. */
const LONGEST_MS = 366 * 24 * 60 * MINUTE;
const MOST_PORT = 65_535;
const MOST_RESULTS = 1000;
/** Six digits are read: of megabytes that is a terabyte. */
const MOST_AMOUNT = 999_999;

export interface OptionReaders {
  choice<T extends string>(name: string, choices: readonly T[]): (text: string) => T;
  limit(name: string): (text: string) => number;
  years(name: string): (text: string) => number;
  /** A whole number from 1 on. */
  amount(name: string): (text: string) => number;
  port(name: string): (text: string) => number;
  /** Milliseconds. */
  duration(name: string): (text: string) => number;
  address(name: string): (text: string) => string;
  /** A multiaddr, or the address of a page that a hub on this machine serves. */
  hubAddress(name: string): (text: string) => string;
  /** The same for an option that may be given more than once. */
  addresses(name: string): (text: string, before: readonly string[]) => readonly string[];
  notEmpty(name: string): (text: string) => string;
}

function wholeNumber(text: string, from: number, to: number): number | null {
  const n = /^\d{1,6}$/u.test(text) ? Number(text) : Number.NaN;
  return n >= from && n <= to ? n : null;
}

function durationOf(text: string): number | null {
  const parts = /^(\d{1,5})\s*([mhdw])$/iu.exec(text.trim());
  const unit = UNITS[parts?.[2]?.toLowerCase() ?? ""];
  if (parts === null || unit === undefined) return null;
  const ms = Number(parts[1]) * unit;
  return ms > 0 && ms <= LONGEST_MS ? ms : null;
}

// whether the rest is right shows when it is dialled
const isAddress = (text: string): boolean => /^\/(?:ip[46]|dns[46]?|dnsaddr)\/[^/\s]+(?:\/\S+)?$/u.test(text);

/** Where the page of a hub on this machine listens, as a multiaddr, its token left out; null for any other text. */
function pageAddress(text: string): string | null {
  const port = /^http:\/\/(?:localhost|127\.0\.0\.1):(\d{1,5})\/?(?:#\S*)?$/u.exec(text)?.[1];
  return port === undefined ? null : `/ip4/127.0.0.1/tcp/${port}/ws`;
}

function orUsage<T>(value: T | null, message: string): T {
  if (value === null) throw new UsageError(message);
  return value;
}

/** Readers whose refusals are in the language of the command. */
export function createOptionReaders({ cli: { usage } }: Wording): OptionReaders {
  const address = (name: string) => (text: string) =>
    orUsage(isAddress(text) ? text : null, usage.address(name));
  const numberFrom = (from: number, to: number) => (name: string) => (text: string) =>
    orUsage(wholeNumber(text, from, to), usage.wholeNumber(name, from, to));
  return {
    choice: (name, choices) => (text) =>
      orUsage(choices.find((choice) => choice === text) ?? null, usage.oneOf(name, choices.join(", "))),
    limit: numberFrom(1, MOST_RESULTS),
    years: numberFrom(1, MOST_TRACE_YEARS),
    amount: numberFrom(1, MOST_AMOUNT),
    port: numberFrom(0, MOST_PORT),
    duration: (name) => (text) => orUsage(durationOf(text), usage.duration(name)),
    address,
    hubAddress: (name) => (text) => pageAddress(text) ?? address(name)(text),
    addresses: (name) => (text, before) => [...before, address(name)(text)],
    notEmpty: (name) => (text) => orUsage(text.trim() === "" ? null : text.trim(), usage.notEmpty(name)),
  };
}
