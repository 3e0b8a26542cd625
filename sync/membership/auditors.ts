/**
 * Which other site reads a site's audit (docs/protocol.md, "Audit"): the site's own word, that everybody sees. A
 * coordinator who sends the auditor away is seen by it, and takes nothing from what it has read.
 */
import type { SiteId } from "../ids.ts";
import { siteSpace } from "../space.ts";
import { precedes } from "./causality.ts";
import type { AuditorWord, Draft } from "./draft.ts";
import type { Membership, Revocation } from "./membership.ts";
import { areEnough } from "./removal.ts";

type Words = Pick<Draft, "auditors" | "causality">;

/** Of a site's words those that no other one follows: of two said at once, both sites read. */
export function standingAuditors(
  { auditors, causality }: Words,
  of: SiteId,
  counts: (word: AuditorWord) => boolean = () => true,
): readonly SiteId[] {
  const words = (auditors.get(of) ?? []).filter(counts);
  const last = words.filter(({ by }) => !words.some((later) => precedes(causality, by, later.by)));
  return [...new Set(last.flatMap(({ site }) => site ?? []))].sort();
}

/** Who reads whose audit, of the sites that are in the mesh. */
export function auditorsOf(draft: Words, sites: Membership["sites"]): Membership["auditors"] {
  const standing = [...sites.keys()].map((of) => {
    const reading = standingAuditors(draft, of).filter((site) => sites.has(site));
    return [of, reading] as const;
  });
  return new Map(standing.filter(([, reading]) => reading.length > 0));
}

/** What sites lost that were sent away, or are out: the next generation of the key is not theirs. */
export const auditorsLost = (draft: Draft): Revocation[] =>
  [...draft.auditors].flatMap(([of, words]) => [
    ...words.flatMap((word) => sentAwayBy(draft, of, word)),
    ...standingAuditors(draft, of).flatMap((site) => lossOf(draft, { site, of }, draft.siteVotes.get(site))),
  ]);

function sentAwayBy(draft: Draft, of: SiteId, word: AuditorWord): Revocation[] {
  const before = (draft.auditors.get(of) ?? []).filter(({ by }) => precedes(draft.causality, by, word.by));
  const named = new Set(before.flatMap(({ site }) => (site === null || site === word.site ? [] : [site])));
  return [...named].flatMap((site) => lossOf(draft, { site, of }, [{ by: word.by, from: site }]));
}

/** By words that are enough, once they are. */
function lossOf(
  { sites }: Draft,
  { site, of }: { readonly site: SiteId; readonly of: SiteId },
  votes: Revocation["votes"] = [],
): Revocation[] {
  const kind = sites.get(site)?.kind;
  if (kind === undefined || !areEnough(votes, site)) return [];
  return [{ site, siteKind: kind, groups: [], space: siteSpace("audit", of), votes }];
}
