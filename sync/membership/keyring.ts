/**
 * What one device can open and seal under one membership (docs/protocol.md, "Keys"). Built anew
 * when the membership changes; a shared {@link SecretCache} keeps that cheap. Holds secrets: it is
 * dropped when the vault is locked. Knows no roles: what it has no key for, it does not open.
 */
import {
  type AgreePair,
  type DeviceSecrets,
  dropKeyId,
  equalBytes,
  type KeyId,
  keyIdOf,
  open,
  openFromDrop,
  redactDevice,
  type Sealed,
  type Signatures,
  type SpaceKey,
} from "#crypto";
import type { SiteId } from "../ids.ts";
import type { WriteKey } from "../log/append.ts";
import { type Entry, NO_KEY_ID, sealContext } from "../log/entry.ts";
import { CONTROL, PAIR, type SpaceId } from "../space.ts";
import { writable } from "./generations.ts";
import { type GroupSecrets, openGroupSecrets } from "./group-secrets.ts";
import { deviceIdOf } from "./join-request.ts";
import type { GroupGeneration, Membership, SpaceGeneration } from "./membership.ts";
import type { OwnSecrets } from "./own-secrets.ts";
import { createPairRing, type PairRing } from "./pair-ring.ts";
import { everMember } from "./removal.ts";
import { createSecretCache, keyText, type SecretCache } from "./secret-cache.ts";
import { openSpaceKeys, type SpaceKeys } from "./space-keys.ts";

export interface KeyringOptions {
  readonly membership: Membership;
  readonly meshKey: SpaceKey;
  readonly device: DeviceSecrets;
  readonly own: OwnSecrets;
  readonly signatures: Signatures;
  /** From the keyring before, so that only new boxes are opened. */
  readonly cache?: SecretCache;
}

export interface Keyring {
  /** Whether any generation of the space's key is held; for `pair`, whether the site's staff secret is. */
  readable: (space: SpaceId) => boolean;
  /**
   * What to seal an entry of this space under: the space's key, or its drop key where that is all
   * there is. Null when there is neither, when a revocation calls for a new generation first, and
   * for `pair` (see `pairKey`) and `capsule`.
   */
  writeKey: (space: SpaceId) => WriteKey | null;
  /** The plaintext of an entry; null when no key fits or it was changed. Never throws on bytes. */
  openEntry: (entry: Entry) => Promise<Uint8Array | null>;
  /** The key shared with another site; entries under it carry no key id. Null for a device without the staff secret. */
  pairKey: (other: SiteId) => Promise<SpaceKey | null>;
  /** The secret of a group's generation; null when it is not held. */
  groupSecret: (generation: Pick<GroupGeneration, "public">) => AgreePair | null;
  /** The key of a space's generation; null when it is not held. */
  spaceKey: (generation: Pick<SpaceGeneration, "keyId">) => SpaceKey | null;
}

/** Opens every box that is meant for the device. Costs one X25519 for each box that the cache has not seen. */
export async function createKeyring(options: KeyringOptions): Promise<Keyring> {
  const { membership, own, device, signatures, cache = createSecretCache() } = options;
  const me = deviceIdOf(redactDevice(device));
  const groups = await openGroupSecrets({ membership, me, pair: device.agree, own, signatures, cache });
  const spaces = await openSpaceKeys({ membership, groups, own, signatures, cache });
  const site = everMember(membership, me)?.site ?? null;
  const pairs = createPairRing({ membership, site, groups, signatures, cache });
  return assemble({ ...options, cache }, { groups, spaces, pairs, site });
}

interface Held {
  readonly groups: GroupSecrets;
  readonly spaces: SpaceKeys;
  readonly pairs: PairRing;
  readonly site: SiteId | null;
}

function assemble(options: Required<KeyringOptions>, held: Held): Keyring {
  const { membership, meshKey } = options;
  const { groups, spaces, pairs } = held;
  const controlKey: WriteKey = { kind: "space", key: meshKey, keyId: keyIdOf(meshKey) };
  const spaceKey: Keyring["spaceKey"] = ({ keyId }) => spaces.get(keyText(keyId)) ?? null;
  const groupSecret: Keyring["groupSecret"] = ({ public: key }) => groups.get(keyText(key)) ?? null;
  const heldOf = (space: SpaceId): readonly SpaceKey[] =>
    (membership.spaces.get(space) ?? []).map(spaceKey).filter((key) => key !== null);
  return {
    readable: (space) => {
      if (space === CONTROL) return true;
      return space === PAIR ? holdsStaff(membership, held) : heldOf(space).length > 0;
    },
    writeKey: (space) => (space === CONTROL ? controlKey : chooseWriteKey(membership, space, spaceKey)),
    openEntry: (entry) => openWith({ options, pairs, heldOf, controlKey }, entry),
    pairKey: pairs.toWrite,
    groupSecret,
    spaceKey,
  };
}

function holdsStaff(membership: Membership, { groups, site }: Held): boolean {
  const generations = [...membership.groups.values()].flat();
  return generations.some(
    (one) => one.site === site && one.group === "staff" && groups.has(keyText(one.public)),
  );
}

/** The best generation whose key is held; else the drop key of the best one. */
function chooseWriteKey(membership: Membership, space: SpaceId, keyOf: Keyring["spaceKey"]): WriteKey | null {
  const usable = writable(membership, membership.spaces.get(space) ?? []);
  for (const generation of usable) {
    const key = keyOf(generation);
    if (key !== null) return { kind: "space", key, keyId: generation.keyId };
  }
  const drop = usable[0]?.drop ?? null;
  return drop === null ? null : { kind: "drop", public: drop, keyId: dropKeyId(drop) };
}

interface Opening {
  readonly options: Required<KeyringOptions>;
  readonly pairs: PairRing;
  readonly heldOf: (space: SpaceId) => readonly SpaceKey[];
  readonly controlKey: { readonly key: SpaceKey; readonly keyId: KeyId };
}

/** An entry that was not erased. */
type WholeEntry = Entry & { readonly body: Sealed };
const isWhole = (entry: Entry): entry is WholeEntry => entry.body !== null;

async function openWith(opening: Opening, entry: Entry): Promise<Uint8Array | null> {
  const { header } = entry;
  if (!isWhole(entry)) return null;
  if (header.space === CONTROL) return openSealed(entry, opening.options.meshKey);
  if (header.space === PAIR) return openPair(opening, entry);
  for (const key of opening.heldOf(header.space)) {
    if (equalBytes(header.keyId, keyIdOf(key))) return openSealed(entry, key);
    const pair = opening.options.cache.dropPair(key);
    if (equalBytes(header.keyId, dropKeyId(pair.public))) return openDropped(opening, entry, pair);
  }
  return null;
}

const openSealed = ({ header, body }: WholeEntry, key: SpaceKey): Uint8Array | null =>
  open({ key, salt: header.salt, context: sealContext(header), commit: header.commit, body });

function openDropped(
  { options }: Opening,
  { header, body }: WholeEntry,
  pair: AgreePair,
): Promise<Uint8Array | null> {
  const { salt, commit } = header;
  return openFromDrop({
    signatures: options.signatures,
    pair,
    salt,
    context: sealContext(header),
    commit,
    body,
  });
}

async function openPair({ pairs }: Opening, entry: WholeEntry): Promise<Uint8Array | null> {
  const { header } = entry;
  if (!equalBytes(header.keyId, NO_KEY_ID)) return null;
  // A wrong key costs one derivation: the commitment is compared before anything is opened.
  for await (const key of pairs.toRead(header.device)) {
    const plaintext = openSealed(entry, key);
    if (plaintext !== null) return plaintext;
  }
  return null;
}
