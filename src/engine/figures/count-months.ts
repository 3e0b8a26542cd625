/** Months that are to be counted for good before guests shrink, as records: of one content one id, whoever writes it. */
import { hash, toText, utf8 } from "#crypto";
import { countableFrom, type MonthToCount, monthsToCount } from "#model";
import { idBytes } from "#sync";
import type { RecordId } from "../api/index.ts";
import type { Put } from "../commands/write-records.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { RECORD_ID_BYTES } from "../records/content.ts";
import { passedUntil } from "../reports/house-clock.ts";
import { countedTag } from "./counted-tag.ts";
import { figureRecordsOf } from "./figure-records.ts";

function idOf(house: House, { month, arrivals, of }: MonthToCount): RecordId {
  const parts = Object.values(arrivals).map((groups) => Object.entries(groups));
  const said = utf8(JSON.stringify([month, of, parts]));
  const { site } = memberOf(house).site;
  return toText(hash("vereda/month-count/1", idBytes(site), said).subarray(0, RECORD_ID_BYTES)) as RecordId;
}

export interface MonthsOfGuests {
  readonly puts: readonly Put[];
  /** Of the guests those of whom all comings are counted with these. */
  readonly ready: readonly CatalogRecord[];
}

/** What is to be written before these guests, each a person, may shrink. */
export function monthsOfGuests(house: House, guests: readonly CatalogRecord[]): MonthsOfGuests {
  const until = passedUntil(house);
  const isOver = (month: string): boolean => countableFrom(month) < until;
  const tagOf = (record: string): string | null => countedTag(record as RecordId);
  const records = figureRecordsOf(house);
  const { counts, waiting } = monthsToCount({ records, tagOf, isOver }, new Set(guests.map(({ id }) => id)));
  return {
    puts: counts.map((input) => ({ id: idOf(house, input), kind: "month-count", input })),
    ready: guests.filter(({ id }) => !waiting.has(id)),
  };
}
