/**
 * Takes answers back by itself where nothing may be told any more: two devices of a house that were apart may have heard a
 * yes and a no, and only one of them sent something; or somebody was named since who must never be told. It only ever takes back; to tell something is a
 * command of a person.
 */
import { accessOf, tells } from "#model";
import { type Put, writePuts } from "../commands/write-records.ts";
import { EngineError, type RecordId } from "../api/index.ts";
import type { House } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { answerIdOf } from "./answer-id.ts";
import { isNarrowed } from "./narrowed.ts";
import { decisionOn, decisionsIn, isDecision, pairOf, stateIn } from "./decision.ts";

/** The decisions that these records are, or are answers of. */
function decisionsAmong({ catalog }: House, ids: readonly RecordId[]): readonly CatalogRecord[] {
  const isConcerned = (id: RecordId): boolean => {
    const record = catalog.get(id);
    return record !== null && (record.kind === "answer" || isDecision(record));
  };
  const changed = new Set(ids.filter(isConcerned));
  const guests = new Set(
    [...ids.flatMap((id) => catalog.samePersons.guestsIn(id)), ...guestsOf({ catalog }, ids)].flatMap(
      (guest) => catalog.personOf(guest).maybe,
    ),
  );
  if (changed.size === 0 && guests.size === 0) return [];
  return decisionsIn(catalog).filter(
    ({ id, fields }) =>
      changed.has(id) || changed.has(answerIdOf(id)) || guests.has(fields["guest"] as RecordId),
  );
}

/** What a person said besides that may take back what was let be told. */
const NARROWING: readonly string[] = ["never-tell", "consent"];

/** Of whom these are decisions, or words besides: what is said in one record of a person holds for what another let be told. */
const guestsOf = ({ catalog }: Pick<House, "catalog">, ids: Iterable<RecordId>): readonly RecordId[] =>
  [...ids].flatMap((id) => {
    const record = catalog.get(id);
    if (record?.kind === "trace") return [id];
    const isOfGuest = record !== null && (isDecision(record) || NARROWING.includes(record.kind));
    return isOfGuest ? [record.fields["guest"] as RecordId] : [];
  });

/** What holds of the person, in whichever of their records; of who is not here any more what was said of them. */
function isTold(house: House, decision: CatalogRecord): boolean {
  if (!tells(stateIn(decision))) return false;
  const pair = pairOf(house, decision);
  if (pair === null) return true;
  const holds = decisionOn(house.catalog, pair);
  return tells(holds.state) && !isNarrowed(house, { pair, decision: holds });
}

function withdrawal(house: House, decision: CatalogRecord): Put | null {
  const answer = house.catalog.get(answerIdOf(decision.id));
  if (answer === null || isTold(house, decision)) return null;
  // two devices that wrote it at once: what lost must not come back
  const isOut = answer.fields["state"] === "given" || answer.conflicts["state"] !== undefined;
  if (!isOut) return null;
  const { to, card } = answer.fields;
  return { id: answer.id, kind: "answer", input: { to, card, state: "withdrawn" } };
}

/** Resolves with whether anything was written; the house is settled by the caller. `ids`: records that came or changed. */
export async function takeBack(house: House, ids: readonly RecordId[]): Promise<boolean> {
  const role = house.replica.membership().devices.get(house.device)?.role;
  if (role === undefined || accessOf(role, "answer") === "none" || house.isCopied()) return false;
  const puts = decisionsAmong(house, ids).flatMap((decision) => withdrawal(house, decision) ?? []);
  try {
    if (puts.length > 0) await writePuts(house, puts);
    return puts.length > 0;
  } catch (error) {
    // no key any more, or no such site: nothing can be said to it
    if (error instanceof EngineError) return false;
    throw error;
  }
}
