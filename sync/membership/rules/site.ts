/** A site comes with the first generation of its groups, made by its first device. */
import { FIRST_GROUPS } from "../roles.ts";
import type { Draft } from "../draft.ts";
import { type GroupPublics, type RecoveryPublics, WORDS_FOR } from "../key-codec.ts";
import { groupId, type Site } from "../membership.ts";

/** The public keys that a site begins with. */
export interface SitePublics {
  readonly groups: GroupPublics;
  readonly recovery: RecoveryPublics;
}

export function addSite(draft: Draft, site: Site, { groups, recovery }: SitePublics): void {
  draft.sites.set(site.site, site);
  const published = WORDS_FOR.map((words) => ({ words, keys: recovery[words], by: site.by }));
  draft.recoveries.set(site.site, published);
  for (const group of FIRST_GROUPS) {
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
