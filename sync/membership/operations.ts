/**
 * Control operations: signed statements about membership and keys, one per entry of the `control`
 * space (docs/protocol.md, "Operations"). Types only; bytes are in `operation-codec.ts`, meaning in
 * `reducer.ts`. An operation is named by its entry, so it does not carry its own id or author.
 */
import type { AgreePublicKey, DeviceKeys, KeyId, Signature, SignPublicKey } from "#crypto";
import type { DeviceId, InviteId, OperationId, RecordTag, SiteId } from "../ids.ts";
import type { EntryName } from "../log/entry.ts";
import type { LogRef } from "../log/log-ref.ts";
import type { SpaceId } from "../space.ts";
import type { Cut, Ending } from "./cut.ts";
import type { GroupPublics, RecoveryKeys, RecoveryPublics, WordsFor } from "./key-codec.ts";
import type { JoinRequest, VerifiedRequest } from "./join-request.ts";
import type { Limits } from "./limit-values.ts";
import type { Group, Role, SiteKind } from "./roles.ts";

/** A site as its founder or its invite names it. */
export interface SiteName {
  readonly name: string;
  readonly kind: SiteKind;
}

/** Makes the mesh and its first site; its author becomes that site's coordinator. */
export interface FoundOperation {
  readonly kind: "found";
  readonly meshName: string;
  readonly site: SiteName;
  readonly device: DeviceKeys;
  readonly groups: GroupPublics;
  readonly recovery: RecoveryPublics;
  /** 16 random bytes: two meshes of the same name and keys differ. */
  readonly nonce: Uint8Array;
}

/** Where an invite leads: into an existing site, or to a site that it will make. */
export type Destination =
  { readonly kind: "existing"; readonly site: SiteId } | { readonly kind: "new"; readonly site: SiteName };

/** Lets whoever holds the seed ask to join. Its id is `inviteIdOf(seedKey, author)`. */
export interface InviteOperation {
  readonly kind: "invite";
  readonly seedKey: SignPublicKey;
  readonly role: Role;
  readonly destination: Destination;
  /** Milliseconds since 1970 by the inviter's clock. */
  readonly expiresAt: number;
  /** For whoever types the seed alone (`letter.ts`); null where only the whole code joins. */
  readonly letter: Uint8Array | null;
}

export interface CancelOperation {
  readonly kind: "cancel";
  readonly invite: InviteId;
}

/** A joiner's request, carried by any member in its own name. */
export interface RequestOperation<R extends JoinRequest = JoinRequest> {
  readonly kind: "request";
  readonly request: R;
  /** Milliseconds by the carrier's clock: a hub's invite is judged expired or not by this. */
  readonly at: number;
}

/** The inviter says that the people compared the words. */
export interface ConfirmOperation {
  readonly kind: "confirm";
  readonly request: OperationId;
  readonly device: DeviceId;
  /** Milliseconds by the inviter's clock: its invite is judged expired or not by this. */
  readonly at: number;
}

/** A group's secret, sealed to one device. */
export interface DeviceBox {
  readonly device: DeviceId;
  readonly box: Uint8Array;
}

/** A group's secret, sealed to the recovery key of twelve words. */
export interface RecoveryBox {
  readonly to: AgreePublicKey;
  readonly box: Uint8Array;
}

/** A space's key, sealed to one generation of a group. */
export interface GroupBox {
  readonly site: SiteId;
  readonly group: Group;
  readonly generation: number;
  readonly box: Uint8Array;
}

/**
 * The generations before one, wrapped under it: whoever holds the newer opens the older.
 * `of` names them openly, so that nobody needs boxes for what is covered.
 */
export interface Predecessors<K extends Uint8Array> {
  readonly of: readonly K[];
  readonly wrapped: Uint8Array;
}

/** Makes a generation of a group, or gives an existing one to more devices. */
export interface GroupBoxesOperation {
  readonly kind: "group-boxes";
  readonly site: SiteId;
  readonly group: Group;
  readonly generation: number;
  readonly public: AgreePublicKey;
  readonly boxes: readonly DeviceBox[];
  readonly recoveryBoxes: readonly RecoveryBox[];
  readonly previous: Predecessors<AgreePublicKey> | null;
}

/** Makes a generation of a space's key, or gives an existing one to more groups. */
export interface SpaceKeyOperation {
  readonly kind: "space-key";
  readonly space: SpaceId;
  readonly generation: number;
  readonly keyId: KeyId;
  readonly drop: AgreePublicKey | null;
  readonly boxes: readonly GroupBox[];
  readonly previous: Predecessors<KeyId> | null;
}

/** Says nothing: joins more heads than one entry can name. */
export interface MergeOperation {
  readonly kind: "merge";
}

/**
 * Takes a device out, from the ends of its logs on. A coordinator of its own site does so alone; of
 * another site's coordinator it is a vote, which counts beside one of a second site.
 */
export interface RevokeOperation {
  readonly kind: "revoke";
  readonly ending: Ending;
}

/** Gives a member another role; what it wrote up to these ends is judged by the role before. */
export interface RoleOperation {
  readonly kind: "role";
  readonly role: Role;
  readonly ending: Ending;
}

/** Lets more of a log count than the operation that cut it. */
export interface RaiseCutOperation {
  readonly kind: "raise-cut";
  readonly device: DeviceKeys;
  readonly cut: Cut;
}

/** A volunteer's access goes on until then. */
export interface RenewOperation {
  readonly kind: "renew";
  readonly device: DeviceId;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Takes a whole site out: a vote, which counts beside one of a second site. */
export interface RemoveSiteOperation {
  readonly kind: "remove-site";
  readonly site: SiteId;
  readonly endings: readonly Ending[];
}

/** A second site's consent to an invite that makes a new one. */
export interface ApproveOperation {
  readonly kind: "approve";
  readonly invite: InviteId;
}

/** Says that a device's control log has two histories, both in this operation's past: it is frozen there. */
export interface ForkOperation {
  readonly kind: "fork";
  readonly device: DeviceId;
}

/** A signature by the words of a site, with the key that checks it. */
export interface WordsProof {
  readonly key: SignPublicKey;
  readonly signature: Signature;
}

/**
 * Makes its author, a new device, coordinator of a site: signed by the site's words over the device's keys
 * (`recovery.ts`). The first entry of its author's log, so that nobody is needed to carry it.
 */
export interface EnrolOperation {
  readonly kind: "enrol";
  readonly site: SiteId;
  readonly device: DeviceKeys;
  /** Milliseconds by the device's clock: shown, never judged by. */
  readonly at: number;
  readonly words: WordsProof;
  /** The same by the words of `protected`: the device then holds its group. */
  readonly protection: WordsProof | null;
}

/** New words of the author's site, in place of those before. */
export interface RecoveryOperation {
  readonly kind: "recovery";
  readonly words: WordsFor;
  readonly keys: RecoveryKeys;
}

/** Its author's site no longer trusts another one, or does again: no data for it, nothing sealed to it. */
export interface DistrustOperation {
  readonly kind: "distrust";
  readonly site: SiteId;
  readonly on: boolean;
}

/** Which other site reads the audit of its author's site from now on; null: none. */
export interface AuditorOperation {
  readonly kind: "auditor";
  readonly site: SiteId | null;
}

/** How much its author's site thinks that one site may fill. */
export interface LimitsOperation {
  readonly kind: "limits";
  readonly limits: Limits;
}

/** Entries of one log that lose their bodies. */
export interface ErasedEntries {
  readonly log: LogRef;
  /** By rising position. */
  readonly entries: readonly Pick<EntryName, "seq" | "mark">[];
}

/** Orders that of records of its author's site nothing is left but stubs; what is written to them later counts no more. */
export interface EraseOperation {
  readonly kind: "erase";
  readonly records: readonly RecordTag[];
  readonly logs: readonly ErasedEntries[];
}

/** Every operation that this version can write. */
export type Operation =
  | FoundOperation
  | InviteOperation
  | CancelOperation
  | RequestOperation
  | ConfirmOperation
  | GroupBoxesOperation
  | SpaceKeyOperation
  | MergeOperation
  | RevokeOperation
  | RoleOperation
  | RaiseCutOperation
  | RenewOperation
  | RemoveSiteOperation
  | ApproveOperation
  | ForkOperation
  | EnrolOperation
  | RecoveryOperation
  | DistrustOperation
  | LimitsOperation
  | EraseOperation
  | AuditorOperation;

/** A kind from a later version: carried, counted in the causal order, without effect here. */
export interface UnknownOperation {
  readonly kind: "unknown";
}

/** Bytes that are no operation, or one that holds a wrong signature: carried, refused. */
export interface InvalidOperation {
  readonly kind: "invalid";
}

/**
 * What the reducer takes. A request in it was verified: only `admitOperation` makes one, so a
 * signature is checked once, when its entry arrives, and never in the reducer. The same goes for the
 * seals of cuts, and for what words signed.
 */
export type AdmittedOperation =
  | Exclude<Operation, RequestOperation>
  | RequestOperation<VerifiedRequest>
  | UnknownOperation
  | InvalidOperation;

/** An operation with its place in the control logs. */
export interface AuthoredOperation {
  readonly id: OperationId;
  readonly author: DeviceId;
  readonly seq: number;
  readonly heads: readonly OperationId[];
  /** The author's entry before this one; null at seq 0. */
  readonly prev: OperationId | null;
  readonly operation: AdmittedOperation;
}
