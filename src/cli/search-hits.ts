/** Found people as the command line tells them: as data, and in lines with what speaks for and against. */
import type { SearchHit } from "#engine";
import { wordReason, wordSides } from "#i18n";
import { wordProbability } from "./probability.ts";
import type { Runner } from "./runner.ts";

export interface HitData extends Pick<SearchHit, "id" | "kind" | "title" | "score"> {
  /** In words. */
  readonly reasons: readonly string[];
}

export const hitData = ({ wording: { shared }, formats }: Runner, hit: SearchHit): HitData => ({
  id: hit.id,
  kind: hit.kind,
  title: hit.title,
  score: hit.score,
  reasons: hit.reasons.map((reason) => wordReason(shared, reason, formats)),
});

/** What is known of it is put behind who it is. */
export const hitLines = ({ wording, formats }: Runner, hit: SearchHit, known = ""): readonly string[] => {
  const { cli, shared } = wording;
  return [
    `${hit.id}  ${hit.title || cli.nameless}  ${wordProbability(wording, hit.score)}  ${shared.search.kinds[hit.kind]}${known}`,
    ...wordSides(shared, hit.reasons, formats).map(
      ({ side, reasons }) => `    ${shared.reasons.sides[side]}: ${reasons.join("; ")}`,
    ),
  ];
};

export const foundLine = ({ wording: { shared } }: Runner, hits: readonly SearchHit[]): string =>
  hits.length === 0 ? shared.search.none : shared.search.found(hits.length);
