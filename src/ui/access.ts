/** Whose access a person may change: the same rule as the membership's, so that no button promises more. */
import type { DeviceView, QuarantineView, SiteView } from "#engine";
import { accessOf } from "#model";

/** Whether the one at this computer may change this device's access. */
export function mayManage(me: { readonly role: string } | null, device: DeviceView): boolean {
  if (me === null || device.thisDevice || device.state !== "member") return false;
  return me.role === "coordinator" || (me.role === "staff" && device.role === "volunteer");
}

/** With fewer houses none can take another out. */
export const HOUSES_THAT_AGREE = 3;

/** Whether the one at this computer may give the house's word about another one: out, or not trusted. */
export const mayJudgeHouse = (me: { readonly role: string } | null, { ownSite }: SiteView): boolean =>
  me?.role === "coordinator" && !ownSite;

/** Whether the one at this computer may erase records of the house for good. */
export const mayErase = (me: { readonly role: string } | null): boolean =>
  me?.role === "coordinator" || me?.role === "protection";

/** Whether the one at this computer may let count what a device wrote that is out. */
export const mayAdmit = (me: { readonly role: string } | null, { ownSite }: QuarantineView): boolean =>
  me?.role === "coordinator" && ownSite;

/** Whether the one at this computer may read the board and the directory: who holds the key of all shelters. */
export const mayReadRoute = (me: { readonly role: string; readonly siteKind: string } | null): boolean =>
  me?.siteKind === "shelter" && ["coordinator", "staff", "protection"].includes(me.role);

/** Whether the one at this computer may keep a photo with a report: not who hands reports in. */
export const mayKeepPhoto = (me: { readonly role: Parameters<typeof accessOf>[0] } | null): boolean =>
  me !== null && accessOf(me.role, "photo") === "write";

/** Whether the one at this computer may read whom the house shares with. */
export const maySeeSharing = (me: { readonly role: string } | null): boolean =>
  me !== null && ["coordinator", "staff", "protection"].includes(me.role);
/** Who may hold the keys of what is protected; of a coordinator only the engine knows. */
export const mayHold = (role: string | undefined): boolean => role === "protection" || role === "coordinator";
