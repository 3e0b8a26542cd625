/** What shelters tell one another of the route: the directory of services, each shelter's board, notices. */
import type {
  Accepted,
  BoardStanding,
  BoardWish,
  Care,
  NoticeKind,
  NoticeState,
  ServiceFreshness,
  ServiceStatus,
  ServiceTold,
  ServiceType,
} from "#model";
import type { SiteId } from "#sync";
import type { RecordId } from "./record-id.ts";

/** A house as others name it; null: it is no longer in the mesh. */
export interface SaidBy {
  readonly site: SiteId;
  readonly siteName: string | null;
}

/** What a house says differently of a service. */
export interface OtherWord extends SaidBy {
  readonly field: ServiceTold;
  readonly value: unknown;
}

export interface ServiceView {
  readonly id: RecordId;
  readonly name: string;
  readonly type: ServiceType;
  readonly offers: readonly Care[];
  readonly place: string | null;
  readonly address: string | null;
  readonly hours: string | null;
  readonly languages: readonly string[];
  /** None: nobody spoke of it. */
  readonly accepts: readonly Accepted[];
  readonly phone: string | null;
  readonly entry: string | null;
  readonly note: string | null;
  readonly status: ServiceStatus;
  /** The day on which somebody made sure last, and of which house. */
  readonly confirmedOn: string;
  readonly confirmedBy: SaidBy;
  readonly freshness: ServiceFreshness;
  /** Houses that lately made sure of it and say the same. */
  readonly agree: number;
  /** The house that put it into the directory. */
  readonly notedBy: SaidBy;
  readonly others: readonly OtherWord[];
}

export interface DirectoryWish {
  /** Words of its name, its place or what it says. */
  readonly text?: string;
  readonly offers?: Care;
  readonly place?: string;
  readonly accepts?: Accepted;
  /** Closed ones too, and those of which nobody made sure for a year. */
  readonly all?: boolean;
}

export interface ServiceWord {
  /**
   * What is different from what the directory says; what is not named is as it says. Null or an empty text takes a value
   * off, where no other house says one: problem `said-elsewhere`.
   */
  readonly fields?: Readonly<Partial<Record<ServiceTold, unknown>>>;
  /** Open unless told. */
  readonly status?: ServiceStatus;
  /** The day on which somebody made sure: today unless told, never a later one. */
  readonly on?: string;
}

/** A shelter's board, or that it has none yet. */
export interface BoardView extends SaidBy, BoardStanding {
  readonly ownSite: boolean;
}

export interface NoticeView {
  readonly id: RecordId;
  readonly kind: NoticeKind;
  readonly text: string;
  readonly place: string | null;
  readonly at: string;
  readonly validUntil: string;
  readonly state: NoticeState;
  readonly by: SaidBy;
  readonly ownSite: boolean;
}

/**
 * Services and notices are noted by `add` of the kinds `service` and `notice`; the own house's are changed by `edit`. For
 * who reads `network`: coordinators, staff and protection of a shelter. All others get the fault `not-allowed`.
 */
export interface DirectoryCommands {
  /** What helps, fresh before old. */
  directory(wish?: DirectoryWish): Promise<readonly ServiceView[]>;
  /** Somebody made sure of a service, of whichever house. Faults: `no-such-record`, `fields`. */
  confirmService(id: RecordId, word?: ServiceWord): Promise<ServiceView>;
  /** A board for each shelter; the own one first, then by who said something last. */
  boards(): Promise<readonly BoardView[]>;
  /** Says something on the own house's board, as of now. Fault: `fields`. */
  setBoard(wish: BoardWish): Promise<BoardView>;
  /** Says again, as of now, all that the own board still tells. */
  repeatBoard(): Promise<BoardView>;
  /** Those that stand, the latest first; `all`: also what is over. */
  notices(options?: { readonly all?: boolean }): Promise<readonly NoticeView[]>;
  /** The own house no longer says so. Faults: `no-such-record`, `not-yours`. */
  endNotice(id: RecordId): Promise<NoticeView>;
}
