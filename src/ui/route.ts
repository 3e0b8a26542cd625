/** Sentences about the route: how old a value is, who said it. */
import type { SaidBy } from "#engine";
import type { SaidAge } from "#model";
import { now } from "./clock.ts";
import { f, t } from "./look.ts";

export const wordHouse = ({ siteName }: SaidBy): string => siteName ?? t().route.unknownHouse;

export function wordSaid({ age, at }: { readonly age: SaidAge; readonly at: string }): string {
  const { ages } = t().route;
  return age === "unclear" ? ages.unclear : ages[age](f().moment(Date.parse(at), now()));
}

/** "21 nov 2026", of a whole day. */
export const wordDay = (day: string): string => f().partialDate(day) ?? day;
