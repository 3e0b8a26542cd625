/**
 * What a device notes of its own use, for those who watch over a house: no name and no word that was searched for, so
 * that the audit is no second register. Instants are milliseconds since 1970, as the device's clock said.
 */

/** What a search asked by: a name, a description without one, the fields of a form, or too little to be answered. */
export const QUESTIONS = ["name", "description", "form", "place", "too-little"] as const;
export type Question = (typeof QUESTIONS)[number];

/** What was taken out: a list as a file, figures, a copy of the profile, a printed sheet, a list by a command. */
export const TAKEN_OUT = ["csv", "figures", "backup", "print", "list"] as const;
export type TakenOut = (typeof TAKEN_OUT)[number];

export type AuditAct =
  | { readonly did: "open"; readonly at: number; readonly record: string }
  /** The same question asked again soon is counted: somebody is typing. */
  | {
      readonly did: "search";
      readonly at: number;
      readonly question: Question;
      readonly times: number;
      readonly found: number;
    }
  | { readonly did: "export"; readonly at: number; readonly what: TakenOut; readonly count: number }
  /** A rule that was set aside for this record. */
  | { readonly did: "override"; readonly at: number; readonly record: string };

/** An act and whose it is. */
export interface NotedAct {
  readonly site: string;
  readonly device: string;
  readonly act: AuditAct;
}

/** A record that a device made: beside many openings it tells that somebody is at work. */
export interface MadeRecord {
  readonly device: string;
  readonly at: number;
}
