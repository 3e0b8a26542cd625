/**
 * Opens the group secrets of the device's own site: from what the vault made itself, from boxes,
 * and from there back along the predecessors (docs/protocol.md, "Keys").
 */
import { type AgreePair, type Signatures, utf8 } from "#crypto";
import { idBytes, type DeviceId } from "../ids.ts";
import { unboxGroupSecret, unwrapGroupSecrets } from "./key-boxes.ts";
import { type GroupGeneration, groupId, type Membership } from "./membership.ts";
import type { OwnSecrets } from "./own-secrets.ts";
import { everMember } from "./removal.ts";
import { GROUPS } from "./roles.ts";
import { keyText, type SecretCache } from "./secret-cache.ts";

/** Group secrets by the text of their public key. */
export type GroupSecrets = ReadonlyMap<string, AgreePair>;

export interface GroupOpening {
  readonly membership: Membership;
  readonly me: DeviceId;
  readonly pair: AgreePair;
  readonly own: OwnSecrets;
  readonly signatures: Signatures;
  readonly cache: SecretCache;
}

/** Every group secret that the device can reach. */
export async function openGroupSecrets(opening: GroupOpening): Promise<GroupSecrets> {
  const { membership, me, own } = opening;
  const secrets = new Map(own.groups.map((pair) => [keyText(pair.public), pair]));
  // Who is out keeps what it had: nobody can take that back.
  const site = everMember(membership, me)?.site;
  if (site === undefined) return secrets;
  for (const group of GROUPS) {
    const generations = membership.groups.get(groupId(group, site)) ?? [];
    // Newest first: what a newer one wraps need not be opened from its own box.
    for (const generation of generations.toReversed()) await reach(opening, generation, secrets);
  }
  return secrets;
}

async function reach(
  opening: GroupOpening,
  generation: GroupGeneration,
  secrets: Map<string, AgreePair>,
): Promise<void> {
  const name = keyText(generation.public);
  const secret = secrets.get(name) ?? (await openBoxes(opening, generation));
  if (secret === null) return;
  secrets.set(name, secret);
  for (const older of unwrapGroupSecrets(opening.membership.mesh, generation, secret)) {
    secrets.set(keyText(older.public), older);
  }
}

async function openBoxes(opening: GroupOpening, generation: GroupGeneration): Promise<AgreePair | null> {
  const { membership, me, pair, signatures, cache } = opening;
  const boxing = { mesh: membership.mesh, name: generation, to: "device" as const };
  for (const box of generation.boxes.get(me) ?? []) {
    // The box's context in full: the same bytes elsewhere are another question.
    const name = [
      idBytes(membership.mesh),
      idBytes(generation.site),
      utf8(`${generation.group} ${String(generation.generation)}`),
      generation.public,
      pair.public,
      box,
    ];
    const secret = await cache.once(name, () => unboxGroupSecret(boxing, { pair, box, signatures }));
    if (secret !== null) return secret;
  }
  return null;
}
