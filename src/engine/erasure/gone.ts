/**
 * What orders to erase leave of records: entries that an order names are gone, and what the devices of the house that
 * ordered it write to the record later is hidden until it is ordered too (docs/protocol.md, "Erasure").
 */
import {
  type DeviceId,
  type Erasure,
  everMember,
  isErasedPlace,
  type Membership,
  type RecordTag,
  type SiteId,
  standingOrders,
} from "#sync";
import type { RecordId } from "../api/record-id.ts";
import type { EntryPlace } from "../records/catalog.ts";
import { recordTag } from "./record-tag.ts";

type Sites = ReadonlySet<SiteId>;
const NOBODY: Sites = new Set();

function erasersByTag(erasures: readonly Erasure[]): ReadonlyMap<RecordTag, Sites> {
  const byTag = new Map<RecordTag, Set<SiteId>>();
  for (const { records, site } of standingOrders(erasures))
    for (const tag of records) byTag.set(tag, (byTag.get(tag) ?? new Set()).add(site));
  return byTag;
}

const known = new WeakMap<Membership, Gone>();

/** What a membership says is gone; worked out once. */
export function goneIn(membership: Membership): Gone {
  const gone = known.get(membership) ?? new Gone(membership);
  known.set(membership, gone);
  return gone;
}

export class Gone {
  readonly #membership: Membership;
  readonly #erasers: ReadonlyMap<RecordTag, Sites>;

  constructor(membership: Membership) {
    this.#membership = membership;
    this.#erasers = erasersByTag(membership.erasures);
  }

  /** Whether an order names the entry: nothing of it is left. */
  isErased({ space, device, seq }: EntryPlace): boolean {
    return isErasedPlace(this.#membership.erasures, { space, device }, seq);
  }

  /** Whether the entry counts no more in this record, although it may be here. */
  isHidden(record: RecordId, place: EntryPlace): boolean {
    return this.isErased(place) || this.#isOfEraser(this.erasersOf(record), place.device);
  }

  /** The houses that ordered a record to be erased. */
  erasersOf(record: RecordId): Sites {
    return this.#erasers.size === 0 ? NOBODY : (this.#erasers.get(recordTag(record)) ?? NOBODY);
  }

  #isOfEraser(erasers: Sites, device: DeviceId): boolean {
    const site = erasers.size === 0 ? undefined : everMember(this.#membership, device)?.site;
    return site !== undefined && erasers.has(site);
  }
}
