/**
 * Public keys on the wire: fixed lengths, no framing (docs/protocol.md, "Encoding"). Weak and
 * non-canonical keys fail the reader, so every key in a membership can be used.
 */
import {
  type AgreePublicKey,
  type DeviceKeys,
  type KeyId,
  parseAgreePublicKey,
  parseSignPublicKey,
  type SignPublicKey,
} from "#crypto";
import type { Reader, Writer } from "../codec.ts";
import { FIRST_GROUPS, type FirstGroup } from "./roles.ts";

/** First generation of the groups that a site comes with. */
export type GroupPublics = Readonly<Record<FirstGroup, AgreePublicKey>>;

/** The public halves of twelve words. */
export type RecoveryKeys = DeviceKeys;

/** Which of a site's two sets of words: those of its desk and staff, or those of its protection. */
export type WordsFor = "site" | "protected";

/** In the order of their codes on the wire: append only. */
export const WORDS_FOR: readonly WordsFor[] = ["site", "protected"];

/** The public halves of both sets of words of a site. */
export type RecoveryPublics = Readonly<Record<WordsFor, RecoveryKeys>>;

const KEY_BYTES = 32;
const KEY_ID_BYTES = 8;

export function readSignKey(reader: Reader): SignPublicKey {
  const bytes = reader.raw(KEY_BYTES);
  if (parseSignPublicKey(bytes) === null) reader.fail();
  // A failed reader discards what was read.
  return bytes as SignPublicKey;
}

export function readAgreeKey(reader: Reader): AgreePublicKey {
  const bytes = reader.raw(KEY_BYTES);
  if (parseAgreePublicKey(bytes) === null) reader.fail();
  return bytes as AgreePublicKey;
}

export const readKeyId = (reader: Reader): KeyId => reader.raw(KEY_ID_BYTES) as KeyId;

export const writeDeviceKeys = (writer: Writer, keys: DeviceKeys): Writer =>
  writer.raw(keys.sign).raw(keys.agree);

export const readDeviceKeys = (reader: Reader): DeviceKeys => ({
  sign: readSignKey(reader),
  agree: readAgreeKey(reader),
});

export function writeRecoveryPublics(writer: Writer, recovery: RecoveryPublics): void {
  for (const words of WORDS_FOR) writeDeviceKeys(writer, recovery[words]);
}

export const readRecoveryPublics = (reader: Reader): RecoveryPublics => ({
  site: readDeviceKeys(reader),
  protected: readDeviceKeys(reader),
});

export function writeGroupPublics(writer: Writer, groups: GroupPublics): void {
  for (const group of FIRST_GROUPS) writer.raw(groups[group]);
}

export const readGroupPublics = (reader: Reader): GroupPublics => ({
  desk: readAgreeKey(reader),
  staff: readAgreeKey(reader),
  protection: readAgreeKey(reader),
});
