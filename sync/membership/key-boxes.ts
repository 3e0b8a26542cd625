/**
 * Sealing of group secrets to devices, of space keys to groups, and of predecessors under their
 * successor (docs/protocol.md, "Grants"). The context of each box names mesh, site or space and
 * generation, so a box moved elsewhere does not open; what opens must match the public name.
 */
import {
  agreePairFromSecret,
  type AgreePair,
  type AgreePublicKey,
  asAgreeSecretKey,
  asSpaceKey,
  concat,
  equalBytes,
  type KeyId,
  keyIdOf,
  openFrom,
  type RandomBytes,
  sealTo,
  type Signatures,
  type SpaceKey,
  unwrap,
  wrap,
} from "#crypto";
import { Writer } from "../codec.ts";
import { idBytes, type MeshId } from "../ids.ts";
import { encodeSpace } from "../space.ts";
import type { GroupGeneration, SpaceGeneration } from "./membership.ts";
import type { Predecessors } from "./operations.ts";
import { GROUPS } from "./roles.ts";

const GROUP_DOMAIN = "vereda/group-box/1";
const RECOVERY_DOMAIN = "vereda/recovery-box/1";
const SPACE_DOMAIN = "vereda/space-box/1";
const GROUP_CHAIN_DOMAIN = "vereda/group-chain/1";
const SPACE_CHAIN_DOMAIN = "vereda/space-chain/1";
const SECRET_BYTES = 32;

/** A group generation by its public facts. */
export type GroupName = Pick<GroupGeneration, "site" | "group" | "generation" | "public">;
/** A space generation by its public facts. */
export type SpaceName = Pick<SpaceGeneration, "space" | "generation" | "keyId">;

/** What sealing needs besides keys. */
export interface Tools {
  readonly signatures: Signatures;
  readonly random: RandomBytes;
}

const groupContext = (mesh: MeshId, { site, group, generation, public: key }: GroupName): Uint8Array =>
  new Writer()
    .raw(idBytes(mesh))
    .raw(idBytes(site))
    .byte(GROUPS.indexOf(group))
    .varint(generation)
    .raw(key)
    .finish();

const spaceContext = (mesh: MeshId, { space, generation, keyId }: SpaceName): Uint8Array =>
  new Writer().raw(idBytes(mesh)).raw(encodeSpace(space)).varint(generation).raw(keyId).finish();

/** A group's secret for a device, or (`recovery`) for the site's recovery key. */
export interface GroupBoxing {
  readonly mesh: MeshId;
  readonly name: GroupName;
  readonly to: "device" | "recovery";
}

const groupDomain = (to: GroupBoxing["to"]): string => (to === "device" ? GROUP_DOMAIN : RECOVERY_DOMAIN);

/** Seals a group's secret to a public key. */
export function boxGroupSecret(
  { mesh, name, to }: GroupBoxing,
  { secret, key }: { readonly secret: AgreePair; readonly key: AgreePublicKey },
  tools: Tools,
): Promise<Uint8Array> {
  const context = groupContext(mesh, name);
  return sealTo({ ...tools, to: key, domain: groupDomain(to), context, plaintext: secret.secret });
}

/** Opens a group's secret; null unless it is the secret of the public key that the generation names. */
export async function unboxGroupSecret(
  { mesh, name, to }: GroupBoxing,
  {
    pair,
    box,
    signatures,
  }: { readonly pair: AgreePair; readonly box: Uint8Array; readonly signatures: Signatures },
): Promise<AgreePair | null> {
  const context = groupContext(mesh, name);
  const plain = await openFrom({ signatures, pair, domain: groupDomain(to), context, box });
  return plain === null ? null : groupPair(plain, name.public);
}

function groupPair(secret: Uint8Array, expected: AgreePublicKey): AgreePair | null {
  if (secret.length !== SECRET_BYTES) return null;
  const pair = agreePairFromSecret(asAgreeSecretKey(secret));
  return equalBytes(pair.public, expected) ? pair : null;
}

/** Seals a space's key to a group's public key. */
export function boxSpaceKey(
  { mesh, name }: { readonly mesh: MeshId; readonly name: SpaceName },
  { key, to }: { readonly key: SpaceKey; readonly to: AgreePublicKey },
  tools: Tools,
): Promise<Uint8Array> {
  return sealTo({ ...tools, to, domain: SPACE_DOMAIN, context: spaceContext(mesh, name), plaintext: key });
}

/** Opens a space's key; null unless it has the key id that the generation names. */
export async function unboxSpaceKey(
  { mesh, name }: { readonly mesh: MeshId; readonly name: SpaceName },
  {
    pair,
    box,
    signatures,
  }: { readonly pair: AgreePair; readonly box: Uint8Array; readonly signatures: Signatures },
): Promise<SpaceKey | null> {
  const plain = await openFrom({
    signatures,
    pair,
    domain: SPACE_DOMAIN,
    context: spaceContext(mesh, name),
    box,
  });
  return plain === null ? null : spaceKey(plain, name.keyId);
}

function spaceKey(bytes: Uint8Array, expected: KeyId): SpaceKey | null {
  if (bytes.length !== SECRET_BYTES) return null;
  const key = asSpaceKey(bytes);
  return equalBytes(keyIdOf(key), expected) ? key : null;
}

/** Wraps the secrets of older generations of a group under a new one. */
export function wrapGroupSecrets(
  { mesh, name }: { readonly mesh: MeshId; readonly name: GroupName },
  { secret, older }: { readonly secret: AgreePair; readonly older: readonly AgreePair[] },
  random: RandomBytes,
): Predecessors<AgreePublicKey> {
  const plaintext = concat(...older.map((pair) => pair.secret));
  const context = groupContext(mesh, name);
  const wrapped = wrap({ key: secret.secret, domain: GROUP_CHAIN_DOMAIN, context, plaintext, random });
  return { of: older.map((pair) => pair.public), wrapped };
}

/** Opens what {@link wrapGroupSecrets} wrapped; secrets that do not match their public key are left out. */
export function unwrapGroupSecrets(
  mesh: MeshId,
  generation: GroupGeneration,
  secret: AgreePair,
): readonly AgreePair[] {
  if (generation.previous === null) return [];
  const { of, wrapped } = generation.previous;
  const context = groupContext(mesh, generation);
  const plain = unwrap({ key: secret.secret, domain: GROUP_CHAIN_DOMAIN, context, wrapped });
  return matched(of, plain, groupPair);
}

/** Wraps older keys of a space under a new one. */
export function wrapSpaceKeys(
  { mesh, name }: { readonly mesh: MeshId; readonly name: SpaceName },
  { key, older }: { readonly key: SpaceKey; readonly older: readonly SpaceKey[] },
  random: RandomBytes,
): Predecessors<KeyId> {
  const plaintext = concat(...older);
  const wrapped = wrap({
    key,
    domain: SPACE_CHAIN_DOMAIN,
    context: spaceContext(mesh, name),
    plaintext,
    random,
  });
  return { of: older.map(keyIdOf), wrapped };
}

/** Opens what {@link wrapSpaceKeys} wrapped; keys that do not match their id are left out. */
export function unwrapSpaceKeys(
  mesh: MeshId,
  generation: SpaceGeneration,
  key: SpaceKey,
): readonly SpaceKey[] {
  if (generation.previous === null) return [];
  const { of, wrapped } = generation.previous;
  const plain = unwrap({ key, domain: SPACE_CHAIN_DOMAIN, context: spaceContext(mesh, generation), wrapped });
  return matched(of, plain, spaceKey);
}

function matched<N, K>(
  names: readonly N[],
  plain: Uint8Array | null,
  parse: (bytes: Uint8Array, name: N) => K | null,
): K[] {
  if (plain?.length !== names.length * SECRET_BYTES) return [];
  return names.flatMap((name, index) => {
    const key = parse(plain.slice(index * SECRET_BYTES, (index + 1) * SECRET_BYTES), name);
    return key === null ? [] : [key];
  });
}
