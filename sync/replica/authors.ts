/**
 * Whose control entries are kept: the devices that were ever founded, confirmed, enrolled by words that
 * were ever a site's, or asked to join as a hub (docs/protocol.md, "Receiving a run"). More than the membership of the moment: this set only
 * grows, so replicas end with the same logs in any order of arrival, also when a later operation
 * takes a confirmation's effect away. What an operation is worth, the reducer judges.
 */
import { type SignPublicKey, toText } from "#crypto";
import type { DeviceId, InviteId, OperationId } from "../ids.ts";
import { deviceIdOf, inviteIdOf, type VerifiedRequest } from "../membership/join-request.ts";
import type { RecoveryKeys } from "../membership/key-codec.ts";
import type { AdmittedOperation, AuthoredOperation } from "../membership/operations.ts";

interface Asking {
  readonly device: DeviceId;
  readonly key: SignPublicKey;
  readonly invite: InviteId;
}

/** Devices and their keys for signing. Only grows. */
export class Authors {
  readonly #keys: Map<DeviceId, SignPublicKey>;
  readonly #requests: Map<OperationId, Asking>;
  /** Confirmed devices with their requests, hubs' invites, and keys of words: each with who stands behind it. */
  readonly #confirmed: Map<string, DeviceId>;
  readonly #hubInvites: Map<InviteId, DeviceId>;
  readonly #words: Map<string, DeviceId>;
  readonly #sponsors: Map<DeviceId, DeviceId>;
  /** Enrolments by words that nobody published yet. */
  readonly #enrolled: Map<OperationId, AuthoredOperation>;

  /** A copy of another set, or an empty one. */
  constructor(from?: Authors) {
    this.#keys = new Map(from === undefined ? [] : from.#keys);
    this.#requests = new Map(from === undefined ? [] : from.#requests);
    this.#confirmed = new Map(from === undefined ? [] : from.#confirmed);
    this.#hubInvites = new Map(from === undefined ? [] : from.#hubInvites);
    this.#words = new Map(from === undefined ? [] : from.#words);
    this.#sponsors = new Map(from === undefined ? [] : from.#sponsors);
    this.#enrolled = new Map(from === undefined ? [] : from.#enrolled);
  }

  /** Who let a device in, or published the words that did; null for the founder and for strangers. */
  sponsorOf(device: DeviceId): DeviceId | null {
    return this.#sponsors.get(device) ?? null;
  }

  /** Null for a device that nobody let in. */
  keyOf(device: DeviceId): SignPublicKey | null {
    return this.#keys.get(device) ?? null;
  }

  /** The key of whoever an operation lets in as its own author, by words that somebody published; else null. */
  enrolledBy({ author, operation }: AuthoredOperation): SignPublicKey | null {
    if (operation.kind !== "enrol" || deviceIdOf(operation.device) !== author) return null;
    return this.#words.has(toText(operation.words.key)) ? operation.device.sign : null;
  }

  /** Takes an operation whose entry is accepted, in any order. */
  add(authored: AuthoredOperation): void {
    const { id, author, operation } = authored;
    for (const { sign } of wordsIn(operation)) this.#takeWords(sign, publisherOf(authored));
    if (operation.kind === "found") this.#keys.set(deviceIdOf(operation.device), operation.device.sign);
    if (operation.kind === "enrol") this.#takeEnrolled(authored);
    if (operation.kind === "invite" && operation.role === "hub") {
      this.#takeHubInvite(inviteIdOf(operation.seedKey, author), author);
    }
    if (operation.kind === "request") this.#takeRequest(id, operation.request);
    if (operation.kind === "confirm") {
      this.#confirmed.set(`${operation.request}/${operation.device}`, author);
      this.#match(operation.request, this.#requests.get(operation.request));
    }
  }

  #takeWords(key: SignPublicKey, publisher: DeviceId): void {
    this.#words.set(toText(key), publisher);
    for (const enrolled of this.#enrolled.values()) this.#takeEnrolled(enrolled);
  }

  #takeEnrolled(enrolled: AuthoredOperation): void {
    const { id, author, operation } = enrolled;
    const key = this.enrolledBy(enrolled);
    const words = operation.kind === "enrol" ? toText(operation.words.key) : "";
    if (key === null) this.#enrolled.set(id, enrolled);
    else this.#letIn({ device: author, key }, this.#words.get(words) ?? author);
  }

  #takeHubInvite(invite: InviteId, inviter: DeviceId): void {
    this.#hubInvites.set(invite, inviter);
    for (const [id, asking] of this.#requests) if (asking.invite === invite) this.#match(id, asking);
  }

  #takeRequest(id: OperationId, request: VerifiedRequest): void {
    const { device, invite } = request;
    const asking = { device: deviceIdOf(device), key: device.sign, invite };
    this.#requests.set(id, asking);
    this.#match(id, asking);
  }

  #match(id: OperationId, asking: Asking | undefined): void {
    if (asking === undefined) return;
    const sponsor = this.#hubInvites.get(asking.invite) ?? this.#confirmed.get(`${id}/${asking.device}`);
    if (sponsor !== undefined) this.#letIn(asking, sponsor);
  }

  #letIn({ device, key }: Pick<Asking, "device" | "key">, sponsor: DeviceId): void {
    this.#keys.set(device, key);
    if (!this.#sponsors.has(device)) this.#sponsors.set(device, sponsor);
  }
}

/** Whose words they are: of a new house's the one that asks to make it. */
const publisherOf = ({ author, operation }: AuthoredOperation): DeviceId =>
  operation.kind === "request" ? deviceIdOf(operation.request.device) : author;

/** The words that an operation publishes. */
function wordsIn(operation: AdmittedOperation): readonly RecoveryKeys[] {
  if (operation.kind === "recovery") return [operation.keys];
  const published =
    operation.kind === "found"
      ? operation.recovery
      : operation.kind === "request"
        ? operation.request.newSite?.recovery
        : undefined;
  return published === undefined ? [] : Object.values(published);
}
