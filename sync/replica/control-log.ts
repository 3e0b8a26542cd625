/**
 * The control operations that a replica holds, and what they add up to (docs/protocol.md,
 * "Membership"). Membership is reduced only when it is asked for and control has grown, so data
 * entries cost nothing.
 */
import { open, type Signatures, type SpaceKey } from "#crypto";
import { type DeviceId, type MeshId, operationIdOf, type OperationId } from "../ids.ts";
import { type Entry, sealContext } from "../log/entry.ts";
import { admitOperation } from "../membership/admit-operation.ts";
import type { Membership } from "../membership/membership.ts";
import type { AuthoredOperation } from "../membership/operations.ts";
import { reduce } from "../membership/reducer.ts";
import { isDecisive } from "../membership/settle.ts";
import { Authors } from "./authors.ts";

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
  if (body === null) return null;
  const context = sealContext(header);
  const plaintext = open({ key: keys.meshKey, salt: header.salt, context, commit: header.commit, body });
  if (plaintext === null) return null;
  const operation = await admitOperation(plaintext, keys);
  return {
    id: operationIdOf(id),
    author: header.device,
    seq: header.seq,
    heads: header.heads,
    prev: header.seq === 0 ? null : operationIdOf(header.prev),
    operation,
  };
}

/** The accepted operations of one mesh. */
export class ControlLog {
  readonly authors = new Authors();
  readonly #mesh: MeshId;
  readonly #operations = new Map<OperationId, AuthoredOperation>();
  #membership: Membership | null = null;
  readonly #counts = new Map<DeviceId, number>();
  readonly #places = new Map<string, OperationId>();
  #hasEnds = false;
  #hasErasures = false;

  constructor(mesh: MeshId) {
    this.#mesh = mesh;
  }

  has(operation: OperationId): boolean {
    return this.#operations.has(operation);
  }

  /** Operations by author. */
  get counts(): ReadonlyMap<DeviceId, number> {
    return this.#counts;
  }

  get size(): number {
    return this.#operations.size;
  }

  get(operation: OperationId): AuthoredOperation | undefined {
    return this.#operations.get(operation);
  }

  /** Whether some log may have an end: until a member loses something, or a log forks, every log goes on. */
  hasEnds(): boolean {
    return this.#hasEnds;
  }

  /** Whether anybody ever ordered an erasure. */
  hasErasures(): boolean {
    return this.#hasErasures;
  }

  add(operations: readonly AuthoredOperation[]): void {
    for (const operation of operations) {
      this.#hasEnds ||= isDecisive(operation) || this.#isSecond(operation);
      this.#hasErasures ||= operation.operation.kind === "erase";
      if (!this.has(operation.id))
        this.#counts.set(operation.author, (this.#counts.get(operation.author) ?? 0) + 1);
      this.#operations.set(operation.id, operation);
      this.authors.add(operation);
    }
    if (operations.length > 0) this.#membership = null;
  }

  #isSecond({ id, author, seq }: AuthoredOperation): boolean {
    const place = `${author}/${String(seq)}`;
    const other = this.#places.get(place) ?? id;
    this.#places.set(place, other);
    return other !== id;
  }

  membership(): Membership {
    this.#membership ??= reduce([...this.#operations.values()], this.#mesh);
    return this.#membership;
  }
}
