/**
 * A joiner's name on its way to the inviter, who must know whose words to compare
 * (docs/protocol.md, "Joining"). Sealed to the inviter's device: carriers do not learn it. Padded, so
 * that its length says nothing.
 */
import {
  type AgreePair,
  type AgreePublicKey,
  concat,
  type DeviceKeys,
  fromUtf8,
  openFrom,
  sealTo,
  type Signatures,
  utf8,
} from "#crypto";
import { idBytes, type InviteId, type MeshId } from "../ids.ts";
import type { Tools } from "./key-boxes.ts";

const NAME_DOMAIN = "vereda/joiner-name/1";
/** Bytes of UTF-8. */
const MAX_JOINER_NAME_BYTES = 200;

/** Which request a name belongs to. */
export interface NamePlace {
  readonly mesh: MeshId;
  readonly invite: InviteId;
  readonly device: DeviceKeys;
}

const contextOf = ({ mesh, invite, device }: NamePlace): Uint8Array =>
  concat(idBytes(mesh), idBytes(invite), device.sign, device.agree);

/** Seals a name; null when it is longer than 200 bytes of UTF-8. */
export async function sealJoinerName(
  place: NamePlace,
  { name, to }: { readonly name: string; readonly to: AgreePublicKey },
  tools: Tools,
): Promise<Uint8Array | null> {
  const bytes = utf8(name);
  if (bytes.length > MAX_JOINER_NAME_BYTES) return null;
  const plaintext = new Uint8Array(1 + MAX_JOINER_NAME_BYTES);
  plaintext[0] = bytes.length;
  plaintext.set(bytes, 1);
  return sealTo({ ...tools, to, domain: NAME_DOMAIN, context: contextOf(place), plaintext });
}

/** The name that the joiner gave itself; null when the box is not for this device or was changed. */
export async function openJoinerName(
  place: NamePlace & { readonly sealedName: Uint8Array },
  pair: AgreePair,
  signatures: Signatures,
): Promise<string | null> {
  const context = contextOf(place);
  const plain = await openFrom({ signatures, pair, domain: NAME_DOMAIN, context, box: place.sealedName });
  const length = plain?.[0] ?? 0;
  if (plain?.length !== 1 + MAX_JOINER_NAME_BYTES || length > MAX_JOINER_NAME_BYTES) return null;
  return fromUtf8(plain.subarray(1, 1 + length));
}
