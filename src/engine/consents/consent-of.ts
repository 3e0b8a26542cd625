/** What a guest agreed to, for whatever would use it: the one place that answers that (src/model/consent.ts). */
import {
  accessOf,
  type ConsentPurpose,
  consentState,
  type ConsentWord,
  type Statement,
  statementOf,
} from "#model";
import type { Replica } from "#sync";
import type { RecordId, ToldTo } from "../api/index.ts";
import type { Catalog, CatalogRecord } from "../records/catalog.ts";
import { authorAt } from "../records/read-record.ts";

/** What tells the words of a guest, and who wrote them down. */
interface Words {
  readonly catalog: Catalog;
  readonly replica: Pick<Replica, "membership">;
}

/** One thing that a guest may agree to. `to`: for `refer`, and only there. */
export interface ConsentTopic {
  readonly guest: RecordId;
  readonly purpose: ConsentPurpose;
  readonly to?: ToldTo | null | undefined;
}

const isOn =
  ({ purpose, to }: ConsentTopic) =>
  ({ fields }: CatalogRecord): boolean =>
    fields["purpose"] === purpose && (fields["to"] ?? null) === (to ?? null);

/** Every statement on it that is here, also those that were replaced: of the person, in whichever of their records. */
export const statementsOn = (
  { catalog }: { readonly catalog: Catalog },
  topic: ConsentTopic,
): readonly CatalogRecord[] => catalog.ofGuest(topic.guest, "consent").filter(isOn(topic));

/**
 * Records of consent as statements. By the role that its author had when the log took it, and not by what the record says
 * of itself: who hands in could write anything there.
 */
export function statementsIn(
  { replica }: Pick<Words, "replica">,
  records: readonly CatalogRecord[],
): readonly Statement[] {
  const membership = replica.membership();
  return records.map((record) => {
    const isHandedIn = record.entries.some((place) => {
      const author = authorAt(membership, place);
      return author === null || accessOf(author.role, "consent") !== "write";
    });
    return { ...statementOf(record), isHandedIn };
  });
}

/** Also of those whom only somebody says to be the same person. */
function statementsMaybeOn(catalog: Catalog, topic: ConsentTopic): readonly CatalogRecord[] {
  const { maybe } = catalog.personOf(topic.guest);
  return maybe.flatMap((guest) => catalog.having("consent", "guest", guest)).filter(isOn(topic));
}

/**
 * Only `yes` permits. `unset` for who cannot read what was said: it stays in the house. While it is contested whether two
 * guests are one person, a yes of one is not the other's, and a no of one is.
 */
export function consentOf(house: Words, topic: ConsentTopic): ConsentWord {
  const own = consentState(statementsIn(house, statementsOn(house, topic)));
  if (own === "no") return "no";
  const maybe = consentState(statementsIn(house, statementsMaybeOn(house.catalog, topic)));
  return maybe === "no" ? "no" : own === "yes" ? maybe : own;
}
