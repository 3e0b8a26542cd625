/**
 * What a device does by itself with the news that its house noted of somebody whom another house seeks: it asks that
 * house to call, or takes that back. Any device of the house that may write does it, whoever is first.
 */
import { accessOf, reasonsToCall } from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import { type Put, writePuts } from "../commands/write-records.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { siteRecordId } from "../records/site-record.ts";
import { writingRole } from "../house/restate.ts";
import { isCallTakenBack, personsWord, wordsAbout } from "./news-of.ts";

/** The cards of other houses of which something was noted. */
function cardsWithNews(house: House): readonly CatalogRecord[] {
  const own = memberOf(house).site.site;
  const abouts = new Set(house.catalog.ofKind("news").map(({ fields }) => fields["about"] as RecordId));
  return [...abouts].flatMap((about) => {
    const card = house.catalog.get(about);
    return card?.kind === "card" && card.issuer !== null && card.issuer !== own ? [card] : [];
  });
}

/** Whom another house reads to call, and what is written of it; null for nobody. */
function saidIn(record: CatalogRecord | null): { readonly whom: unknown } | null {
  if (record === null || isCallTakenBack(record)) return null;
  return { whom: record.conflicts["whom"] === undefined ? record.fields["whom"] : null };
}

/** What is to be written so that the other house reads what it may; null where it does. */
function dueFor(house: House, card: CatalogRecord): Put | null {
  const id = siteRecordId("news-call", memberOf(house).site.site, card.id);
  if (id === null) return null;
  const words = wordsAbout(house, card.id);
  const person = personsWord(house, card.id);
  const [reason] = reasonsToCall(words, person);
  const said = saidIn(house.catalog.get(id));
  const put = (more: object): Put => ({
    ...{ id, kind: "news-call" },
    input: { to: card.issuer, card: card.id, ...more },
  });
  if (reason !== undefined) {
    const whom = house.catalog.get(reason.id as RecordId)?.fields["whom"];
    return said?.whom === whom ? null : put({ whom });
  }
  // a device that is still being filled does not know what it rests on: only a word against it takes it back
  const isAgainst = person === "kept" || words.some(({ kind }) => kind === "taken-back");
  return said !== null && isAgainst ? put({ withdrawn: true }) : null;
}

/** Resolves with whether anything was written. */
export async function keepNewsCalls(house: House): Promise<boolean> {
  const role = writingRole(house);
  if (role === null || accessOf(role, "news-call") !== "write") return false;
  let wrote = false;
  for (const put of cardsWithNews(house).flatMap((card) => dueFor(house, card) ?? [])) {
    try {
      await writePuts(house, [put]);
      wrote = true;
    } catch (error) {
      // no key any more, a house that is not trusted: it is tried again whenever something comes
      if (!(error instanceof EngineError)) throw error;
    }
  }
  return wrote;
}
