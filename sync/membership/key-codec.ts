/**
 * Public keys on the wire: fixed lengths, no framing (docs/protocol.md, "Encoding"). A key is not
 * judged here: the signature provider refuses weak and non-canonical ones where they are used.
 */
import type { AgreePublicKey, DeviceKeys, KeyId, SignPublicKey } from "#crypto";
import type { Reader, Writer } from "../codec.ts";
import { type Group, GROUPS } from "./roles.ts";

/** First generation of each group of a site. */
export type GroupPublics = Readonly<Record<Group, AgreePublicKey>>;

const KEY_BYTES = 32;
const KEY_ID_BYTES = 8;

export const readSignKey = (reader: Reader): SignPublicKey => reader.raw(KEY_BYTES) as SignPublicKey;
export const readAgreeKey = (reader: Reader): AgreePublicKey => reader.raw(KEY_BYTES) as AgreePublicKey;
export const readKeyId = (reader: Reader): KeyId => reader.raw(KEY_ID_BYTES) as KeyId;

export const writeDeviceKeys = (writer: Writer, keys: DeviceKeys): Writer => writer.raw(keys.sign).raw(keys.agree);

export const readDeviceKeys = (reader: Reader): DeviceKeys => ({ sign: readSignKey(reader), agree: readAgreeKey(reader) });

export function writeGroupPublics(writer: Writer, groups: GroupPublics): void {
  for (const group of GROUPS) writer.raw(groups[group]);
}

export const readGroupPublics = (reader: Reader): GroupPublics => ({
  desk: readAgreeKey(reader),
  staff: readAgreeKey(reader),
  protection: readAgreeKey(reader),
});
