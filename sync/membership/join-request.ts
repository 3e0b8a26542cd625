/**
 * A request to join: the keys of a device that wants to be a member, signed by the seed of an
 * invite (docs/protocol.md, "Joining"). The signature covers the joiner's keys, so a request that
 * was seen cannot be presented with other keys. Knows nothing of who may invite whom.
 */
import {
  type AgreePublicKey,
  type Brand,
  type DeviceKeys,
  hash,
  type Hash,
  type Signature,
  type Signatures,
  type SignPublicKey,
  type SignSecretKey,
  toText,
} from "#crypto";
import { Reader, Writer } from "../codec.ts";
import {
  type DeviceId,
  DEVICE_ID_BYTES,
  idBytes,
  INVITE_ID_BYTES,
  type InviteId,
  MESH_ID_BYTES,
  type MeshId,
} from "../ids.ts";
import {
  type GroupPublics,
  readAgreeKey,
  readDeviceKeys,
  readGroupPublics,
  readSignKey,
  writeDeviceKeys,
  writeGroupPublics,
} from "./key-codec.ts";

const REQUEST_DOMAIN = "vereda/request/1";
const SIGNATURE_BYTES = 64;
/** A name of 200 bytes and what a box adds. */
export const MAX_SEALED_NAME_BYTES = 320;
/** More than any request has. */
export const MAX_REQUEST_BYTES = 1024;

export interface JoinRequest {
  readonly mesh: MeshId;
  /** Hash of `seedKey`; not on the wire. */
  readonly invite: InviteId;
  readonly seedKey: SignPublicKey;
  readonly device: DeviceKeys;
  /** To the inviter's device (`joiner-name.ts`); empty for hubs. */
  readonly sealedName: Uint8Array;
  /** What the first device of a new site made; null for every other. */
  readonly newSite: NewSiteKeys | null;
  readonly signature: Signature;
}

/** Group keys and recovery key that the first device of a new site brings. */
export interface NewSiteKeys {
  readonly groups: GroupPublics;
  readonly recovery: AgreePublicKey;
}

/** A request whose signature was checked: only {@link verifyRequest} makes one. */
export type VerifiedRequest = Brand<JoinRequest, "VerifiedRequest">;

/** The id of a device: a hash of its two public keys. */
export const deviceIdOf = (keys: DeviceKeys): DeviceId =>
  toText(hash("vereda/device/1", keys.sign, keys.agree).subarray(0, DEVICE_ID_BYTES)) as DeviceId;

/** The id of an invite: a hash of its seed's public key. */
export const inviteIdOf = (seedKey: SignPublicKey): InviteId =>
  toText(hash("vereda/invite/1", seedKey).subarray(0, INVITE_ID_BYTES)) as InviteId;

function encodeUnsigned(request: Omit<JoinRequest, "signature">): Uint8Array {
  const writer = new Writer();
  writer.raw(idBytes(request.mesh)).raw(request.seedKey);
  writeDeviceKeys(writer, request.device);
  writer.bytes(request.sealedName).byte(request.newSite === null ? 0 : 1);
  if (request.newSite !== null) {
    writeGroupPublics(writer, request.newSite.groups);
    writer.raw(request.newSite.recovery);
  }
  return writer.finish();
}

/** Hash of all that the seed signs: what the compared words stand for. */
export const requestDigest = (request: JoinRequest): Hash =>
  hash("vereda/request-digest/1", encodeUnsigned(request));

/** Canonical bytes. */
export const encodeRequest = (request: JoinRequest): Uint8Array =>
  new Writer().raw(encodeUnsigned(request)).raw(request.signature).finish();

/** Reads an untrusted request; null unless the bytes are exactly what {@link encodeRequest} writes. */
export function decodeRequest(bytes: Uint8Array): JoinRequest | null {
  if (bytes.length > MAX_REQUEST_BYTES) return null;
  const reader = new Reader(bytes);
  const mesh = toText(reader.raw(MESH_ID_BYTES)) as MeshId;
  const seedKey = readSignKey(reader);
  const device = readDeviceKeys(reader);
  const sealedName = reader.bytes(MAX_SEALED_NAME_BYTES);
  const founds = reader.byte();
  if (founds > 1) reader.fail();
  const newSite = founds === 1 ? { groups: readGroupPublics(reader), recovery: readAgreeKey(reader) } : null;
  const signature = reader.raw(SIGNATURE_BYTES) as Signature;
  if (!reader.finish()) return null;
  return { mesh, invite: inviteIdOf(seedKey), seedKey, device, sealedName, newSite, signature };
}

export interface RequestToSign {
  readonly request: Omit<JoinRequest, "signature">;
  readonly seedSecret: SignSecretKey;
  readonly signatures: Signatures;
}

/** Signs a request with the secret half of `request.seedKey`. */
export async function signRequest({
  request,
  seedSecret,
  signatures,
}: RequestToSign): Promise<VerifiedRequest> {
  const signature = await signatures.sign(seedSecret, REQUEST_DOMAIN, encodeUnsigned(request));
  return { ...request, signature } as VerifiedRequest;
}

/** Checks the seed's signature; null when it is wrong. Costs one signature check (about 12 ms in a browser). */
export async function verifyRequest(
  request: JoinRequest,
  signatures: Signatures,
): Promise<VerifiedRequest | null> {
  const valid = await signatures.verify(
    request.seedKey,
    REQUEST_DOMAIN,
    encodeUnsigned(request),
    request.signature,
  );
  return valid ? (request as VerifiedRequest) : null;
}
