/**
 * What a device states again of one record: what it wrote on top of something that does not count
 * (docs/protocol.md, "Restating"). Pure: from opened entries to changes that are still to be sealed.
 */
import { FIELDS_TOLD_WHOLE } from "#model";
import type { DeviceId, Membership } from "#sync";
import type { RecordId } from "../api/index.ts";
import { toHex } from "../documents/hex.ts";
import { restateChanges } from "../documents/restate-changes.ts";
import { actorOf } from "./actor.ts";
import type { CatalogRecord } from "./catalog.ts";
import { restatedIncarnation } from "./incarnation.ts";
import { attributedChanges, countedContents, type PlacedContent } from "./read-record.ts";
import type { RecordChanges } from "./writer.ts";

interface Known {
  readonly device: DeviceId;
  readonly membership: Membership;
  /** Opened from the places of the record. */
  readonly contents: readonly PlacedContent[];
  /** Of this record, past a cut. */
  readonly quarantined: readonly PlacedContent[];
}

/** One for each change that waits and was not stated again yet; in causal order. */
export function restateRecord(
  record: CatalogRecord,
  { device, membership, contents, quarantined }: Known,
): readonly Pick<RecordChanges, "incarnation" | "changes">[] {
  const { id, entries: places } = record;
  const all = [...contents, ...quarantined];
  const devices = devicesOf(id, all);
  const actorFor = (author: DeviceId, hash: string): string =>
    toHex(actorOf(author, restatedIncarnation(hash), id));
  const changes = restateChanges({
    accepted: attributedChanges(id, countedContents({ places, contents, membership }, record)),
    refused: attributedChanges(id, all),
    isOwn: (actor) => devices.get(actor) === device,
    statedBy: ({ hash, actor }) => {
      const author = devices.get(actor);
      return author === undefined ? [] : [actorFor(author, hash)];
    },
    actorFor: (hash) => actorFor(device, hash),
    toldWhole: FIELDS_TOLD_WHOLE,
  });
  return changes.map(({ of, bytes }) => ({ incarnation: restatedIncarnation(of), changes: [bytes] }));
}

const devicesOf = (id: RecordId, contents: readonly PlacedContent[]): ReadonlyMap<string, DeviceId> =>
  new Map(
    contents.map(({ place, incarnation }) => [toHex(actorOf(place.device, incarnation, id)), place.device]),
  );
