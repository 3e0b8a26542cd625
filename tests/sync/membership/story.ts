/**
 * People of an invented mesh: each has a device, an own set of operations, and a clock of its own.
 * They write through the real codec and meet by exchanging operations, as two replicas would.
 */
import {
  createSignatures,
  type DeviceSecrets,
  generateDeviceSecrets,
  hash,
  type Hash,
  type RandomBytes,
  redactDevice,
  type Signatures,
  type SpaceKey,
  uint64,
  utf8,
} from "#crypto";
import { expect } from "vitest";
import {
  type DeviceId,
  idBytes,
  type MeshId,
  operationIdOf,
  type OperationId,
  type SiteId,
} from "../../../sync/ids.ts";
import { appendEntries, type WriteKey } from "../../../sync/log/append.ts";
import { type Entry, NO_MESH } from "../../../sync/log/entry.ts";
import { admitOperation } from "../../../sync/membership/admit-operation.ts";
import { carryRequest, confirmRequest } from "../../../sync/membership/confirm.ts";
import { type DutyOperation, type DutyOptions, dutiesOf } from "../../../sync/membership/duties.ts";
import { foundMesh } from "../../../sync/membership/found.ts";
import { planHeads } from "../../../sync/membership/heads.ts";
import { decodeInviteCode, encodeInviteCode, type InviteCode } from "../../../sync/membership/invite-code.ts";
import { createInvite } from "../../../sync/membership/invite.ts";
import { createJoinRequest } from "../../../sync/membership/join.ts";
import { deviceIdOf, type VerifiedRequest } from "../../../sync/membership/join-request.ts";
import { createKeyring, type Keyring } from "../../../sync/membership/keyring.ts";
import type { Member, Membership } from "../../../sync/membership/membership.ts";
import { encodeOperation } from "../../../sync/membership/operation-codec.ts";
import type {
  AuthoredOperation,
  Destination,
  Operation,
  SiteName,
} from "../../../sync/membership/operations.ts";
import type { OwnSecrets } from "../../../sync/membership/own-secrets.ts";
import { reduce } from "../../../sync/membership/reducer.ts";
import type { RecoveryWords } from "../../../sync/membership/site-secrets.ts";
import type { Role } from "../../../sync/membership/roles.ts";
import { createSecretCache, type SecretCache } from "../../../sync/membership/secret-cache.ts";
import { CONTROL, type SpaceId } from "../../../sync/space.ts";
import { signSeal } from "../../../sync/log/seal.ts";
import { approveRefusal } from "../../../sync/membership/authority.ts";
import type { Cut, Ending } from "../../../sync/membership/cut.ts";

export const signatures: Signatures = await createSignatures();

/** Noon of some day in the stories. */
export const NOON = 1_760_000_000_000;
export const DAY = 86_400_000;

/** Random bytes that can be had again from any point on. */
export interface Replayable extends RandomBytes {
  copy(): Replayable;
}

/** The same bytes for the same seed. */
export function seededRandom(seed: string, from = 0): Replayable {
  let count = from;
  const random = (length: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) {
      bytes.set(hash("test/random", utf8(seed), uint64(count++)).subarray(0, length - at), at);
    }
    return bytes;
  };
  return Object.assign(random, { copy: () => seededRandom(seed, count) });
}

interface PersonState {
  readonly name: string;
  readonly mesh: MeshId;
  readonly meshKey: SpaceKey;
  readonly device: DeviceSecrets;
  readonly own: OwnSecrets;
  readonly random: Replayable;
  readonly recoveryWords: RecoveryWords | null;
}

/** An operation as one device would put it into its control log. */
async function author(
  operation: Operation,
  mesh: MeshId,
  place: { device: DeviceId; seq: number; heads: readonly OperationId[]; prev: OperationId | null },
): Promise<AuthoredOperation> {
  const bytes = encodeOperation(operation);
  const { device, seq, heads, prev } = place;
  const id = operationIdOf(
    hash(
      "test/entry",
      idBytes(device),
      uint64(seq),
      ...heads.map(idBytes),
      prev === null ? utf8("-") : idBytes(prev),
      bytes,
    ),
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

export class Person {
  readonly name: string;
  readonly mesh: MeshId;
  readonly meshKey: SpaceKey;
  readonly device: DeviceSecrets;
  readonly own: OwnSecrets;
  readonly random: Replayable;
  readonly recoveryWords: RecoveryWords | null;
  readonly id: DeviceId;
  now = NOON;
  operations = new Map<OperationId, AuthoredOperation>();
  /** Once joined: what was asked. */
  request: VerifiedRequest | null = null;
  readonly cache: SecretCache = createSecretCache();
  readonly seeds = new Map<OperationId, Uint8Array>();
  #membership: { of: Person["operations"]; size: number; value: Membership } | null = null;

  constructor(state: PersonState) {
    this.name = state.name;
    this.mesh = state.mesh;
    this.meshKey = state.meshKey;
    this.device = state.device;
    this.own = state.own;
    this.random = state.random;
    this.recoveryWords = state.recoveryWords;
    this.id = deviceIdOf(redactDevice(state.device));
  }

  /** The same person once more, who goes its own ways from here. */
  copy(): Person {
    const { name, mesh, meshKey, device, own, random, recoveryWords } = this;
    const twin = new Person({ name, mesh, meshKey, device, own, random: random.copy(), recoveryWords });
    twin.operations = new Map(this.operations);
    twin.request = this.request;
    return twin;
  }

  get membership(): Membership {
    const { operations } = this;
    const known = this.#membership;
    // others may be as many: what was tried is taken back, and others come
    if (known?.of === operations && known.size === operations.size) return known.value;
    const value = reduce([...operations.values()], this.mesh);
    this.#membership = { of: operations, size: operations.size, value };
    return value;
  }

  get member(): Member | undefined {
    return this.membership.devices.get(this.id);
  }

  get site(): SiteId {
    return this.member!.site;
  }

  get log(): AuthoredOperation[] {
    return [...this.operations.values()]
      .filter((one) => one.author === this.id)
      .sort((a, b) => a.seq - b.seq);
  }

  /** Writes what the flows would refuse too; cites all heads, or the given ones. */
  async write(operation: Operation, heads?: readonly OperationId[]): Promise<AuthoredOperation> {
    const last = this.log.at(-1) ?? null;
    const plan = heads === undefined ? planHeads(this.membership.heads, last?.id ?? null) : [heads];
    let previous = last;
    for (const [index, cited] of plan.entries()) {
      const place = {
        device: this.id,
        seq: previous === null ? 0 : previous.seq + 1,
        heads: cited,
        prev: previous?.id ?? null,
      };
      previous = await author(index === plan.length - 1 ? operation : { kind: "merge" }, this.mesh, place);
      this.operations.set(previous.id, previous);
    }
    return previous!;
  }

  /** Writes behind one of this person's operations although others follow it: another history. */
  async writeAfter(
    before: AuthoredOperation,
    operation: Operation,
    heads: readonly OperationId[] = [],
  ): Promise<AuthoredOperation> {
    const place = { device: this.id, seq: before.seq + 1, heads, prev: before.id };
    const written = await author(operation, this.mesh, place);
    this.operations.set(written.id, written);
    return written;
  }

  /** Writes, and says whether it counts here. */
  async attempt(operation: Operation, heads?: readonly OperationId[]): Promise<string> {
    const { id } = await this.write(operation, heads);
    return this.membership.refused.get(id) ?? "accepted";
  }

  keyring(): Promise<Keyring> {
    const { membership, meshKey, device, own, cache } = this;
    return createKeyring({ membership, meshKey, device, own, signatures, cache });
  }

  /** What this person owes is worked out from this. */
  async dutyOptions(): Promise<DutyOptions> {
    const { membership, id: me, random } = this;
    return { membership, keyring: await this.keyring(), me, signatures, random };
  }

  async duties(): Promise<readonly DutyOperation[]> {
    return dutiesOf(await this.dutyOptions());
  }

  /** Does what is owed once, as the engine does after each change. */
  async settle(): Promise<number> {
    const owed = await this.duties();
    for (const duty of owed) await this.write(duty);
    return owed.length;
  }

  async invite(
    role: Role,
    destination?: Destination | SiteName,
    expiresAt = this.now + 7 * DAY,
  ): Promise<InviteCode> {
    const to = destinationOf(destination, () => this.site);
    const { membership, id: me, random } = this;
    const invited = createInvite({ membership, me, role, destination: to, expiresAt, random });
    if (invited.kind === "refused") throw new Error(invited.reason);
    const { id } = await this.write(invited.operation);
    return this.code(invited.operation.role, to, { head: id, seed: invited.seed });
  }

  /** A code for an invite that this person wrote, through its text. */
  code(role: Role, to: Destination, { head, seed }: { head: OperationId; seed: Uint8Array }): InviteCode {
    const text = encodeInviteCode({
      mesh: this.mesh,
      meshKey: this.meshKey,
      inviter: this.id,
      inviterAgree: this.device.agree.public,
      seed,
      head,
      role,
      founds: to.kind === "new" ? to.site : null,
      addresses: ["/ip4/192.168.1.7/tcp/4001"],
    });
    const decoded = decodeInviteCode(text);
    if (decoded.kind !== "code") throw new Error(decoded.kind);
    return decoded.code;
  }

  /** Consents to the last new site that somebody of another site invites, and tells them. */
  async approve(inviter: Person): Promise<void> {
    const invites = [...inviter.membership.invites.values()];
    const invite = invites.findLast((one) => one.inviter === inviter.id && one.destination.kind === "new");
    if (invite === undefined) throw new Error("no such invite");
    meet(this, inviter);
    const refusal = approveRefusal(this.membership, this.id, invite);
    if (refusal !== null) throw new Error(refusal);
    await this.write({ kind: "approve", invite: invite.invite });
    meet(this, inviter);
  }

  /** Where this person's control log ends, and others that are given, as a coordinator saw it. */
  async ending(
    seen: ReadonlyMap<OperationId, AuthoredOperation> = this.operations,
    others: readonly Cut[] = [],
  ): Promise<Ending> {
    const last = [...seen.values()]
      .filter(({ author: by }) => by === this.id)
      .sort((a, b) => b.seq - a.seq)[0];
    const device = redactDevice(this.device);
    return { device, cuts: last === undefined ? others : [await this.cut(last.seq, last.id), ...others] };
  }

  /** This device's seal over a position of a log. */
  async cut(seq: number, at: OperationId, space: SpaceId = CONTROL): Promise<Cut> {
    const log = { space, device: this.id };
    const position = { mesh: this.mesh, log, seq, id: idBytes(at) as Hash };
    return { space, seal: await signSeal(signatures, this.device.sign.secret, position) };
  }

  /** Gives the word that a device should be out, as far as this one has seen its logs. */
  async revoke(target: Person, others: readonly Cut[] = []): Promise<AuthoredOperation> {
    return this.write({ kind: "revoke", ending: await target.ending(this.operations, others) });
  }

  /** Carries a joiner's request in this person's own name. */
  async carry(joiner: Person): Promise<AuthoredOperation | null> {
    const operation = carryRequest(this.membership, joiner.request!, this.now);
    return operation === null ? null : this.write(operation);
  }

  /** Confirms, and does what is owed then. */
  async confirm(joiner: Person): Promise<void> {
    const pending = this.membership.requests.get(joiner.id);
    if (pending === undefined) throw new Error("nothing to confirm");
    const confirmed = confirmRequest({ membership: this.membership, me: this.id, pending, now: this.now });
    if (confirmed.kind === "refused") throw new Error(confirmed.reason);
    await this.write(confirmed.operation);
    await this.settle();
  }

  /** One sealed entry in a space. */
  async seal(space: SpaceId, key: WriteKey, text: string): Promise<Entry> {
    const run = await appendEntries({
      mesh: this.mesh,
      log: { space, device: this.id },
      head: null,
      heads: this.membership.heads.slice(0, 4),
      plaintexts: [utf8(text)],
      key,
      author: this.device,
      random: this.random,
      signatures,
    });
    return run.entries[0]!;
  }
}

function destinationOf(to: Destination | SiteName | undefined, home: () => SiteId): Destination {
  if (to === undefined) return { kind: "existing", site: home() };
  return to.kind === "existing" || to.kind === "new" ? to : { kind: "new", site: to };
}

/** Founds a mesh and does the founder's first duties. */
export async function found(name: string, site: SiteName, meshName = "Ruta del Sur"): Promise<Person> {
  const random = seededRandom(`${name} ${site.name}`);
  const { operation, ...secrets } = foundMesh({ meshName, site, random, device: null });
  const device = deviceIdOf(operation.device);
  const first = await author(operation, NO_MESH, { device, seq: 0, heads: [], prev: null });
  const person = new Person({ name, random, mesh: first.id as string as MeshId, ...secrets });
  person.operations.set(first.id, first);
  await person.settle();
  return person;
}

/** Somebody who typed a code and has met nobody yet. */
export async function join(
  name: string,
  code: InviteCode,
  device: DeviceSecrets | null = null,
): Promise<Person> {
  const random = seededRandom(`${name} ${code.head}`);
  const joined = await createJoinRequest({ code, name, device, random, signatures });
  if (joined.kind !== "joining") throw new Error(joined.kind);
  const { request, ...rest } = joined.joining;
  const person = new Person({ name, random, ...rest });
  person.request = request;
  return person;
}

/** Both know afterwards what either knew. */
export function meet(...people: readonly Person[]): void {
  const all = new Map(people.flatMap((person) => [...person.operations]));
  for (const person of people) person.operations = new Map(all);
}

/** Invited, asked, confirmed and told, in one afternoon. */
export async function welcome(
  inviter: Person,
  name: string,
  { role, to }: { role: Role; to?: Destination | SiteName },
): Promise<Person> {
  const person = await join(name, await inviter.invite(role, to));
  await inviter.carry(person);
  if (role !== "hub") await inviter.confirm(person);
  meet(inviter, person);
  expect(person.member, `${name} is a member`).toBeDefined();
  await person.settle();
  meet(inviter, person);
  return person;
}

/** A device that is nobody's. */
export const strangerDevice = (name: string): DeviceSecrets => generateDeviceSecrets(seededRandom(name));

/** Everything that a membership says, in order, as text: equal memberships give equal texts. */
export function fingerprint(membership: Membership): string {
  return JSON.stringify(membership, (_key, value: unknown) => {
    if (value instanceof Map) return { map: [...(value as Map<string, unknown>)] };
    if (ArrayBuffer.isView(value)) return { bytes: [...(value as Uint8Array)] };
    return value;
  });
}

/** The mesh of the stories: three sites and whoever works there. */
export interface Mesh {
  /** Founder, coordinator in Tapachula. */
  readonly teresa: Person;
  /** Staff in Tapachula. */
  readonly ramon: Person;
  /** Protection in Tapachula. */
  readonly pilar: Person;
  /** Volunteer in Tapachula. */
  readonly vero: Person;
  /** Tapachula's hub. */
  readonly ceiba: Person;
  /** Coordinator in Oaxaca. */
  readonly octavio: Person;
  /** Staff in Oaxaca. */
  readonly olga: Person;
  /** Oaxaca's hub. */
  readonly nopal: Person;
  /** Coordinator of a committee in Honduras. */
  readonly hilda: Person;
  /** Advocate of that committee. */
  readonly abel: Person;
  /** The committee's hub. */
  readonly pino: Person;
}

export const everyone = (mesh: Mesh): readonly Person[] => Object.values(mesh) as Person[];

let built: Promise<Mesh> | null = null;

/** The mesh of the stories, which is built once: each caller has people of its own. */
export async function buildMesh(): Promise<Mesh> {
  built ??= raiseMesh();
  const mesh = Object.entries(await built) as [keyof Mesh, Person][];
  return Object.fromEntries(mesh.map(([name, person]) => [name, person.copy()])) as unknown as Mesh;
}

/** Builds that mesh step by step; everyone has met everyone at its end. */
export async function raiseMesh(): Promise<Mesh> {
  const teresa = await found("Teresa", { name: "Casa Tapachula", kind: "shelter" });
  const ramon = await welcome(teresa, "Ramón", { role: "staff" });
  const pilar = await welcome(teresa, "Pilar", { role: "protection" });
  const vero = await welcome(teresa, "Vero", { role: "volunteer" });
  const ceiba = await welcome(teresa, "Ceiba", { role: "hub" });
  const octavio = await welcome(teresa, "Octavio", {
    role: "coordinator",
    to: { name: "Casa Oaxaca", kind: "shelter" },
  });
  const olga = await welcome(octavio, "Olga", { role: "staff" });
  const nopal = await welcome(octavio, "Nopal", { role: "hub" });
  const hilda = await welcome(teresa, "Hilda", {
    role: "coordinator",
    to: { name: "Comité", kind: "advocates" },
  });
  const abel = await welcome(hilda, "Abel", { role: "advocate" });
  const pino = await welcome(hilda, "Pino", { role: "hub" });
  const mesh = { teresa, ramon, pilar, vero, ceiba, octavio, olga, nopal, hilda, abel, pino };
  meet(...everyone(mesh));
  return mesh;
}

/** Any 32 bytes of a hash. */
export const anyHash = (text: string): Hash => hash("test/any", utf8(text));

/** What becomes of an operation, without keeping it. */
export async function fateOf(
  person: Person,
  operation: Operation,
  heads?: Parameters<Person["write"]>[1],
): Promise<string> {
  const before = new Map(person.operations);
  const fate = await person.attempt(operation, heads);
  person.operations = before;
  return fate;
}
