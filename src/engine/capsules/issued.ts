/** The capsules that the own house gave: which guest each is of, and what its card stands for. */
import { asSpaceKey, fromText, SPACE_KEY_BYTES } from "#crypto";
import { REVOKED_CAPSULE } from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import { changesOf, patchChanges, recordNamed } from "../commands/write-records.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import type { RecordChanges } from "../records/writer.ts";
import { type Card, capsuleIdOf } from "./card.ts";
import { readCapsule } from "./read-capsule.ts";

/** Null where the record does not say what opens its capsule. */
export function cardIn(house: House, { fields }: CatalogRecord): Card | null {
  const text = fields["key"];
  const bytes = typeof text === "string" ? fromText(text, SPACE_KEY_BYTES) : null;
  if (bytes === null) return null;
  const key = asSpaceKey(bytes);
  const id = capsuleIdOf(key);
  return id === fields["capsule"] ? { site: memberOf(house).site.site, key, id } : null;
}

/** What the house knows of a capsule that it gave. Throws `no-such-record`. */
export function issuedCard(house: House, id: RecordId): Card {
  const record = house.catalog.ofKind("capsule-guest").find(({ fields }) => fields["capsule"] === id);
  const card = record === undefined ? null : cardIn(house, record);
  if (card === null) throw new EngineError({ code: "no-such-record" });
  return card;
}

/** That it is no more; also before the capsule itself has come to this device. Null where it is so already. */
export async function revocation(house: House, card: Card): Promise<RecordChanges | null> {
  const opened = await readCapsule(house, card);
  const named = { ...recordNamed(card.id, "capsule", REVOKED_CAPSULE), key: card.key };
  if (opened === null) return changesOf(house, named);
  const { record, contents } = opened;
  const changes = await patchChanges(house, record, { after: named.fields, settles: () => true, contents });
  return changes === null ? null : { ...changes, key: card.key };
}
