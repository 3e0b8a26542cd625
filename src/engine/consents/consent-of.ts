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

/** Every statement on it that is here, also those that were replaced. */
export const statementsOn = (
  { catalog }: { readonly catalog: Catalog },
  { guest, purpose, to }: ConsentTopic,
): readonly CatalogRecord[] =>
  catalog
    .ofGuest(guest, "consent")
    .filter(({ fields }) => fields["purpose"] === purpose && (fields["to"] ?? null) === (to ?? null));

/** Only `yes` permits. `unset` for who cannot read what was said: it stays in the house. */
export function consentOf(house: { readonly catalog: Catalog }, topic: ConsentTopic): ConsentWord {
  return consentState(statementsOn(house, topic).map(statementOf));
}
