/** Whose access a person may change: the same rule as the membership's, so that no button promises more. */
import type { DeviceView } from "#engine";

/** Whether the one at this computer may change this device's access. */
export function mayManage(me: { readonly role: string } | null, device: DeviceView): boolean {
  if (me === null || device.thisDevice || device.state !== "member") return false;
  return me.role === "coordinator" || (me.role === "staff" && device.role === "volunteer");
}
