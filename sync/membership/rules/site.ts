/** A site comes with the first generation of its groups, made by its first device. */
import { GROUPS } from "../roles.ts";
import type { Draft } from "../draft.ts";
import type { GroupPublics } from "../key-codec.ts";
import { groupId, type Site } from "../membership.ts";

export function addSite(draft: Draft, site: Site, groups: GroupPublics): void {
  draft.sites.set(site.site, site);
  for (const group of GROUPS) {
    draft.groups.set(groupId(group, site.site), [
      {
        site: site.site,
        group,
        generation: 1,
        public: groups[group],
        by: site.by,
        boxes: new Map(),
        recoveryBoxes: [],
        previous: null,
      },
    ]);
  }
}
