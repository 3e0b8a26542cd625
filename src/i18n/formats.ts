/**
 * Numbers, counts, times and names of countries as people write them, by `Intl`. A time is shown
 * relative and absolute together; one that is not known is said to be unknown, never left out.
 */
import { type Language, LOCALES } from "./language.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Counting {
  readonly rules: Intl.PluralRules;
  readonly digits: Intl.NumberFormat;
}

/** A code in groups of four, to be read aloud or compared. */
export const inGroups = (code: string): readonly string[] => code.match(/.{1,4}/gu) ?? [];

/** Forms of a counted word; `#` stands for the number. */
export interface CountForms {
  readonly one: string;
  readonly other: string;
}

const counting = new Map<Language, Counting>();

/** Made when first used: every table has its counter, and most are never read. */
function countingIn(language: Language): Counting {
  const known = counting.get(language);
  if (known !== undefined) return known;
  const made = {
    rules: new Intl.PluralRules(LOCALES[language]),
    digits: new Intl.NumberFormat(LOCALES[language]),
  };
  counting.set(language, made);
  return made;
}

/** A function that words a number: `counter("es")(3, { one: "# casa", other: "# casas" })`. */
export function counter(language: Language): (n: number, forms: CountForms) => string {
  return (n, forms) => {
    const { rules, digits } = countingIn(language);
    return (rules.select(n) === "one" ? forms.one : forms.other).replace("#", digits.format(n));
  };
}

/** Replaces `{name}` by the data of that name; a name without data stays visible as it is. */
export const fill = (template: string, data: Readonly<Record<string, string | number | undefined>>): string =>
  template.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = data[name];
    return value === undefined ? whole : String(value);
  });

export interface Formats {
  /** Digits grouped as the language does. */
  number(n: number): string;
  /** "21 nov 2026, 17:40". */
  dateTime(ms: number): string;
  /** "21 nov 2026". */
  day(ms: number): string;
  /** The hour in which it lies, of which no more is said: "21 nov 2026, 17:00–18:00". */
  hour(ms: number): string;
  /** "17:40". */
  clock(ms: number): string;
  /** "hace 20 min"; less than a minute is "ahora". */
  relative(ms: number, now: number): string;
  /** Relative and absolute: "hace 20 min (21 nov 2026, 17:40)". */
  moment(ms: number, now: number): string;
  /** A calendar date of which parts may be missing: "2009", "2009-03", "2009-03-21". Null when it is none. */
  partialDate(text: string): string | null;
  /** Name of a country from its two letters; the letters when nobody knows it. */
  country(code: string): string;
  /** "a, b y c". */
  list(words: readonly string[]): string;
  /** "340 KB". */
  bytes(n: number): string;
}

/** Past it no date can be made of an instant (ECMA-262, "Time Values and Time Range"). */
const LAST = 8_640_000_000_000_000;

/** Other devices' clocks and programs say any number: a page that shows one must not fall over it. */
const shown = (ms: number): number => Math.min(Math.max(ms, -LAST), LAST);

function relativeSteps(ms: number, now: number): readonly [number, Intl.RelativeTimeFormatUnit] {
  const gap = ms - now;
  const size = Math.abs(gap);
  if (size < MINUTE) return [0, "second"];
  if (size < HOUR) return [Math.round(gap / MINUTE), "minute"];
  if (size < DAY) return [Math.round(gap / HOUR), "hour"];
  if (size < 60 * DAY) return [Math.round(gap / DAY), "day"];
  return [Math.round(gap / (30 * DAY)), "month"];
}

function partialDateFormat(locale: string): (text: string) => string | null {
  const utc = { timeZone: "UTC" } as const;
  const whole = new Intl.DateTimeFormat(locale, { ...utc, day: "numeric", month: "short", year: "numeric" });
  const month = new Intl.DateTimeFormat(locale, { ...utc, month: "long", year: "numeric" });
  return (text) => {
    const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(text);
    if (parts === null) return null;
    const [, years, months, days] = parts;
    const at = new Date(`${years ?? ""}-${months ?? "01"}-${days ?? "01"}T00:00:00Z`);
    if (Number.isNaN(at.getTime())) return null;
    if (days !== undefined) return whole.format(at);
    return months === undefined ? (years ?? null) : month.format(at);
  };
}

/** Formats of one language. */
export function createFormats(language: Language): Formats {
  const locale = LOCALES[language];
  const number = new Intl.NumberFormat(locale);
  const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const days = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
  const hours = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", hourCycle: "h23" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  const countries = new Intl.DisplayNames([locale], { type: "region", fallback: "code" });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });

  const day = (ms: number): string => days.format(shown(ms));
  const clock = (ms: number): string => hours.format(shown(ms));
  const dateTime = (ms: number): string => `${day(ms)}, ${clock(ms)}`;
  const ago = (ms: number, now: number): string => relative.format(...relativeSteps(ms, now));
  return {
    number: (n) => number.format(n),
    dateTime,
    day,
    hour(ms) {
      const from = ms - (ms % HOUR);
      return `${dateTime(from)}–${clock(from + HOUR)}`;
    },
    clock,
    relative: ago,
    moment: (ms, now) => `${ago(ms, now)} (${dateTime(ms)})`,
    partialDate: partialDateFormat(locale),
    country: (code) => (/^[A-Za-z]{2}$/u.test(code) ? (countries.of(code.toUpperCase()) ?? code) : code),
    list: (words) => list.format(words),
    bytes: (n) => {
      if (n < 1_000_000) return `${number.format(Math.ceil(n / 1000))} KB`;
      return n < 1_000_000_000
        ? `${oneDecimal.format(n / 1_000_000)} MB`
        : `${oneDecimal.format(n / 1_000_000_000)} GB`;
    },
  };
}
