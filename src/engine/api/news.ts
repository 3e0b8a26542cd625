/**
 * What the engine offers for news of who is sought. None of these types has a place for a death: what is spoken of in
 * person shows as `in-person`, and another house reads no more than whom to call.
 */
import type { NewsAgreed, NewsKind, NewsSource, NewsState, SharingClosed } from "#model";
import type { SiteId } from "#sync";
import type { RecordId } from "./record-id.ts";

export interface NewsWish {
  /** A report of the house, or a card. */
  readonly about: RecordId;
  readonly what: NewsKind;
  readonly heardFrom: NewsSource;
  /** Who confirms it. */
  readonly confirmedBy?: string;
  readonly on?: string;
  /** Who of this house is to be called, and how: all that another house may ever read. */
  readonly whom: string;
  readonly agreed?: NewsAgreed;
}

export interface NewsOutcome {
  readonly id: RecordId;
  readonly state: NewsState;
}

export interface NewsView extends NewsOutcome {
  readonly what: Exclude<NewsKind, "death" | "forensic"> | "in-person";
  /** Null for what is spoken of in person. */
  readonly heardFrom: NewsSource | null;
  readonly confirmedBy: string | null;
  readonly on: string | null;
  readonly whom: string;
  /** Noted on this device. */
  readonly mine: boolean;
  /** Why the other house is not asked to call though it might be, by what this house agreed. Else null. */
  readonly closed: SharingClosed | null;
}

/** Another house asks to be called about a report: there is something to talk about. */
export interface NewsCallView {
  readonly report: RecordId;
  readonly site: SiteId;
  readonly siteName: string;
  readonly whom: string | null;
}

export interface NewsCommands {
  addNews(wish: NewsWish): Promise<NewsOutcome>;
  takeBackNews(id: RecordId): Promise<{ readonly id: RecordId }>;
  news(options: { readonly of: RecordId }): Promise<readonly NewsView[]>;
  newsCalls(options?: { readonly of?: RecordId }): Promise<readonly NewsCallView[]>;
}
