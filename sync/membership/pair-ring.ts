/**
 * The keys that a device shares with other sites, derived when they are first asked for
 * (docs/protocol.md, "Pair keys"). Entries of the `pair` space name no key: a reader tries those
 * that it shares with the author's site, and each entry's commitment tells which one fits.
 */
import { type AgreePair, type Signatures, type SpaceKey, utf8 } from "#crypto";
import type { DeviceId, SiteId } from "../ids.ts";
import { distrusts } from "./distrust.ts";
import { writable } from "./generations.ts";
import type { GroupSecrets } from "./group-secrets.ts";
import { type GroupGeneration, groupId, type Membership } from "./membership.ts";
import { derivePairKey } from "./pair-key.ts";
import { everMember } from "./removal.ts";
import { keyText, type SecretCache } from "./secret-cache.ts";

export interface PairRing {
  /** The key to write to another site with; null without the staff secret, to one's own site, and to one that it distrusts. */
  toWrite: (other: SiteId) => Promise<SpaceKey | null>;
  /** The keys that may open what this device wrote, likeliest first, each derived when it is reached. */
  toRead: (author: DeviceId) => AsyncIterable<SpaceKey>;
}

export interface PairRingOptions {
  readonly membership: Membership;
  readonly site: SiteId | null;
  readonly groups: GroupSecrets;
  readonly signatures: Signatures;
  readonly cache: SecretCache;
}

export function createPairRing(options: PairRingOptions): PairRing {
  const { membership, site, groups, signatures, cache } = options;
  const staffOf = (of: SiteId): readonly GroupGeneration[] =>
    membership.groups.get(groupId("staff", of)) ?? [];
  const secretOf = (generation: GroupGeneration): AgreePair | undefined =>
    groups.get(keyText(generation.public));

  const derive = async (home: SiteId, pair: AgreePair, theirs: GroupGeneration): Promise<SpaceKey | null> => {
    const sides = {
      mesh: membership.mesh,
      own: { site: home, pair },
      other: { site: theirs.site, public: theirs.public },
    };
    const name = [utf8(`pair ${membership.mesh} ${home} ${theirs.site}`), pair.public, theirs.public];
    return cache.once(name, () => derivePairKey(sides, signatures));
  };

  const toWrite = async (other: SiteId): Promise<SpaceKey | null> => {
    if (site === null || other === site || distrusts(membership, site, other)) return null;
    const pair = writable(membership, staffOf(site))
      .map(secretOf)
      .find((held) => held !== undefined);
    const theirs = writable(membership, staffOf(other))[0];
    return pair === undefined || theirs === undefined ? null : derive(site, pair, theirs);
  };

  async function* toRead(author: DeviceId): AsyncGenerator<SpaceKey> {
    const from = everMember(membership, author)?.site;
    if (site === null || from === undefined) return;
    const others = from === site ? [...membership.sites.keys()].filter((other) => other !== site) : [from];
    for (const mine of staffOf(site).toReversed()) {
      const pair = secretOf(mine);
      if (pair === undefined) continue;
      for (const theirs of others.flatMap((other) => staffOf(other).toReversed())) {
        const key = await derive(site, pair, theirs);
        if (key !== null) yield key;
      }
    }
  }

  return { toWrite, toRead };
}
