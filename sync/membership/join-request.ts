/**
 * A request to join: the keys of a device that wants to be a member (docs/protocol.md, "Joining").
 * Signed twice over the same bytes: by the seed of an invite, so that a request that was seen cannot
 * be presented with other keys; and by the device, so that nobody enrols another's keys with an
 * invite of its own. Knows nothing of who may invite whom.
 */
import {
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
  readDeviceKeys,
  readGroupPublics,
  readRecoveryPublics,
  readSignKey,
  type RecoveryPublics,
  writeDeviceKeys,
  writeGroupPublics,
  writeRecoveryPublics,
} from "./key-codec.ts";

const SEED_DOMAIN = "vereda/request/1";
const DEVICE_DOMAIN = "vereda/request-device/1";
const SIGNATURE_BYTES = 64;
/** A name of 200 bytes and what a box adds. */
const MAX_SEALED_NAME_BYTES = 320;
/** More than any request has. */
export const MAX_REQUEST_BYTES = 1024;

export interface JoinRequest {
  readonly mesh: MeshId;
  /** {@link inviteIdOf} the two below; not on the wire. */
  readonly invite: InviteId;
  readonly seedKey: SignPublicKey;
  readonly inviter: DeviceId;
  readonly device: DeviceKeys;
  /** To the inviter's device (`joiner-name.ts`); empty for hubs. */
  readonly sealedName: Uint8Array;
  /** What the first device of a new site made; null for every other. */
  readonly newSite: NewSiteKeys | null;
  /** By the seed. */
  readonly seedSignature: Signature;
  /** By the device itself. */
  readonly deviceSignature: Signature;
}

/** A request before it is signed. */
export type UnsignedRequest = Omit<JoinRequest, "seedSignature" | "deviceSignature">;

/** Group keys and recovery keys that the first device of a new site brings. */
export interface NewSiteKeys {
  readonly groups: GroupPublics;
  readonly recovery: RecoveryPublics;
}

/** A request whose signature was checked: only {@link verifyRequest} makes one. */
export type VerifiedRequest = Brand<JoinRequest, "VerifiedRequest">;

// The reducer asks the same questions of the same objects after each change: answers are kept with them.
function remembered<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const answers = new WeakMap<K, V>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = compute(key);
    answers.set(key, answer);
    return answer;
  };
}

/** The id of a device: a hash of its two public keys. */
export const deviceIdOf: (keys: DeviceKeys) => DeviceId = remembered(
  ({ sign, agree }) => toText(hash("vereda/device/1", sign, agree).subarray(0, DEVICE_ID_BYTES)) as DeviceId,
);

/**
 * The id of an invite: a hash of its seed's public key and its inviter. Who copies a seed key that
 * it saw into an invite of its own makes another invite, and takes nothing from the first.
 */
export function inviteIdOf(seedKey: SignPublicKey, inviter: DeviceId): InviteId {
  const ofKey = invitesOf(seedKey);
  const known = ofKey.get(inviter);
  if (known !== undefined) return known;
  const id = toText(
    hash("vereda/invite/1", seedKey, idBytes(inviter)).subarray(0, INVITE_ID_BYTES),
  ) as InviteId;
  ofKey.set(inviter, id);
  return id;
}

const invitesOf = remembered((_seedKey: SignPublicKey) => new Map<DeviceId, InviteId>());

function encodeUnsigned(request: UnsignedRequest): Uint8Array {
  const writer = new Writer();
  writer.raw(idBytes(request.mesh)).raw(request.seedKey).raw(idBytes(request.inviter));
  writeDeviceKeys(writer, request.device);
  writer.bytes(request.sealedName).byte(request.newSite === null ? 0 : 1);
  if (request.newSite !== null) {
    writeGroupPublics(writer, request.newSite.groups);
    writeRecoveryPublics(writer, request.newSite.recovery);
  }
  return writer.finish();
}

/** Hash of all that is signed: what the compared words stand for. */
export const requestDigest: (request: JoinRequest) => Hash = remembered((request) =>
  hash("vereda/request-digest/1", encodeUnsigned(request)),
);

/** Names a request by its digest, in maps. */
export const requestText: (request: JoinRequest) => string = remembered((request) =>
  toText(requestDigest(request)),
);

/** Canonical bytes. */
export const encodeRequest = (request: JoinRequest): Uint8Array =>
  new Writer().raw(encodeUnsigned(request)).raw(request.seedSignature).raw(request.deviceSignature).finish();

/** Reads an untrusted request; null unless the bytes are exactly what {@link encodeRequest} writes. */
export function decodeRequest(bytes: Uint8Array): JoinRequest | null {
  if (bytes.length > MAX_REQUEST_BYTES) return null;
  const reader = new Reader(bytes);
  const mesh = toText(reader.raw(MESH_ID_BYTES)) as MeshId;
  const seedKey = readSignKey(reader);
  const inviter = toText(reader.raw(DEVICE_ID_BYTES)) as DeviceId;
  const device = readDeviceKeys(reader);
  const sealedName = reader.bytes(MAX_SEALED_NAME_BYTES);
  const founds = reader.byte();
  if (founds > 1) reader.fail();
  const newSite =
    founds === 1 ? { groups: readGroupPublics(reader), recovery: readRecoveryPublics(reader) } : null;
  const seedSignature = reader.raw(SIGNATURE_BYTES) as Signature;
  const deviceSignature = reader.raw(SIGNATURE_BYTES) as Signature;
  if (!reader.finish()) return null;
  const invite = inviteIdOf(seedKey, inviter);
  return { mesh, invite, seedKey, inviter, device, sealedName, newSite, seedSignature, deviceSignature };
}

export interface RequestToSign {
  readonly request: UnsignedRequest;
  readonly seedSecret: SignSecretKey;
  readonly deviceSecret: SignSecretKey;
  readonly signatures: Signatures;
}

/** Signs a request with the secret halves of its seed key and of its device's signing key. */
export async function signRequest(toSign: RequestToSign): Promise<VerifiedRequest> {
  const { request, seedSecret, deviceSecret, signatures } = toSign;
  const bytes = encodeUnsigned(request);
  const seedSignature = await signatures.sign(seedSecret, SEED_DOMAIN, bytes);
  const deviceSignature = await signatures.sign(deviceSecret, DEVICE_DOMAIN, bytes);
  return { ...request, seedSignature, deviceSignature } as VerifiedRequest;
}

/** Checks both signatures; null when one is wrong. Costs two checks (about 12 ms each in a browser). */
export async function verifyRequest(
  request: JoinRequest,
  signatures: Signatures,
): Promise<VerifiedRequest | null> {
  const bytes = encodeUnsigned(request);
  const bySeed = await signatures.verify(request.seedKey, SEED_DOMAIN, bytes, request.seedSignature);
  if (!bySeed) return null;
  const { device, deviceSignature } = request;
  const byDevice = await signatures.verify(device.sign, DEVICE_DOMAIN, bytes, deviceSignature);
  return byDevice ? (request as VerifiedRequest) : null;
}
