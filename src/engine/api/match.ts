/** Pairs of who is sought and who came, what staff decide of them, and the answers that come of it. */
import type { Reason } from "#match";
import type { MatchState, ReleaseRefused, ReportOutcome, Said } from "#model";
import type { SiteId } from "#sync";
import type { NeverTellView } from "./care.ts";
import type { RecordId, UnixMillis } from "./record-id.ts";
import type { ListItem } from "./search.ts";
import type { SeekCommands, SeekFault } from "./seek.ts";

export type * from "./seek.ts";

/** Somebody who is sought, and a guest who may be that person. */
export interface MatchView {
  /** Of the decision on the pair, whether there is one or not. */
  readonly id: RecordId;
  /** The house's own report, or another's card. */
  readonly sought: ListItem;
  readonly guest: ListItem;
  /** The probability that the two are one person. */
  readonly score: number;
  readonly proposed: boolean;
  readonly reasons: readonly Reason[];
  /** It was rejected, and what is known of the two has changed since. */
  readonly isBack: boolean;
  readonly state: MatchState;
  /** What the person lets be told in their own words, and answered to the family's question. */
  readonly message: string | null;
  readonly proof: string | null;
  /** What only the person can answer; null where the family asks nothing. */
  readonly question: string | null;
  /** Whom the person wants never to be told; `isSeeker`: who seeks says to be that one. */
  readonly neverTell: readonly (Pick<NeverTellView, "name" | "relation"> & { readonly isSeeker: boolean })[];
  /** What was agreed has left the house. */
  readonly sent: boolean;
  /** It had left the house and was taken back: somebody must never be told, or the person narrowed what may be said. */
  readonly takenBack: boolean;
  /** `second`: it waits for the word of another person of the house. */
  readonly needs: "second" | null;
}

export interface MatchCoverage {
  readonly site: SiteId;
  readonly name: string;
  /** Whether it says to hold the report or card that was asked about, as it is now; null where none was. */
  readonly holds: boolean | null;
  /** When it says that it compared that, or all that it has, to the hour; null: it has not said so. */
  readonly comparedAt: UnixMillis | null;
}

export interface MatchesView {
  /** Most probable first; without those that were rejected. */
  readonly pairs: readonly MatchView[];
  /** Every shelter, the own house first. What others say, and the same whatever they found. */
  readonly coverage: readonly MatchCoverage[];
}

/** How a pair stands after a command. */
export interface MatchDecided extends Pick<MatchView, "state" | "sent" | "needs"> {
  readonly pair: RecordId;
}

/** What a shelter lets who seeks know of the person that they seek. */
export interface AnswerView {
  readonly id: RecordId;
  readonly report: RecordId;
  readonly site: SiteId;
  readonly siteName: string;
  /** `alive`: the person said so on that day. `passed`: they left on that day; no more is known. */
  readonly said: "alive" | "passed";
  /** ISO date. */
  readonly on: string | null;
  /** Null where the person did not want it to be known. */
  readonly place: string | null;
  readonly message: string | null;
  readonly proof: string | null;
}

export type MatchFault =
  | SeekFault
  | { readonly code: ReleaseRefused }
  | { readonly code: "nothing-to-agree" | "another-person" | "protection-must-agree" };

export interface MatchCommands extends SeekCommands {
  /** Who is sought, compared with the guests of the house, also those who left; `of`: only pairs of this record. */
  matches(options?: { readonly of?: RecordId }): Promise<MatchesView>;
  /**
   * Compares from now on until the lock, whenever records change and each hour, also while nobody asks: so the house
   * says that it has. Nothing where the one at this device may not decide on pairs.
   */
  keepComparing(): Promise<void>;
  /** Not the same person: the pair is not shown again unless what is known of the two changes. */
  rejectMatch(wish: { readonly pair: RecordId; readonly reason?: string }): Promise<MatchDecided>;
  /** Takes a decision back, and with it what was told. */
  reopenMatch(pair: RecordId): Promise<MatchDecided>;
  /** Somebody of the house will ask the person. */
  askMatch(pair: RecordId): Promise<MatchDecided>;
  /** What the person said when asked alone. What they agree to leaves at once, or after a second person's word. */
  answerMatch(wish: {
    readonly pair: RecordId;
    readonly said: Said;
    /** What the family is to be told, word for word. */
    readonly message?: string;
    /** What the person answered to the family's question. */
    readonly proof?: string;
  }): Promise<MatchDecided>;
  /** A second person's word for what waits to be told. */
  agreeMatch(pair: RecordId): Promise<MatchDecided>;
  /** What was answered to the house's reports; `of`: to this one. */
  answers(options?: { readonly of?: RecordId }): Promise<readonly AnswerView[]>;
  closeReport(wish: {
    readonly report: RecordId;
    readonly outcome: ReportOutcome;
  }): Promise<{ readonly id: RecordId }>;
}
