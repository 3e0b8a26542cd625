/**
 * What follows from the news that a house noted (pure). A death, and what a forensic service has, is spoken of in person:
 * it stands only once two different people of the house noted it, each by themselves, and then one thing happens: the
 * house of the report reads whom to call. Of a living person nothing leaves but by their own word, or where an authority
 * tells the family anyway. All of it follows from the set of statements, in whatever order they came.
 */
import { type NewsAgreed, type NewsKind, type NewsSource, tellsOfDeath } from "./news.ts";
import { fold } from "./text.ts";

/** Somebody of the house. `name`: as the house knows them; null where it does not. */
export interface NewsVoice {
  readonly device: string;
  readonly name: string | null;
}

/** One statement. */
export type NewsWord =
  | {
      readonly kind: "noted";
      readonly id: string;
      readonly voice: NewsVoice | null;
      readonly what: NewsKind;
      readonly inPerson: boolean;
      readonly agreed: NewsAgreed | null;
    }
  | { readonly kind: "taken-back"; readonly of: string };
export type NotedNews = Extract<NewsWord, { readonly kind: "noted" }>;

/** What a screen says of a piece of news. `to-confirm`: a second person has to note it too. */
export type NewsState = "noted" | "to-confirm" | "confirmed";

/** What is known of a piece of news, as somebody wrote it. */
export interface HeardNews {
  readonly what: NewsKind;
  readonly heardFrom?: NewsSource | undefined;
  readonly confirmedBy?: string | undefined;
}

/**
 * What is told by people to people, face to face: by its kind, by who says it, or by the words of who wrote it. Whose
 * body it is, a forensic authority says and nobody here.
 */
export const isInPerson = ({ what, heardFrom, confirmedBy = "" }: HeardNews): boolean =>
  what === "death" || what === "forensic" || heardFrom === "forensic-service" || tellsOfDeath(confirmedBy);

/** An authority that holds somebody informs their consulate, and that the family. */
const TOLD_BY_AUTHORITY: readonly NewsKind[] = ["detained", "deported"];

/** Two devices of one person are one person; who is not known by name is nobody else. */
function areTwoPeople(one: NewsVoice | null, other: NewsVoice | null): boolean {
  if (one === null || other === null || one.device === other.device) return false;
  return one.name !== null && other.name !== null && fold(one.name) !== fold(other.name);
}

/** What was noted and not taken back. */
export function standingNews(words: readonly NewsWord[]): readonly NotedNews[] {
  const takenBack = new Set(words.flatMap((word) => (word.kind === "taken-back" ? [word.of] : [])));
  return words
    .filter((word): word is NotedNews => word.kind === "noted" && !takenBack.has(word.id))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

export function newsState(words: readonly NewsWord[], one: NotedNews): NewsState {
  if (!one.inPerson) return "noted";
  const others = standingNews(words).filter(({ inPerson, id }) => inPerson && id !== one.id);
  return others.some(({ voice }) => areTwoPeople(voice, one.voice)) ? "confirmed" : "to-confirm";
}

/**
 * `free`: the person has said nothing against it. `kept`: they were asked and did not say yes, or are being asked: what
 * is known of them alive stays in the house.
 */
export type PersonsWord = "free" | "kept";

const mayTellOf = ({ what, agreed }: NotedNews, person: PersonsWord): boolean =>
  person === "free" && (agreed === "person" || (agreed === "authority" && TOLD_BY_AUTHORITY.includes(what)));

/** The statements for which the other house may be asked to call; the first of them says whom. */
export const reasonsToCall = (words: readonly NewsWord[], person: PersonsWord): readonly NotedNews[] =>
  standingNews(words).filter((one) =>
    one.inPerson ? newsState(words, one) === "confirmed" : mayTellOf(one, person),
  );
