/**
 * What the cards of another house ask about: very many in a day, or many that all fit one guest, as when somebody
 * varies a name until it is found. Counted where the cards are compared, whatever the other house's program does. Pure.
 */

/** One house whose cards ask for a second look. */
export type CardAlarm =
  | { readonly kind: "many-cards"; readonly site: string; readonly cards: number }
  | { readonly kind: "cards-of-one-guest"; readonly site: string; readonly cards: number };

const DAY_MS = 86_400_000;
/** A family committee's whole list comes once; a house registers some dozens of reports a day. */
export const CARDS_A_DAY = 200;
/** One person is sought by a mother, a wife, a brother; hardly by more through one house. */
export const CARDS_OF_ONE_GUEST = 5;

export interface CardAlarmsOf {
  readonly now: number;
  /** Cards of other houses, with the time that their author claims; null: none. */
  readonly cards: readonly { readonly site: string; readonly at: number | null }[];
  /** Open cards that most probably are of a guest here. */
  readonly pairs: readonly { readonly site: string; readonly guest: string }[];
}

function countBy<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return counts;
}

/** By house. A guest is not named: the list of matches shows who it is. */
export function cardAlarms({ now, cards, pairs }: CardAlarmsOf): readonly CardAlarm[] {
  const today = cards.filter(({ at }) => at !== null && at > now - DAY_MS);
  const crowded = [...countBy(today, ({ site }) => site)].filter(([, count]) => count > CARDS_A_DAY);
  const most = new Map<string, number>();
  for (const [name, count] of countBy(pairs, ({ site, guest }) => `${site} ${guest}`)) {
    const [site = ""] = name.split(" ");
    if (count >= CARDS_OF_ONE_GUEST) most.set(site, Math.max(count, most.get(site) ?? 0));
  }
  return [
    ...crowded.map(([site, count]): CardAlarm => ({ kind: "many-cards", site, cards: count })),
    ...[...most].map(([site, count]): CardAlarm => ({ kind: "cards-of-one-guest", site, cards: count })),
  ];
}
