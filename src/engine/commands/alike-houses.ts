/** Houses whose names people could take for one another: to be warned of, never to be refused. */
import { type Look, lookOf, looksAlike } from "#match";
import type { SiteId } from "#sync";
import { memberOf, type House } from "../house/house.ts";
import type { NamedSite } from "../api/membership.ts";

export interface AlikeHouses {
  /** Those that a new house of this name could be taken for. */
  ofName(name: string): readonly NamedSite[];
  /** The others that this one could be taken for. */
  of(site: SiteId): readonly NamedSite[];
}

interface SeenSite extends NamedSite {
  readonly look: Look;
}

/** Looks at every name once. */
export function alikeAmong(sites: Iterable<NamedSite>): AlikeHouses {
  const seen = [...sites].map(({ site, name }): SeenSite => ({ site, name, look: lookOf(name) }));
  const like = (look: Look): readonly NamedSite[] =>
    seen.filter((other) => looksAlike(look, other.look)).map(({ site, name }) => ({ site, name }));
  return {
    ofName: (name) => like(lookOf(name)),
    of(site) {
      const own = seen.find((one) => one.site === site);
      return own === undefined ? [] : like(own.look).filter((other) => other.site !== site);
    },
  };
}

/** `housesLike`. */
export async function housesLike(house: House, name: string): Promise<readonly NamedSite[]> {
  memberOf(house);
  return alikeAmong(house.replica.membership().sites.values()).ofName(name);
}
