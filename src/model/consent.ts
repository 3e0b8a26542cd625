/**
 * What a guest said of one purpose, as a statement: written once, by one device, and never changed. Who decides anew
 * writes another one that names those it replaces, so that two devices which decide apart can overwrite nothing of
 * each other (docs/decisions/0021-statements-and-halves.md). Lives in the `site` that received the person. What nobody
 * asked is `unset`, and counts as no: it stays in the house.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, id, line, objectProblem, value } from "./field-types.ts";

/**
 * `care`: the house keeps a file on the person. `search`: may be found by who looks for them. `passed`: may be told,
 * when they are gone, that they were here, on what day, and how they were. `refer`: what a referral needs may be told
 * to one other site. `poster`: photo and name on a poster. `figures`: counts in figures that leave the house. `carry`: what
 * they choose is written on a card that they take with them. `findable`: the staff of every shelter may know, while they are here, that they are.
 * `export`: what the house knows of them may leave it on a list in a file.
 */
export const CONSENT_PURPOSES = [
  "care",
  "search",
  "passed",
  "refer",
  "poster",
  "figures",
  "carry",
  "findable",
  "export",
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export const CONSENT_WORDS = ["yes", "no", "unset"] as const;
/** `unset`: never asked, or what was said was taken back. */
export type ConsentWord = (typeof CONSENT_WORDS)[number];

/** Who said it: the person; or who cares for a child, and the child agrees. */
export const CONSENT_BASES = ["self", "guardian"] as const;
export type ConsentBasis = (typeof CONSENT_BASES)[number];

const MOST_REPLACED = 50;

export const consentSchema = v.pipe(
  v.strictObject(
    {
      guest: id,
      purpose: choice(CONSENT_PURPOSES),
      /** To whom, for `refer`. */
      to: v.exactOptional(id),
      said: choice(CONSENT_WORDS),
      basis: v.optional(choice(CONSENT_BASES), "self"),
      /** In which language it was asked, and who interpreted. */
      language: v.exactOptional(line),
      interpreter: v.exactOptional(line),
      at: value(readMoment),
      /** The statements that whoever decided had before them. */
      replaces: v.exactOptional(v.pipe(v.array(id), v.maxLength(MOST_REPLACED, "too-many"))),
    },
    objectProblem,
  ),
  v.forward(
    v.check(({ purpose, to }) => purpose !== "refer" || to !== undefined, "required"),
    ["to"],
  ),
  v.forward(
    v.check(({ purpose, to }) => purpose === "refer" || to === undefined, "unknown-field"),
    ["to"],
  ),
);

/** A statement as the state is worked out from it. */
export interface Statement {
  readonly id: string;
  /** More than one where devices changed the record itself at once, which ours never do. */
  readonly said: readonly unknown[];
  readonly replaces: readonly string[];
  /**
   * Noted by somebody who cannot read what stands (a volunteer at the door): it may narrow and not widen
   * (docs/decisions/0033-a-yes-noted-at-the-door.md).
   */
  readonly isHandedIn?: boolean;
}

/** A record of a statement. A contested list of what it replaces replaces nothing: so more stands, never less. */
export function statementOf(record: {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly conflicts: Readonly<Record<string, readonly unknown[]>>;
}): Statement {
  const { id: own, fields, conflicts } = record;
  const replaces: unknown = conflicts["replaces"] === undefined ? fields["replaces"] : [];
  return {
    id: own,
    said: conflicts["said"] ?? [fields["said"]],
    replaces: Array.isArray(replaces) ? replaces.filter((item) => typeof item === "string") : [],
  };
}

const isOfStaff = ({ isHandedIn }: Statement): boolean => isHandedIn !== true;

/** The statements that no other one replaces. Who could read none of them has replaced none, whatever they wrote. */
export function standing<S extends Statement>(statements: readonly S[]): readonly S[] {
  const replaced = new Set(
    statements.filter(isOfStaff).flatMap(({ id: own, replaces }) => replaces.filter((at) => at !== own)),
  );
  return statements.filter((one) => !replaced.has(one.id));
}

/** A yes that waits for somebody of the staff to ask again. */
export const isWaitingYes = ({ said, isHandedIn }: Statement): boolean =>
  isHandedIn === true && said.every((word) => word === "yes");

/**
 * What holds of one purpose: the narrowest of all that stands, so that a yes never outweighs a no which whoever said
 * yes had not seen; a yes that waits says nothing yet. Total: statements that replace each other in a circle come to no.
 */
export function consentState(all: readonly Statement[]): ConsentWord {
  const counted = all.filter((one) => !isWaitingYes(one));
  if (counted.length === 0) return "unset";
  const stands = standing(all).filter((one) => counted.includes(one));
  const isCircle = counted.some(isOfStaff) && !stands.some(isOfStaff);
  const words = stands.flatMap(({ said }) => said);
  if (isCircle || words.length === 0 || words.includes("no")) return "no";
  return words.every((word) => word === "yes") ? "yes" : "unset";
}
