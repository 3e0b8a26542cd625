/** What guests need and were given, messages that wait for them, and whom they want never to be told. */
import type { CallRelation, Care } from "#model";
import type { RecordId } from "./record-id.ts";
import type { ListItem } from "./search.ts";

export interface NeedView {
  readonly id: RecordId;
  readonly guest: ListItem;
  readonly what: Care;
  readonly note: string | null;
  readonly at: string;
  /** Nothing was given for it, and nobody closed it. */
  readonly isOpen: boolean;
}

export interface AttentionView {
  readonly id: RecordId;
  readonly what: Care;
  readonly note: string | null;
  readonly at: string;
  /** How many had it, this guest too. */
  readonly people: number;
}

export interface CareView {
  /** Open ones first, and of these the one that waits longest. */
  readonly needs: readonly NeedView[];
  /** Of one guest; latest first. None where the house is asked about. */
  readonly attentions: readonly AttentionView[];
}

export interface WaitingView {
  readonly id: RecordId;
  readonly guest: ListItem;
  /** Who left it, in one word. */
  readonly relation: CallRelation;
  readonly at: string;
  /** Null for who may not read it, and where there is none. */
  readonly text: string | null;
}

export interface NeverTellView {
  readonly id: RecordId;
  readonly name: string | null;
  readonly relation: string | null;
  readonly note: string | null;
}

/** Somebody said that no file is to be kept on them: what they are given is counted, without saying who. */
export interface CareFault {
  readonly code: "said-no-care";
}

/** Noted by `add` of the kinds `need`, `attention`, `waiting-message` and `never-tell`: of now unless told. */
export interface CareCommands {
  /** Of a guest; without one, the open needs of everybody who is here. Fault: `not-allowed` for who reads none. */
  care(guest?: RecordId): Promise<CareView>;
  /** Messages that were not given yet: a guest's, or the house's; the longest waiting first. */
  waiting(guest?: RecordId): Promise<readonly WaitingView[]>;
  /** A message was given to whom it is for. Fault: `no-such-record`. */
  deliver(message: RecordId): Promise<{ readonly id: RecordId }>;
  /** Whom a guest wants never to be told; of who may not read it none. */
  neverTell(guest: RecordId): Promise<readonly NeverTellView[]>;
}
