/** Who is frozen because its control log has two histories, and who must be reported (docs/protocol.md, "Forks"). */
import type { DeviceId } from "../ids.ts";
import type { Membership } from "./membership.ts";
import type { ForkOperation } from "./operations.ts";

/** Whether a device was frozen because its log forks. It must be let in again, as a new device. */
export const isFrozen = ({ forks, removed }: Membership, device: DeviceId): boolean =>
  (forks.get(device)?.reports.length ?? 0) > 0 && !removed.has(device);

/** The reports that a device owes: on members whose fork nobody has reported. */
export const reportsOwed = ({ forks, devices }: Membership, me: DeviceId): ForkOperation[] =>
  [...forks]
    .filter(([device, { reports }]) => device !== me && devices.has(device) && reports.length === 0)
    .map(([device]) => ({ kind: "fork", device }));
