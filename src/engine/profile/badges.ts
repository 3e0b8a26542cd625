/**
 * Which badge a vault has on the locked screen (docs/decisions/0007-badges.md). Pure, but for the
 * two functions that say how one lies in the store.
 */
import { fromUtf8, utf8 } from "#crypto";
import { type Badge, BADGES } from "../api/index.ts";

export interface OwnBadge {
  readonly badge: Badge;
  readonly badgeNumber: number;
}

const isTaken = (taken: readonly OwnBadge[], { badge, badgeNumber }: OwnBadge): boolean =>
  taken.some((other) => other.badge === badge && other.badgeNumber === badgeNumber);

/** The badge with the lowest number that nobody else has. */
export function numberedBadge(badge: Badge, others: readonly OwnBadge[]): OwnBadge {
  let badgeNumber = 1;
  while (isTaken(others, { badge, badgeNumber })) badgeNumber += 1;
  return { badge, badgeNumber };
}

/** What a new vault gets: the first badge of the list that is used least. */
export function nextBadge(taken: readonly OwnBadge[]): OwnBadge {
  const free = BADGES.map((badge) => numberedBadge(badge, taken));
  const least = Math.min(...free.map(({ badgeNumber }) => badgeNumber));
  return free.find(({ badgeNumber }) => badgeNumber === least) ?? { badge: "star", badgeNumber: least };
}

/** In the order of the list, which is no order of people. */
export const compareBadges = (one: OwnBadge, other: OwnBadge): number =>
  one.badgeNumber - other.badgeNumber || BADGES.indexOf(one.badge) - BADGES.indexOf(other.badge);

export const encodeBadge = ({ badge, badgeNumber }: OwnBadge): Uint8Array =>
  utf8(`${badge} ${String(badgeNumber)}`);

/** Null for anything but what {@link encodeBadge} writes. */
export function decodeBadge(bytes: Uint8Array): OwnBadge | null {
  const [name, number, ...rest] = (fromUtf8(bytes) ?? "").split(" ");
  const badge = BADGES.find((one) => one === name);
  const isNumber = number !== undefined && /^[1-9]\d{0,3}$/u.test(number);
  return badge === undefined || !isNumber || rest.length > 0 ? null : { badge, badgeNumber: Number(number) };
}
