/** `export --format figures`: what a house counts, from its own records. Nothing of it leaves the device but the file. */
import { writeFigures } from "#formats";
import { type FigureRecord, type FigureRecords, figuresOf, type KindName, monthsOf, staysOf } from "#model";
import { EngineError, type RecordId, type UnixMillis } from "../api.ts";
import type { FiguresPeriod, FiguresTable } from "../figures-api.ts";
import { memberOf, type House } from "../house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { notedStays } from "../records/noted-stays.ts";
import { personsOfHouse } from "../records/one-person.ts";

const LAST_MS = 8.64e15;
const two = (n: number): string => String(n).padStart(2, "0");

/** The day of an instant in the zone of this device, which stands in the house: evenings count for their own month. */
export function localDay(ms: UnixMillis): string {
  const at = new Date(ms);
  return `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** An instant; null where a clock elsewhere said what is none. */
const momentOf = (ms: UnixMillis | null): string | null =>
  ms === null || !(Math.abs(ms) <= LAST_MS) ? null : new Date(ms).toISOString();

const figureRecord = ({ id, fields, createdAt, changedAt }: CatalogRecord): FigureRecord => ({
  ...{ id, fields, madeAt: momentOf(createdAt), changedAt: momentOf(changedAt) },
});

/**
 * Arrivals under one guest a person; a person who was registered twice when they came, in two records, came once.
 */
function arrivalsOf({ catalog }: House): readonly CatalogRecord[] {
  return catalog.ofKind("arrival").flatMap((arrival): readonly CatalogRecord[] => {
    const guest = catalog.get(arrival.fields["guest"] as RecordId);
    const [first = null, second] = guest?.kind === "guest" ? catalog.personOf(guest.id).members : [];
    if (guest === null || first === null || second === undefined) return [arrival];
    const begun = staysOf(notedStays(catalog, guest)).map(({ from }) => from);
    const beginning = begun.map((from) =>
      catalog.ofGuest(guest.id, "arrival").find(({ fields: { at } }) => at === from),
    );
    const isBeginning = beginning.some((known) => known?.id === arrival.id);
    return isBeginning ? [{ ...arrival, fields: { ...arrival.fields, guest: first } }] : [];
  });
}

/** Each person once. */
function countedRecords(house: House, kind: KindName): readonly CatalogRecord[] {
  if (kind === "guest") return personsOfHouse(house.catalog);
  return kind === "arrival" ? arrivalsOf(house) : house.catalog.ofKind(kind);
}

const recordsOf = (house: House): FigureRecords => ({
  ofKind: (kind: KindName) => countedRecords(house, kind).map(figureRecord),
  dayOf: (moment) => (moment.includes("T") ? localDay(Date.parse(moment)) : moment),
});

/** Who reads all that is counted, and may take a list away. */
const COUNTING: readonly string[] = ["coordinator", "staff", "protection"];

export function figures(house: House, period: FiguresPeriod = {}): FiguresTable {
  const { role } = memberOf(house).member;
  if (!COUNTING.includes(role)) throw new EngineError({ code: "not-allowed", role });
  const asked = monthsOf(period, localDay(house.deps.clock.now()));
  if (asked.kind === "bad-period") throw new EngineError({ code: "bad-period" });
  if (asked.kind === "not-over") throw new EngineError({ code: "month-not-over", last: asked.last });
  return figuresOf(recordsOf(house), asked.months);
}

export const exportFigures = (
  house: House,
  period: FiguresPeriod = {},
  language: "es" | "en" = "es",
): Uint8Array => writeFigures(figures(house, period), language);
