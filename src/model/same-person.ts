/**
 * That two guests of a house are one person, or are not: what staff said of a pair. Nothing is copied from one record into
 * the other; who is shown as one is worked out from what stands, the same at every device, and taking it back brings both
 * back with all that was noted since (docs/decisions/0027-one-person.md). Lives in the shelter's `desk`.
 *
 * The narrow reading: people are shown as one only where nobody says otherwise of any two of them. What a person refused
 * holds for everybody who anybody says is that person.
 */
import * as v from "valibot";
import { choice, id, objectProblem } from "./field-types.ts";

const SAME_PERSON_WORDS = ["same", "apart"] as const;
type SamePersonWord = (typeof SAME_PERSON_WORDS)[number];

export const samePersonSchema = v.pipe(
  v.strictObject({ one: id, other: id, said: choice(SAME_PERSON_WORDS) }, objectProblem),
  v.forward(
    v.check(({ one, other }) => one < other, "unknown-choice"),
    ["other"],
  ),
);

/** What was said of two guests; more than one word where devices said it at once. */
export interface Link {
  readonly one: string;
  readonly other: string;
  readonly said: readonly unknown[];
}

/** Who one guest is, by ids of guests, each list in order and with the guest. */
export interface OnePerson {
  /** Shown as one. */
  readonly members: readonly string[];
  /** Who hang together by what nobody contests; more than the members where somebody said "apart" of two of them. */
  readonly linked: readonly string[];
  /** Whom anybody says to be the same: what one of them refused holds for all. */
  readonly maybe: readonly string[];
}

const isSame = ({ said }: Link): boolean => said.length > 0 && said.every((word) => word === "same");
const maySame = ({ said }: Link): boolean => said.includes("same");

/** Of guests that are linked, each with the group that it is in. */
function groupsBy(links: readonly Link[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { one, other } of links) {
    const first = groups.get(one) ?? new Set([one]);
    const second = groups.get(other) ?? new Set([other]);
    if (first === second) continue;
    for (const guest of second) first.add(guest);
    for (const guest of first) groups.set(guest, first);
  }
  return groups;
}

const inOrder = (group: ReadonlySet<string> | undefined, guest: string): readonly string[] =>
  group === undefined ? [guest] : [...group].sort();

/** Everybody of whom something was said. The same for any order of the links. */
export function onePersons(links: readonly Link[]): ReadonlyMap<string, OnePerson> {
  const linked = groupsBy(links.filter(isSame));
  const maybe = groupsBy(links.filter(maySame));
  const denied = new Set(
    links
      .filter((link) => !isSame(link) && linked.get(link.one)?.has(link.other) === true)
      .map(({ one }) => linked.get(one)),
  );
  const guests = new Set(links.flatMap(({ one, other }) => [one, other]));
  return new Map(
    [...guests].map((guest) => {
      const group = linked.get(guest);
      const together = inOrder(group, guest);
      const members = denied.has(group) ? [guest] : together;
      return [guest, { members, linked: together, maybe: inOrder(maybe.get(guest), guest) }];
    }),
  );
}

/** A word on a pair, in the order of the ids. */
export interface SaidLink {
  readonly one: string;
  readonly other: string;
  readonly said: SamePersonWord;
}

const link = (a: string, b: string, said: SamePersonWord): SaidLink =>
  a < b ? { one: a, other: b, said } : { one: b, other: a, said };

const alone = (guest: string): OnePerson => ({ members: [guest], linked: [guest], maybe: [guest] });

/**
 * What has to be said so that two guests, and all who hang together with them, are one person: of the two, and of every
 * pair among them of which somebody says otherwise.
 */
export function linksToMerge(links: readonly Link[], [a, b]: readonly [string, string]): readonly SaidLink[] {
  const persons = onePersons(links);
  const all = new Set([a, b].flatMap((guest) => (persons.get(guest) ?? alone(guest)).linked));
  const denied = links.filter((one) => !isSame(one) && all.has(one.one) && all.has(one.other));
  const isSaid = links.some((known) => isSame(known) && isPair(known, a, b));
  const others = denied
    .filter((known) => !isPair(known, a, b))
    .map((known) => link(known.one, known.other, "same"));
  return isSaid ? others : [link(a, b, "same"), ...others];
}

const isPair = ({ one, other }: Pick<Link, "one" | "other">, a: string, b: string): boolean =>
  (one === a && other === b) || (one === b && other === a);

/**
 * What has to be said so that `out` is somebody else than `from` and all who are shown with them: apart from each of
 * them; those who hung together by `out` alone, and were shown as one, are linked without it. Null where nobody says
 * that the two are one.
 */
export function linksToPart(
  links: readonly Link[],
  { from, out }: { readonly from: string; readonly out: string },
): readonly SaidLink[] | null {
  const person = onePersons(links).get(out) ?? alone(out);
  const { members, linked, maybe } = person;
  if (from === out || !maybe.includes(from)) return null;
  const rest = [...new Set([...linked, from])].filter((guest) => guest !== out);
  const contested = links
    .filter((known) => maySame(known) && (known.one === out || known.other === out))
    .map(({ one, other }) => (one === out ? other : one));
  const apart = [...new Set([...rest, ...contested])].sort().map((guest) => link(out, guest, "apart"));
  return members.includes(from) ? [...apart, ...holdTogether(links, members, out)] : apart;
}

/** Links the groups that members fall into without `out`. */
function holdTogether(links: readonly Link[], members: readonly string[], out: string): readonly SaidLink[] {
  const without = links.filter((known) => isSame(known) && known.one !== out && known.other !== out);
  const groups = groupsBy(without);
  const firsts = members
    .filter((guest) => guest !== out)
    .filter((guest) => inOrder(groups.get(guest), guest)[0] === guest);
  const [first, ...others] = firsts;
  return first === undefined ? [] : others.map((guest) => link(first, guest, "same"));
}
