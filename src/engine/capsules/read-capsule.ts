/** A capsule as its card opens it, for as long as somebody looks at it: it goes into no catalog, index or file. */
import { openCapsules } from "#sync";
import type { House } from "../house/house.ts";
import type { CatalogRecord, EntryPlace } from "../records/catalog.ts";
import { decodeContent } from "../records/content.ts";
import { type PlacedContent, readRecord } from "../records/read-record.ts";
import type { Card } from "./card.ts";

export interface OpenedCapsule {
  readonly record: CatalogRecord;
  readonly contents: readonly PlacedContent[];
}

const inOrder = (one: EntryPlace, other: EntryPlace): number =>
  one.device === other.device ? one.seq - other.seq : one.device < other.device ? -1 : 1;

/** Null where nothing of it has come here. */
export async function readCapsule(house: House, { site, key, id }: Card): Promise<OpenedCapsule | null> {
  const { replica } = house;
  const opened = await openCapsules(replica, { site, key });
  const contents = opened.flatMap(({ entry, plaintext }): PlacedContent[] => {
    const { space, device, seq } = entry.header;
    const content = decodeContent(plaintext);
    return content?.record === id ? [{ ...content, place: { space, device, seq } }] : [];
  });
  const places = contents.map(({ place }) => place).sort(inOrder);
  const record = readRecord({ id, places, contents, membership: replica.membership() });
  return record?.kind === "capsule" ? { record, contents } : null;
}
