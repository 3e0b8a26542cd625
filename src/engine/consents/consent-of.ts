/** What a guest agreed to, for whatever would use it: the one place that answers that (src/model/consent.ts). */
import { type ConsentPurpose, consentState, type ConsentWord, statementOf } from "#model";
import type { SiteId } from "#sync";
import type { RecordId } from "../api.ts";
import type { Catalog, CatalogRecord } from "../records/catalog.ts";

/** One thing that a guest may agree to. `to`: for `refer`, and only there. */
export interface ConsentTopic {
  readonly guest: RecordId;
  readonly purpose: ConsentPurpose;
  readonly to?: SiteId | null | undefined;
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

/** Also of those whom only somebody says to be the same person. */
function statementsMaybeOn(catalog: Catalog, topic: ConsentTopic): readonly CatalogRecord[] {
  const { maybe } = catalog.personOf(topic.guest);
  return maybe.flatMap((guest) => catalog.having("consent", "guest", guest)).filter(isOn(topic));
}

/**
 * Only `yes` permits. `unset` for who cannot read what was said: it stays in the house. While it is contested whether two
 * guests are one person, a yes of one is not the other's, and a no of one is.
 */
export function consentOf(house: { readonly catalog: Catalog }, topic: ConsentTopic): ConsentWord {
  const own = consentState(statementsOn(house, topic).map(statementOf));
  if (own === "no") return "no";
  const maybe = consentState(statementsMaybeOn(house.catalog, topic).map(statementOf));
  return maybe === "no" ? "no" : own === "yes" ? maybe : own;
}
