/**
 * A device of a simulation: its keys, its control log as a replica keeps it (`ControlLog`), and the waiting room
 * before it. Takes operations by the rules of "Receiving control" (docs/protocol.md) and writes them through the
 * real codec. Knows no network and no other device.
 */
import {
  type DeviceKeys,
  type DeviceSecrets,
  hash,
  type Hash,
  type RandomBytes,
  redactDevice,
  type SpaceKey,
  uint64,
  utf8,
} from "#crypto";
import {
  type DeviceId,
  idBytes,
  type MeshId,
  operationIdOf,
  type OperationId,
  type SiteId,
} from "../../sync/ids.ts";
import { signSeal } from "../../sync/log/seal.ts";
import { admitOperation } from "../../sync/membership/admit-operation.ts";
import type { Cut, Ending } from "../../sync/membership/cut.ts";
import { type DutyOperation, dutiesOf } from "../../sync/membership/duties.ts";
import { planHeads } from "../../sync/membership/heads.ts";
import { deviceIdOf } from "../../sync/membership/join-request.ts";
import { createKeyring, type Keyring } from "../../sync/membership/keyring.ts";
import type { Member, Membership } from "../../sync/membership/membership.ts";
import { encodeOperation } from "../../sync/membership/operation-codec.ts";
import type { AuthoredOperation, Operation } from "../../sync/membership/operations.ts";
import type { OwnSecrets } from "../../sync/membership/own-secrets.ts";
import { reduce } from "../../sync/membership/reducer.ts";
import { ControlLog } from "../../sync/replica/control-log.ts";
import { CONTROL, type SpaceId } from "../../sync/space.ts";
import { LayeredCache } from "./layered-cache.ts";
import { remembered } from "./remembered.ts";
import { simulatedSignatures as signatures } from "./simulated-keys.ts";

/** Noon of some day: all simulated clocks start here. */
export const NOON = 1_760_000_000_000;

/** What a device runs: the real rules and duties, or, to see a fault found, others in their place. */
export interface Program {
  readonly reduce: (operations: readonly AuthoredOperation[], mesh: MeshId) => Membership;
  readonly duties: typeof dutiesOf;
}

export const REAL_PROGRAM: Program = { reduce, duties: dutiesOf };

/** What makes a device that device. */
export interface Identity {
  readonly name: string;
  readonly mesh: MeshId;
  readonly meshKey: SpaceKey;
  readonly secrets: DeviceSecrets;
  readonly own: OwnSecrets;
}

/** Where an operation stands: whose log, which position, and what it cites. */
interface Place {
  readonly device: DeviceId;
  readonly last: AuthoredOperation | null;
  readonly heads: readonly OperationId[];
}

/** What a device runs and what it opened before, if anything. */
interface Setting {
  readonly program?: Program;
  readonly below?: LayeredCache | null;
}

/** An operation as its entry would carry it; `mesh` as the seals inside must name it. */
export async function authored(
  operation: Operation,
  mesh: MeshId,
  { device, last, heads }: Place,
): Promise<AuthoredOperation> {
  const bytes = encodeOperation(operation);
  const seq = last === null ? 0 : last.seq + 1;
  const prev = last?.id ?? null;
  const cited = heads.map(idBytes);
  const before = prev === null ? utf8("-") : idBytes(prev);
  const id = operationIdOf(
    hash("vereda/test-entry/1", idBytes(device), uint64(seq), ...cited, before, bytes),
  );
  return {
    id,
    author: device,
    seq,
    heads,
    prev,
    operation: await admitOperation(bytes, { mesh, signatures }),
  };
}

export class Device implements Identity {
  readonly name: string;
  readonly mesh: MeshId;
  readonly meshKey: SpaceKey;
  readonly secrets: DeviceSecrets;
  readonly own: OwnSecrets;
  readonly id: DeviceId;
  readonly keys: DeviceKeys;
  readonly cache: LayeredCache;
  now = NOON;
  readonly random: RandomBytes;
  readonly #program: Program;
  #membership: Membership | null = null;
  readonly #control: ControlLog;
  readonly #operations = new Map<OperationId, AuthoredOperation>();
  /** The last operation of each branch of a log; the first is the one that came first. */
  readonly #tips = new Map<DeviceId, AuthoredOperation[]>();
  readonly #waiting = new Map<OperationId, AuthoredOperation>();

  constructor(
    identity: Identity,
    random: RandomBytes,
    { program = REAL_PROGRAM, below = null }: Setting = {},
  ) {
    this.cache = new LayeredCache(below);
    const { name, mesh, meshKey, secrets, own } = identity;
    this.name = name;
    this.mesh = mesh;
    this.meshKey = meshKey;
    this.secrets = secrets;
    this.own = own;
    this.keys = redactDevice(secrets);
    this.id = deviceIdOf(this.keys);
    this.random = random;
    this.#program = program;
    this.#control = new ControlLog(mesh);
  }

  /** The same device at the beginning of another story. */
  again(random: RandomBytes, program: Program = REAL_PROGRAM): Device {
    const copy = new Device(this, random, { program, below: this.cache });
    copy.receive([...this.#operations.values()]);
    return copy;
  }

  get membership(): Membership {
    this.#membership ??= remembered(this.#program, this.mesh, this.#operations);
    return this.#membership;
  }

  /** The same from the control log, worked out in the order of arrival and remembered by nobody. */
  get reduced(): Membership {
    const { reduce } = this.#program;
    return this.#program === REAL_PROGRAM
      ? this.#control.membership()
      : reduce([...this.#operations.values()], this.mesh);
  }

  get member(): Member | undefined {
    return this.membership.devices.get(this.id);
  }

  /** The site that it belongs to, or did. */
  get site(): SiteId | null {
    const { devices, removed } = this.membership;
    return (devices.get(this.id) ?? removed.get(this.id)?.member)?.site ?? null;
  }

  /** What is held, in the order of arrival. */
  get operations(): ReadonlyMap<OperationId, AuthoredOperation> {
    return this.#operations;
  }

  /** The last operation that is held of a log: of its first branch, where it forks. */
  tipOf(device: DeviceId): AuthoredOperation | null {
    return this.#tips.get(device)?.[0] ?? null;
  }

  /** Takes what can be taken now and keeps the rest in mind. Says whether anything new is held. */
  receive(operations: Iterable<AuthoredOperation>): boolean {
    for (const one of operations) if (!this.#operations.has(one.id)) this.#waiting.set(one.id, one);
    const before = this.#operations.size;
    for (let size = -1; size < this.#operations.size;) {
      size = this.#operations.size;
      for (const one of this.#waiting.values()) if (this.#admits(one)) this.#hold(one);
    }
    return this.#operations.size > before;
  }

  #admits(one: AuthoredOperation): boolean {
    const { author, prev, heads, operation } = one;
    const past = prev === null ? heads : [...heads, prev];
    if (!past.every((id) => this.#operations.has(id))) return false;
    const { authors } = this.#control;
    return operation.kind === "found" || (authors.keyOf(author) ?? authors.enrolledBy(one)) !== null;
  }

  #hold(one: AuthoredOperation): void {
    this.#waiting.delete(one.id);
    this.#operations.set(one.id, one);
    const branches = this.#tips.get(one.author) ?? [];
    const at = branches.findIndex(({ id }) => id === one.prev);
    this.#tips.set(one.author, at < 0 ? [...branches, one] : branches.with(at, one));
    this.#control.add([one]);
    this.#membership = null;
  }

  /** Writes whatever it is given, as a changed program would; cites all heads, or the given ones. */
  async write(operation: Operation, heads?: readonly OperationId[]): Promise<AuthoredOperation> {
    const tip = this.tipOf(this.id);
    const plan = heads === undefined ? planHeads(this.membership.heads, tip?.id ?? null) : [heads];
    let last = tip;
    for (const [index, cited] of plan.entries()) {
      const content: Operation = index === plan.length - 1 ? operation : { kind: "merge" };
      last = await authored(content, this.mesh, { device: this.id, last, heads: cited });
      this.#hold(last);
    }
    if (last === null) throw new RangeError("an operation needs an entry");
    return last;
  }

  /** What its membership says of an operation. */
  fateOf({ id }: AuthoredOperation): string {
    return this.membership.refused.get(id) ?? "accepted";
  }

  keyring(): Promise<Keyring> {
    const { membership, meshKey, secrets: device, own, cache } = this;
    return createKeyring({ membership, meshKey, device, own, signatures, cache });
  }

  async duties(): Promise<readonly DutyOperation[]> {
    const { membership, id: me } = this;
    const keyring = await this.keyring();
    return this.#program.duties({ membership, keyring, me, signatures, random: this.random });
  }

  /** Writes what it owes, as the engine does after each change; says how many operations that were. */
  async settle(): Promise<number> {
    const owed = await this.duties();
    for (const operation of owed) await this.write(operation);
    return owed.length;
  }

  /** Where this device saw the control log of another end, on each branch; `seen` lowers that. */
  async endingOf(target: Device, seen = Number.MAX_SAFE_INTEGER): Promise<Ending> {
    const log = [...this.#operations.values()].filter(
      ({ author, seq }) => author === target.id && seq <= seen,
    );
    const followed = new Set(log.map(({ prev }) => prev));
    const last = log.filter(({ id }) => !followed.has(id));
    return { device: target.keys, cuts: await Promise.all(last.map((one) => target.cut(one))) };
  }

  /** This device's own seal over one of its positions, as others hold it. */
  async cut({ seq, id }: Pick<AuthoredOperation, "seq" | "id">, space: SpaceId = CONTROL): Promise<Cut> {
    const position = { mesh: this.mesh, log: { space, device: this.id }, seq, id: idBytes(id) as Hash };
    return { space, seal: await signSeal(signatures, this.secrets.sign.secret, position) };
  }
}
