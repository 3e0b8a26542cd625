/** Where the open vault stands in its mesh: member, waiting to be confirmed, or taken out. */
import type { Standing } from "./api.ts";
import type { House } from "./house.ts";

export function standingOf(house: House): Standing {
  const membership = house.replica.membership();
  const { secrets } = house.vault();
  const member = membership.devices.get(house.device);
  // whoever asks for nothing was in once: taken out, or let in by words that were void
  const isOut = membership.removed.has(house.device) || (member === undefined && secrets.joining === null);
  if (isOut) return { kind: "removed", device: house.device };
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

function waitingOf(house: House): Standing {
  const request = house.replica.membership().requests.get(house.device);
  const words = house.vault().secrets.joining?.words ?? "";
  const presented = request !== undefined;
  const waiting = { kind: "waiting", device: house.device, words, presented } as const;
  if (!presented || request.refused === null) return { ...waiting, refused: null };
  return { ...waiting, refused: request.refused === "used" ? "invite-used" : "invite-expired" };
}
