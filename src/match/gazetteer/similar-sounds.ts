/** Sounds that are nearly a given one: those that share most pairs of letters with it are compared letter by letter. */
import { distance } from "../words/edit-distance.ts";
import { slipsAllowed } from "./town-words.ts";

export interface SimilarSound {
  readonly sound: string;
  readonly slips: number;
}

export type SimilarSounds = (sound: string) => readonly SimilarSound[];

/** A letter that is wrong breaks two pairs, two that are swapped break three. */
const PAIRS_BROKEN = 2.5;
/** Compared letter by letter at most, those that share most pairs first. */
const MOST_COMPARED = 24;

function pairsOf(sound: string): readonly number[] {
  const text = `<${sound}>`;
  const pairs = new Set<number>();
  for (let at = 1; at < text.length; at += 1)
    pairs.add(text.charCodeAt(at - 1) * 65_536 + text.charCodeAt(at));
  return [...pairs];
}

function postingsOf(sounds: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const postings = new Map<number, number[]>();
  for (const [at, sound] of sounds.entries())
    for (const pair of pairsOf(sound)) {
      const there = postings.get(pair);
      if (there === undefined) postings.set(pair, [at]);
      else there.push(at);
    }
  return postings;
}

/** The pairs are counted when the first misspelt name comes: most searches have none. */
export function createSimilarSounds(sounds: readonly string[]): SimilarSounds {
  let postings: ReadonlyMap<number, readonly number[]> | null = null;
  const shared = new Uint8Array(sounds.length);
  const lengths = Uint8Array.from(sounds, (sound) => sound.length);

  const sharing = (sound: string, slips: number): readonly number[] => {
    postings ??= postingsOf(sounds);
    const pairs = pairsOf(sound);
    const enough = Math.max(2, Math.ceil(pairs.length - PAIRS_BROKEN * slips));
    const found: number[] = [];
    shared.fill(0);
    for (const pair of pairs)
      for (const at of postings.get(pair) ?? []) {
        const count = (shared[at] ?? 0) + 1;
        shared[at] = count;
        if (count === enough && Math.abs((lengths[at] ?? 0) - sound.length) <= slips) found.push(at);
      }
    return found.sort((one, other) => (shared[other] ?? 0) - (shared[one] ?? 0)).slice(0, MOST_COMPARED);
  };

  return (sound) => {
    const allowed = slipsAllowed(sound.length);
    if (allowed === 0) return [];
    return sharing(sound, allowed)
      .map((at) => sounds[at] ?? "")
      .map((like) => ({ sound: like, slips: distance(sound, like) }))
      .filter(({ slips }) => slips <= allowed);
  };
}
