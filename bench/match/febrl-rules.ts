/**
 * FEBRL's table of letters that sound alike, as its data generator reads it: a pattern, what it becomes, where in
 * the word, and whether a vowel or a consonant must stand before and after. Rules with further conditions are left
 * out: they are about English and Slavonic words.
 */

export interface FebrlRule {
  readonly where: "ALL" | "START" | "MIDDLE" | "END";
  readonly pattern: string;
  readonly becomes: string;
  readonly before: "V" | "C" | null;
  readonly after: "V" | "C" | null;
}

const WHERE = new Set(["ALL", "START", "MIDDLE", "END"]);
const letter = (cell: string | undefined): "V" | "C" | null => (cell === "V" || cell === "C" ? cell : null);
const isPlain = (cell: string | undefined): boolean => cell === "None" || letter(cell) !== null;

export function readFebrlRules(text: string): readonly FebrlRule[] {
  return text.split(/\r?\n/u).flatMap((line): FebrlRule[] => {
    const [where = "", pattern = "", becomes = "", before, after, ...more] = line
      .split(",")
      .map((cell) => cell.trim());
    const plain = isPlain(before) && isPlain(after) && more.every((cell) => cell === "None");
    if (!WHERE.has(where) || !plain || more.length === 0) return [];
    return [
      {
        where: where as FebrlRule["where"],
        pattern,
        becomes: becomes === "@" ? "" : becomes,
        before: letter(before),
        after: letter(after),
      },
    ];
  });
}

const VOWELS = "aeiouy";
const isKind = (letters: string, kind: "V" | "C" | null): boolean =>
  kind === null || (letters !== "" && VOWELS.includes(letters) === (kind === "V"));

function fitsPlace({ where }: FebrlRule, at: number, end: boolean): boolean {
  if (where === "START") return at === 0;
  if (where === "END") return end;
  return where === "ALL" || (at > 0 && !end);
}

/** The word after the rule, in small letters; null where the rule does not apply or would leave nothing. */
export function applyFebrlRule(word: string, rule: FebrlRule): string | null {
  for (let at = word.indexOf(rule.pattern); at >= 0; at = word.indexOf(rule.pattern, at + 1)) {
    const past = at + rule.pattern.length;
    const fits =
      fitsPlace(rule, at, past === word.length) &&
      isKind(word.slice(Math.max(0, at - 1), at), rule.before) &&
      isKind(word.slice(past, past + 1), rule.after);
    const changed = word.slice(0, at) + rule.becomes + word.slice(past);
    if (fits && changed.length > 1) return changed;
  }
  return null;
}
