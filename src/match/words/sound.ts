/**
 * How a folded name sounds to a Spanish ear along the route, as a key: what sounds alike has the same key. Knows
 * Central American and Mexican Spanish (b = v, s = c = z, ll = y, no h), how Maya, Nahua and Garífuna names are
 * written down (tz, dz, q', x, hu and gü before vowels), and French and Creole spellings (ou, oi, eau, ph).
 *
 * Capital letters stand for sounds that have no letter of their own: C for ch, S for sh, G for a hard g before e or i.
 */

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/eaux?/gu, "o"],
  [/oi(?![nd]|$)/gu, "ua"],
  [/ou/gu, "u"],
  [/ph/gu, "f"],
  [/th/gu, "t"],
  [/sch|sh/gu, "S"],
  [/tch|ch/gu, "C"],
  [/t[sz]|dz/gu, "s"],
  [/^hi?u(?=[aeio])|gu(?=[ao])|(?:^|(?<=[aeiou]))hu(?=[aeio])|^u(?=[aeio])/gu, "w"],
  [/gu(?=[ei])/gu, "G"],
  [/g(?=[eiy])/gu, "j"],
  [/qu(?=[ei])|ck|q/gu, "k"],
  [/c(?=[eiy])|z|ç/gu, "s"],
  [/c/gu, "k"],
  [/^x/gu, "S"],
  [/x/gu, "s"],
  [/v/gu, "b"],
  [/ll|y/gu, "i"],
  [/h/gu, ""],
  [/n(?=[bp])/gu, "m"],
  [/(.)\1+/gu, "$1"],
  [/tl$/u, "t"],
];

/** The key of a folded word; the word itself where nothing of it sounds. */
export function soundOf(folded: string): string {
  const sound = SOUNDS.reduce((text, [pattern, to]) => text.replace(pattern, to), folded);
  return sound === "" ? folded : sound;
}
