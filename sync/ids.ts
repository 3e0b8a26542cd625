/**
 * Identifiers of the mesh, as text: lower-case base32 of their bytes, so that they can be keys of
 * maps, file names and words on a command line. On the wire they are bytes again (`codec.ts`).
 * An entry's id stays bytes ({@link Hash}), because there are many of them.
 */
import { type Brand, fromText, type Hash, toText } from "#crypto";

/** Hash of the founding operation's entry (32 bytes). */
export type MeshId = Brand<string, "MeshId">;
/** One vault's keys (16 bytes of their hash). */
export type DeviceId = Brand<string, "DeviceId">;
/** One organisation (16 bytes). */
export type SiteId = Brand<string, "SiteId">;
/** Entry id of the control entry that carries the operation (32 bytes). */
export type OperationId = Brand<string, "OperationId">;
/** Hash of an invite's seed key and its inviter (16 bytes). */
export type InviteId = Brand<string, "InviteId">;

/** What an order to erase says of a record: a hash that whoever knows the record can check (8 bytes). */
export type RecordTag = Brand<string, "RecordTag">;

/** What an order to erase says of an entry beside its place: the first bytes of its id, which tell branches of a fork apart. */
export type EntryMark = Brand<string, "EntryMark">;

export const DEVICE_ID_BYTES = 16;
export const SITE_ID_BYTES = 16;
export const INVITE_ID_BYTES = 16;
export const OPERATION_ID_BYTES = 32;
export const MESH_ID_BYTES = 32;
export const RECORD_TAG_BYTES = 8;
export const ENTRY_MARK_BYTES = 4;

const isText = (text: string, length: number): boolean => fromText(text, length) !== null;

export const parseMeshId = (text: string): MeshId | null =>
  isText(text, MESH_ID_BYTES) ? (text as MeshId) : null;
export const parseDeviceId = (text: string): DeviceId | null =>
  isText(text, DEVICE_ID_BYTES) ? (text as DeviceId) : null;

/** The operation that an entry of the control space carries is named by that entry. */
export const operationIdOf = (entry: Hash): OperationId => toText(entry) as OperationId;

export const markOf = (entry: Hash): EntryMark => toText(entry.subarray(0, ENTRY_MARK_BYTES)) as EntryMark;

/** Bytes of an id that was parsed or made here; throws on text that is neither. */
export function idBytes(
  id: MeshId | DeviceId | SiteId | OperationId | InviteId | RecordTag | EntryMark,
): Uint8Array {
  const length = (id.length * 5) >> 3;
  const bytes = fromText(id, length);
  if (bytes === null) throw new TypeError("not an identifier");
  return bytes;
}
