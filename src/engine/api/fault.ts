/** Why the engine refuses or fails, as codes and data that hold nothing personal; `#i18n` words them. */
import type { ImportCode } from "#formats";
import type { Problem as FieldProblem } from "#model";
import type { Role, SpaceId } from "#sync";
import type { FiguresFault } from "./figures.ts";
import type { ConsentFault } from "./consent.ts";
import type { ErasureFault } from "./erasure.ts";
import type { CareFault } from "./care.ts";
import type { CapsuleFault } from "./capsule.ts";
import type { LimitFault } from "./membership.ts";
import type { LockFault } from "./lock.ts";
import type { MatchFault } from "./match.ts";
import type { RecoveryFault } from "./recovery.ts";
import type { ReferralFault } from "./referral.ts";
import type { PhotoFault } from "./photo.ts";
import type { PosterFault } from "./poster.ts";
import type { SharingFault } from "./sharing.ts";
import type { VitalFault } from "./vital.ts";
import type { StayFault } from "./stay.ts";
import type { SamePersonFault } from "./same-person.ts";

/** Why a command was not done. `code` is worded by `#i18n`; the data holds nothing personal. */
export type Fault =
  | LockFault
  | RecoveryFault
  | LimitFault
  | StayFault
  | MatchFault
  | FiguresFault
  | ConsentFault
  | VitalFault
  | CapsuleFault
  | ReferralFault
  | SharingFault
  | CareFault
  | PosterFault
  | PhotoFault
  | ErasureFault
  | SamePersonFault
  | { readonly code: "no-profile" | "already-founded" | "locked" }
  | { readonly code: "profile-in-use" | "storage-full" | "storage-failed" | "storage-damaged" }
  | { readonly code: "code-mistyped" | "code-unknown" | "invite-expired" | "invite-used" | "other-mesh" }
  | { readonly code: "seed-unknown" | "seed-no-hub" }
  | { readonly code: "words-differ" | "no-such-request" | "not-your-invite" }
  | { readonly code: "not-a-member-yet" | "not-allowed"; readonly role?: Role }
  | {
      readonly code:
        | "removed"
        | "copied"
        | "access-ended"
        | "no-such-device"
        | "too-few-sites"
        | "role-not-here"
        | "needs-second-site";
    }
  | { readonly code: "no-such-record" | "no-such-kind" | "no-such-site" | "distrusted" }
  | { readonly code: "not-by-hand" | "not-yours" }
  | { readonly code: "fields"; readonly problems: readonly FieldProblem[] }
  | { readonly code: "record-too-large"; readonly bytes: number; readonly most: number }
  | { readonly code: "file-not-understood"; readonly detail: ImportCode }
  | { readonly code: "no-peer" | "peer-unreachable" | "peer-refused" }
  | { readonly code: "no-key"; readonly space: SpaceId };

/** Thrown by every command of the engine that is refused or fails in a way that was foreseen. */
export class EngineError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, options?: ErrorOptions) {
    super(fault.code, options);
    this.name = "EngineError";
    this.fault = fault;
  }
}
