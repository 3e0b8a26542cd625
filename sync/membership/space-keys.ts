/**
 * Opens the keys of spaces: from what the vault made itself, from boxes to groups whose secrets the
 * device has, and from there back along the predecessors (docs/protocol.md, "Keys").
 */
import { keyIdOf, type Signatures, type SpaceKey, utf8 } from "#crypto";
import { idBytes } from "../ids.ts";
import type { GroupSecrets } from "./group-secrets.ts";
import { unboxSpaceKey, unwrapSpaceKeys } from "./key-boxes.ts";
import { groupId, type Membership, type SpaceGeneration } from "./membership.ts";
import type { GroupBox } from "./operations.ts";
import type { OwnSecrets } from "./own-secrets.ts";
import { keyText, type SecretCache } from "./secret-cache.ts";

/** Space keys by the text of their key id. */
export type SpaceKeys = ReadonlyMap<string, SpaceKey>;

export interface SpaceOpening {
  readonly membership: Membership;
  readonly groups: GroupSecrets;
  readonly own: OwnSecrets;
  readonly signatures: Signatures;
  readonly cache: SecretCache;
}

/** Every space key that these group secrets reach. */
export async function openSpaceKeys(opening: SpaceOpening): Promise<SpaceKeys> {
  const keys = new Map(opening.own.spaces.map((key) => [keyText(keyIdOf(key)), key]));
  for (const generations of opening.membership.spaces.values()) {
    for (const generation of generations.toReversed()) await reach(opening, generation, keys);
  }
  return keys;
}

async function reach(
  opening: SpaceOpening,
  generation: SpaceGeneration,
  keys: Map<string, SpaceKey>,
): Promise<void> {
  const name = keyText(generation.keyId);
  const key = keys.get(name) ?? (await openBoxes(opening, generation));
  if (key === null) return;
  keys.set(name, key);
  for (const older of unwrapSpaceKeys(opening.membership.mesh, generation, key)) {
    keys.set(keyText(keyIdOf(older)), older);
  }
}

async function openBoxes(opening: SpaceOpening, generation: SpaceGeneration): Promise<SpaceKey | null> {
  for (const box of generation.boxes) {
    const key = await openBox(opening, generation, box);
    if (key !== null) return key;
  }
  return null;
}

async function openBox(
  opening: SpaceOpening,
  generation: SpaceGeneration,
  box: GroupBox,
): Promise<SpaceKey | null> {
  const { membership, groups, signatures, cache } = opening;
  const boxing = { mesh: membership.mesh, name: generation };
  const place = utf8(`${generation.space} ${String(generation.generation)}`);
  // Two devices may have made one generation of a group at once: the box is for either.
  for (const { generation: number, public: key } of membership.groups.get(groupId(box.group, box.site)) ??
    []) {
    const pair = groups.get(keyText(key));
    if (number !== box.generation || pair === undefined) continue;
    const name = [idBytes(membership.mesh), place, generation.keyId, pair.public, box.box];
    const opened = await cache.once(name, () => unboxSpaceKey(boxing, { pair, box: box.box, signatures }));
    if (opened !== null) return opened;
  }
  return null;
}
