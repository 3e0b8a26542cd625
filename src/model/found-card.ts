/**
 * A found card: that somebody who agreed to be found is at the house that issued it, for the staff of every shelter. Lives
 * in `network`. Says what one is known by and no more: no marks, no company, no date, no room; where they are is the name
 * of the house, which the log says. It stands while the person is there and agrees; then it is empty and gives no reason.
 */
import * as v from "valibot";
import type { Adulthood } from "./adulthood.ts";
import type { ConsentWord } from "./consent.ts";
import { withoutContact } from "./contact.ts";
import { choice, objectProblem } from "./field-types.ts";
import { hasName, type PersonFields, personEntries } from "./person-fields.ts";

const FOUND_STATUSES = ["open", "withdrawn"] as const;

const { name, givenNames, surnames, alternateNames, sex, age, birthDate, country, state, town } =
  personEntries;

export const foundCardSchema = v.pipe(
  v.strictObject(
    {
      ...{ name, givenNames, surnames, alternateNames, sex, age, birthDate, country, state, town },
      status: v.optional(choice(FOUND_STATUSES), "open"),
    },
    objectProblem,
  ),
  v.check((card) => card.status === "withdrawn" || hasName(card), "needs-name"),
);

export type FoundCard = v.InferOutput<typeof foundCardSchema>;

export const WITHDRAWN_FOUND_CARD: FoundCard = { status: "withdrawn" };

const LINES = ["name", "givenNames", "surnames", "state", "town"] as const;

/** The card of a guest: what it takes is named here, all else stays. Withdrawn where no name is known. */
export function extractFoundCard(guest: PersonFields): FoundCard {
  const lines = LINES.map((field) => [field, withoutContact(guest[field] ?? "")] as const);
  const nicknames = (guest.alternateNames ?? []).map(withoutContact).filter((item) => item !== "");
  const { sex: told, age: years, birthDate: born, country: from } = guest;
  const taken = [
    ...lines.filter(([, text]) => text !== ""),
    ...(nicknames.length === 0 ? [] : [["alternateNames", nicknames] as const]),
    ...Object.entries({ sex: told, age: years, birthDate: born, country: from }),
  ].filter(([, value]) => value !== undefined);
  const card = Object.fromEntries(taken) as Omit<FoundCard, "status">;
  return hasName(card) ? { ...card, status: "open" } : WITHDRAWN_FOUND_CARD;
}

/** What a found card depends on. */
export interface FoundStanding {
  readonly findable: ConsentWord;
  readonly hasLeft: boolean;
  /** By what is known of their age today. */
  readonly age: Adulthood;
  readonly hasName: boolean;
}

/** `shared`, or why not, the first of several reasons. */
export type FoundState = "shared" | "not-agreed" | "left" | "minor" | "age-unknown" | "nameless";

/**
 * Whether a guest's card stands. Only a yes of who is here and of age: that a child is in a house is told to nobody who
 * did not ask for that child (two people decide that, `match-steps.ts`), and who may be a child counts as one.
 */
export function foundState({ findable, hasLeft, age: adulthood, hasName: named }: FoundStanding): FoundState {
  if (findable !== "yes") return "not-agreed";
  if (hasLeft) return "left";
  if (adulthood !== "adult") return adulthood === "minor" ? "minor" : "age-unknown";
  return named ? "shared" : "nameless";
}
