/** Keys and small tools that targets share. The same in every process: a failing input can be tried again. */
import {
  createSignatures,
  generateAgreePair,
  generateDeviceSecrets,
  generateSpaceKey,
  redactDevice,
  fromUtf8,
  toText,
} from "#crypto";
import type { DeviceId, InviteId, MeshId, OperationId, SiteId } from "../../../sync/ids.ts";
import { deviceIdOf } from "../../../sync/membership/join-request.ts";
import { seededRandom } from "../../crypto/generators.ts";

export const random = seededRandom("fuzz");
export const signatures = await createSignatures();

export const spaceKey = generateSpaceKey(random);
export const device = generateDeviceSecrets(random);
export const otherDevice = generateDeviceSecrets(random);
export const deviceKeys = redactDevice(device);
export const deviceId = deviceIdOf(deviceKeys);
export const agree = generateAgreePair(random);

const idOf = (length: number): string => toText(random(length));
export const mesh = idOf(32) as MeshId;
export const site = idOf(16) as SiteId;
export const anotherDevice = idOf(16) as DeviceId;
export const inviteId = idOf(16) as InviteId;
/** Four, sorted, as an entry may name them. */
export const heads = Array.from({ length: 4 }, () => idOf(32) as OperationId).sort();

/** A decoder of text as one of bytes: what is not UTF-8 cannot reach it. */
export const onText =
  (take: (text: string) => boolean) =>
  (input: Uint8Array): boolean => {
    const text = fromUtf8(input);
    return text !== null && take(text);
  };
