/** Where the device of an opened vault stands in its mesh. */
import type { Standing } from "./api.ts";
import type { House } from "./house.ts";

export function standingOf(house: House): Standing {
  const membership = house.replica.membership();
  const { secrets } = house.vault();
  if (membership.removed.has(house.device)) return { kind: "removed", device: house.device };
  const member = membership.devices.get(house.device);
  const site = member === undefined ? undefined : membership.sites.get(member.site);
  if (member === undefined || site === undefined) {
    const presented = membership.requests.has(house.device);
    return { kind: "waiting", device: house.device, words: secrets.joining?.words ?? "", presented };
  }
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
