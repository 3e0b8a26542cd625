/** Reads tables of texts as data: every sentence they can say, and what is wrong with them. */

/** One sentence, by the dotted path of its key. */
export interface Sentence {
  readonly path: string;
  readonly text: string;
}

type Say = (...args: readonly unknown[]) => unknown;

/** Enough for every function of the tables; one and many, so that both plural forms are said. */
const SAMPLES: readonly (readonly unknown[])[] = [
  [1, 1, 1],
  [3, 3, 3],
];

/** Every sentence of a table; functions are called with samples. */
export function sentencesOf(table: unknown, path = ""): readonly Sentence[] {
  if (typeof table === "string") return [{ path, text: table }];
  if (typeof table === "function")
    return SAMPLES.flatMap((args) => sentencesOf((table as Say)(...args), path));
  if (typeof table !== "object" || table === null) return [{ path, text: String(table) }];
  return Object.entries(table).flatMap(([key, inner]) =>
    sentencesOf(inner, path === "" ? key : `${path}.${key}`),
  );
}

/** The keys of a table, with what each holds: text, function or list. */
export function shapeOf(table: unknown, path = ""): readonly string[] {
  if (typeof table !== "object" || table === null) return [`${path}: ${typeof table}`];
  return Object.entries(table).flatMap(([key, inner]) =>
    shapeOf(inner, path === "" ? key : `${path}.${key}`),
  );
}

/** The `{names}` that a sentence leaves to be filled. */
export const gapsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/gu)].map((gap) => gap[1] ?? "").sort();

/** Words that promise what nobody can know, blame the reader, or belong to engineers. */
const FORBIDDEN: readonly RegExp[] = [
  /sincroniz/iu,
  /en línea/iu,
  /fuera de línea/iu,
  /\bal día\b/iu,
  /\bnodos?\b/iu,
  /\bpeers?\b/iu,
  /\bsync/iu,
  /inv[áa]lid/iu,
  /por favor/iu,
  /obligatori/iu,
  /\bups\b/iu,
  /error \d/iu,
  /\bno está aquí\b/iu,
  /\bilegal/iu,
  /\bvíctima/iu,
];

export const forbiddenIn = (text: string): readonly string[] =>
  FORBIDDEN.map((word) => word.exec(text)?.[0]).filter((found) => found !== undefined);

/** Forms that address the reader as tú or vos; the tables say usted or nobody. */
const FAMILIAR =
  /(?<![\p{L}])(tú|tus?|tuy[oa]s?|ti|contigo|te|vos|puedes|podés|tienes|tenés|quieres|querés|debes|eres|sos|estás|haz|ponte|elige tu|tu|has)(?![\p{L}])/iu;

export const familiarIn = (text: string): string | null => FAMILIAR.exec(text)?.[0] ?? null;

/** Buttons say what they do in the infinitive: Guardar, Unirse, No reportar. */
export const isInfinitive = (text: string): boolean =>
  /^(?:No )?\p{L}+(?:[aeií]r|[aeií]rse)(?![\p{L}])/u.test(text);
