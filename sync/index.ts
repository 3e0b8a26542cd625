/**
 * The door of the sync layer: logs, stores, membership, sessions. Knows no record. What needs a
 * platform is behind `#sync/node` and `#sync/browser`.
 */
export type { Channel, Transport } from "./channel.ts";
export type { Clock } from "./clock.ts";
export { type Lifeline, openLifeline, sealLifeline, seekLifeline, wordsOfSites } from "./lifeline.ts";
export { Reader, Writer } from "./codec.ts";
export {
  type DeviceId,
  idBytes,
  type InviteId,
  markOf,
  type MeshId,
  type OperationId,
  RECORD_TAG_BYTES,
  type RecordTag,
  type SiteId,
} from "./ids.ts";
export { appendEntries, type LogHead, type WriteKey } from "./log/append.ts";
export { type Entry, type EntryName, NO_KEY_ID } from "./log/entry.ts";
export { type LogRef, logKey } from "./log/log-ref.ts";
export { decodeRun, encodeRun, type Run } from "./log/run.ts";
export { carryRequest, confirmRequest } from "./membership/confirm.ts";
export { isFrozen } from "./membership/fork-reports.ts";
export { dutiesOf, type DutyOperation, rotateGroups, rotateSpaces } from "./membership/duties.ts";
export { openRecoveryBoxes, recoveryBy, signEnrolment } from "./membership/enrol.ts";
export { foundMesh } from "./membership/found.ts";
export { answerLetters, findLetter, type FoundLetter, passQuestion } from "./letters.ts";
export { headsToEnrol } from "./membership/heads.ts";
export { decodeInviteCode, encodeInviteCode, encodeSeed, type InviteCode } from "./membership/invite-code.ts";
export { createInvite } from "./membership/invite.ts";
export {
  decodeRequest,
  deviceIdOf,
  encodeRequest,
  inviteIdOf,
  type JoinRequest,
  verifyRequest,
} from "./membership/join-request.ts";
export { generateWords, type RecoveryWords } from "./membership/site-secrets.ts";
export { createJoinRequest, wordsOf } from "./membership/join.ts";
export {
  type Late,
  type LetterQuestion,
  letterTag,
  noLetter,
  sealLetter,
  sealNotice,
} from "./membership/letter.ts";
export { openJoinerName } from "./membership/joiner-name.ts";
export { createKeyring, type Keyring } from "./membership/keyring.ts";
export {
  type Erasure,
  type Invite,
  lateness,
  type Member,
  type Membership,
  type PendingRequest,
  type Refusal,
  type Site,
} from "./membership/membership.ts";
export type { EraseOperation, Operation } from "./membership/operations.ts";
export { encodeOperation } from "./membership/operation-codec.ts";
export { decodeOwnSecrets, encodeOwnSecrets, type OwnSecrets } from "./membership/own-secrets.ts";
export { type Role, type SiteKind } from "./membership/roles.ts";
export { mayWriteAs, readableSpaces } from "./membership/scope.ts";
export { groupsHeld, hasDropKey, readsByGroup } from "./membership/groups.ts";
export { endingOf, endingsByOperation } from "./ending.ts";
export { isLastHolder } from "./membership/last-holder.ts";
export { distrusts } from "./membership/distrust.ts";
export { MAX_ERASED_ENTRIES, MAX_ERASED_RECORDS } from "./membership/erase-codec.ts";
export { isErasedPlace, mayErase, ordersFor, standingOrders } from "./membership/erasures.ts";
export { LIMIT_NAMES, type Limits, limitsBy, tooLow } from "./membership/limit-values.ts";
export { isFull } from "./membership/limits.ts";
export { withMethods } from "./with-methods.ts";
export { everMember, roleAt } from "./membership/removal.ts";
export {
  approveRefusal,
  auditorRefusal,
  distrustRefusal,
  limitsRefusal,
  recoveryRefusal,
  removeSiteRefusal,
  revokeRefusal,
  roleRefusal,
  secondSiteRefusal,
} from "./membership/authority.ts";
export { openCapsules, sitesEver } from "./capsules.ts";
export { createSecretCache } from "./membership/secret-cache.ts";
export { createNeighbours } from "./neighbours.ts";
export { createOperationWriter, type OperationWriter } from "./operation-writer.ts";
export { type Conversation, createPeers, type Peers, type PeerState } from "./peers.ts";
export type { Receipt, ReceiptPosition } from "./receipts/receipt.ts";
export { openReceipts, type Receipts } from "./receipts/receipts.ts";
export { reaches, reachesAll } from "./receipts/speakers.ts";
export { runSession, type SessionReport } from "./session.ts";
export { openReplica, type Replica } from "./replica.ts";
export { verifyAll } from "./replica/verify-all.ts";
export {
  CAPSULE,
  CONTROL,
  decodeSpace,
  encodeSpace,
  NETWORK,
  PAIR,
  parseSpace,
  siteSpace,
  SPACE_BYTES,
  type SpaceId,
  type SpaceKind,
} from "./space.ts";
export { memoryStore } from "./store/memory-store.ts";
export { type Holding, type KeyValue, type Store, StoreDamaged, StoreError } from "./store/store.ts";
