/**
 * The name of a log: one device in one space (docs/protocol.md, "Logs").
 */
import { toText } from "#crypto";
import { DEVICE_ID_BYTES, type DeviceId, idBytes, parseDeviceId } from "../ids.ts";
import { decodeSpace, encodeSpace, parseSpace, SPACE_BYTES, type SpaceId } from "../space.ts";

/** What one device wrote in one space. */
export interface LogRef {
  readonly space: SpaceId;
  readonly device: DeviceId;
}

export const LOG_BYTES = SPACE_BYTES + DEVICE_ID_BYTES;

/** A log's name as text, for keys of maps: `SPACE/DEVICE`. */
export const logKey = (log: LogRef): string => `${log.space}/${log.device}`;

/** Takes a {@link logKey} apart; null on text that is none. */
export function parseLogKey(key: string): LogRef | null {
  const slash = key.indexOf("/");
  const space = key.slice(0, slash);
  const device = parseDeviceId(key.slice(slash + 1));
  if (slash < 0 || device === null || parseSpace(space) === null) return null;
  return { space: space as SpaceId, device };
}

/** A log's name as {@link LOG_BYTES} bytes. */
export function encodeLog(log: LogRef): Uint8Array {
  const bytes = new Uint8Array(LOG_BYTES);
  bytes.set(encodeSpace(log.space));
  bytes.set(idBytes(log.device), SPACE_BYTES);
  return bytes;
}

/** Reads what {@link encodeLog} writes; null on anything else. */
export function decodeLog(bytes: Uint8Array): LogRef | null {
  if (bytes.length !== LOG_BYTES) return null;
  const space = decodeSpace(bytes.subarray(0, SPACE_BYTES));
  return space === null ? null : { space, device: toText(bytes.subarray(SPACE_BYTES)) as DeviceId };
}
