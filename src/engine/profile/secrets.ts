/**
 * What a vault holds: one person's keys in one mesh. Written as one strict binary value, sealed by
 * `vaults.ts`. Knows no passphrase.
 */
import {
  decodeDeviceSecrets,
  DEVICE_SECRETS_BYTES,
  encodeDeviceSecrets,
  asSpaceKey,
  toText,
  type DeviceSecrets,
  type SpaceKey,
} from "#crypto";
import {
  decodeOwnSecrets,
  decodeRequest,
  encodeOwnSecrets,
  encodeRequest,
  idBytes,
  Reader,
  Writer,
  type JoinRequest,
  type MeshId,
  type OwnSecrets,
} from "#sync";
import { INCARNATION_BYTES } from "../records/content.ts";

export interface VaultSecrets {
  readonly mesh: MeshId;
  readonly meshKey: SpaceKey;
  readonly device: DeviceSecrets;
  /** Eight random bytes: a restored vault has others, so that no Automerge actor is used twice. */
  readonly incarnation: Uint8Array;
  /** Keys that this vault made itself. */
  readonly own: OwnSecrets;
  readonly personName: string;
  /** What a joiner presents until it is confirmed, and the words that two people compare. */
  readonly joining: { readonly request: JoinRequest; readonly words: string } | null;
}

const VERSION = 1;
const MESH_ID_BYTES = 32;
const SPACE_KEY_BYTES = 32;
const MAX_OWN_BYTES = 1 << 18;
const MAX_NAME_BYTES = 512;
const MAX_REQUEST_BYTES = 2048;
const MAX_WORDS_BYTES = 256;

export function encodeSecrets(secrets: VaultSecrets): Uint8Array {
  const writer = new Writer()
    .byte(VERSION)
    .raw(idBytes(secrets.mesh))
    .raw(secrets.meshKey)
    .raw(encodeDeviceSecrets(secrets.device))
    .raw(secrets.incarnation)
    .bytes(encodeOwnSecrets(secrets.own))
    .text(secrets.personName);
  if (secrets.joining === null) return writer.byte(0).finish();
  return writer.byte(1).bytes(encodeRequest(secrets.joining.request)).text(secrets.joining.words).finish();
}

function readJoining(reader: Reader): VaultSecrets["joining"] {
  const present = reader.byte();
  if (present > 1) reader.fail();
  if (present !== 1) return null;
  const request = decodeRequest(reader.bytes(MAX_REQUEST_BYTES));
  const words = reader.text(MAX_WORDS_BYTES);
  if (request === null) reader.fail();
  return request === null ? null : { request, words };
}

/** Null unless the bytes are exactly what {@link encodeSecrets} writes. */
export function decodeSecrets(bytes: Uint8Array): VaultSecrets | null {
  const reader = new Reader(bytes);
  if (reader.byte() !== VERSION) return null;
  const mesh = toText(reader.raw(MESH_ID_BYTES)) as MeshId;
  const meshKey = reader.raw(SPACE_KEY_BYTES);
  const device = decodeDeviceSecrets(reader.raw(DEVICE_SECRETS_BYTES));
  const incarnation = reader.raw(INCARNATION_BYTES);
  const own = decodeOwnSecrets(reader.bytes(MAX_OWN_BYTES));
  const personName = reader.text(MAX_NAME_BYTES);
  const joining = readJoining(reader);
  if (!reader.finish() || device === null || own === null) return null;
  return { mesh, meshKey: asSpaceKey(meshKey), device, incarnation, own, personName, joining };
}
