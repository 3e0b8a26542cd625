/** Where the open vault stands in its mesh: member, waiting to be confirmed, taken out, or a backup's reader. */
import type { Standing } from "../api/index.ts";
import type { House } from "./house.ts";

export function standingOf(house: House): Standing {
  const membership = house.replica.membership();
  const { secrets } = house.vault();
  const member = membership.devices.get(house.device);
  const isOut = membership.removed.has(house.device);
  if (isOut || (member === undefined && secrets.joining === null)) {
    // whoever asks for nothing was in once, or let in by words that were void, unless the mesh never heard of it
    return { kind: isOut || isHeardOf(house) ? "removed" : "reader", device: house.device };
  }
  const site = member === undefined ? undefined : membership.sites.get(member.site);
  if (member === undefined || site === undefined) return waitingOf(house);
  return {
    kind: "member",
    device: house.device,
    role: member.role,
    personName: secrets.personName,
    mesh: membership.mesh,
    meshName: membership.meshName,
    site: site.site,
    siteName: site.name,
    siteKind: site.kind,
  };
}

/** Whether this device ever asked to join or wrote anything: who opens a backup to read does neither. */
const isHeardOf = ({ replica, device }: House): boolean =>
  replica.membership().requests.has(device) || replica.holdings((log) => log.device === device).length > 0;

function waitingOf(house: House): Standing {
  const request = house.replica.membership().requests.get(house.device);
  const words = house.vault().secrets.joining?.words ?? "";
  const presented = request !== undefined;
  const waiting = { kind: "waiting", device: house.device, words, presented } as const;
  if (!presented || request.refused === null) return { ...waiting, refused: null };
  return { ...waiting, refused: request.refused === "used" ? "invite-used" : "invite-expired" };
}
