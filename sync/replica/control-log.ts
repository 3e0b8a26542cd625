/**
 * The control operations that a replica holds, and what they add up to (docs/protocol.md,
 * "Membership"). Membership is reduced only when it is asked for and control has grown, so data
 * entries cost nothing.
 *
 * Whose control entries are kept is decided by more than the membership of the moment: whoever was ever
 * confirmed. That set only grows, so replicas end with the same logs in any order of arrival, also
 * when a later operation takes a confirmation's effect away; the reducer judges effects.
 */
import { open, type Signatures, type SignPublicKey, type SpaceKey } from "#crypto";
import { type DeviceId, type MeshId, operationIdOf, type OperationId } from "../ids.ts";
import { type Entry, sealContext } from "../log/entry.ts";
import { admitOperation } from "../membership/admit-operation.ts";
import { deviceIdOf } from "../membership/join-request.ts";
import type { Membership } from "../membership/membership.ts";
import type { AuthoredOperation } from "../membership/operations.ts";
import { reduce } from "../membership/reducer.ts";

/** What reading control entries takes. */
export interface ControlKeys {
  readonly mesh: MeshId;
  readonly meshKey: SpaceKey;
  readonly signatures: Signatures;
}

/**
 * Opens a control entry. Null when the mesh key does not open it; bytes that open and are no
 * operation become one without effect.
 */
export async function readOperation(entry: Entry, keys: ControlKeys): Promise<AuthoredOperation | null> {
  const { header, body, id } = entry;
  const context = sealContext(header);
  const plaintext = open({ key: keys.meshKey, salt: header.salt, context, commit: header.commit, body });
  if (plaintext === null) return null;
  const operation = await admitOperation(plaintext, keys.signatures);
  return {
    id: operationIdOf(id),
    author: header.device,
    seq: header.seq,
    heads: header.heads,
    prev: header.seq === 0 ? null : operationIdOf(header.prev),
    operation,
  };
}

/** Devices that were ever founded or confirmed, and their keys for signing. Only grows. */
export class Authors {
  readonly #keys: Map<DeviceId, SignPublicKey>;
  readonly #requests: Map<OperationId, readonly [DeviceId, SignPublicKey]>;
  readonly #confirmed: Map<OperationId, Set<DeviceId>>;

  constructor(from?: Authors) {
    this.#keys = new Map(from === undefined ? [] : from.#keys);
    this.#requests = new Map(from === undefined ? [] : from.#requests);
    this.#confirmed = new Map(from === undefined ? [] : from.#confirmed);
  }

  keyOf(device: DeviceId): SignPublicKey | null {
    return this.#keys.get(device) ?? null;
  }

  /** Takes an operation whose entry is accepted. */
  add({ id, operation }: AuthoredOperation): void {
    switch (operation.kind) {
      case "found":
        this.#keys.set(deviceIdOf(operation.device), operation.device.sign);
        return;
      case "request":
        this.#requests.set(id, [deviceIdOf(operation.request.device), operation.request.device.sign]);
        this.#match(id);
        return;
      case "confirm":
        this.#confirmed.set(operation.request, new Set([...(this.#confirmed.get(operation.request) ?? []), operation.device]));
        this.#match(operation.request);
        return;
      case "invite":
      case "cancel":
      case "group-boxes":
      case "space-key":
      case "merge":
      case "unknown":
      case "invalid":
    }
  }

  #match(request: OperationId): void {
    const [device, key] = this.#requests.get(request) ?? [];
    if (device === undefined || key === undefined) return;
    if (this.#confirmed.get(request)?.has(device) === true) this.#keys.set(device, key);
  }
}

/** The accepted operations of one mesh. */
export class ControlLog {
  readonly authors = new Authors();
  readonly #mesh: MeshId;
  readonly #operations = new Map<OperationId, AuthoredOperation>();
  #membership: Membership | null = null;

  constructor(mesh: MeshId) {
    this.#mesh = mesh;
  }

  has(operation: OperationId): boolean {
    return this.#operations.has(operation);
  }

  get size(): number {
    return this.#operations.size;
  }

  add(operations: readonly AuthoredOperation[]): void {
    for (const operation of operations) {
      this.#operations.set(operation.id, operation);
      this.authors.add(operation);
    }
    if (operations.length > 0) this.#membership = null;
  }

  membership(): Membership {
    this.#membership ??= reduce([...this.#operations.values()], this.#mesh);
    return this.#membership;
  }
}
