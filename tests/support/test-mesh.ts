/**
 * Devices and a mesh for tests of logs, stores and replicas: real keys, real seals, no network. A device
 * keeps the heads of its own logs, so that what it writes continues them.
 */
import {
  type AgreePublicKey,
  createSignatures,
  type DeviceSecrets,
  generateAgreePair,
  generateDeviceSecrets,
  generateSpaceKey,
  keyIdOf,
  redactDevice,
  type SpaceKey,
  signPairFromSeed,
  systemRandom,
} from "#crypto";
import { type DeviceId, type MeshId, type OperationId, operationIdOf } from "../../sync/ids.ts";
import { appendEntries, type LogHead } from "../../sync/log/append.ts";
import { type LogRef, logKey } from "../../sync/log/log-ref.ts";
import type { Run } from "../../sync/log/run.ts";
import { deviceIdOf, inviteIdOf, signRequest } from "../../sync/membership/join-request.ts";
import { encodeOperation } from "../../sync/membership/operation-codec.ts";
import type { Destination, FoundOperation, Operation, SiteName } from "../../sync/membership/operations.ts";
import type { Role } from "../../sync/membership/roles.ts";
import { generateWords } from "../../sync/membership/site-secrets.ts";
import { siteIdOf } from "../../sync/membership/site-id.ts";
import { CONTROL, type SpaceId } from "../../sync/space.ts";

export const signatures = await createSignatures();
export const random = systemRandom;

/** Joins runs of one log that follow one another, so that a test may cut them elsewhere. */
export function joinRuns(runs: readonly Run[]): Run {
  const [first] = runs;
  const last = runs.at(-1);
  if (first === undefined || last === undefined) throw new Error("no runs to join");
  const end = last.seals.at(-1)?.seq;
  const seals = runs.flatMap((run) => run.seals).filter(({ seq }) => (seq + 1) % 64 === 0 || seq === end);
  return { ...first, entries: runs.flatMap((run) => run.entries), seals };
}

/** Plaintexts of a few bytes that differ. */
export const plaintexts = (count: number, of = "entry"): Uint8Array[] =>
  Array.from({ length: count }, (_, at) => new TextEncoder().encode(`${of} ${String(at)}`));

/** One vault's keys and the heads of what it wrote. */
export class TestDevice {
  readonly secrets: DeviceSecrets = generateDeviceSecrets(random);
  readonly id: DeviceId = deviceIdOf(redactDevice(this.secrets));
  readonly #heads = new Map<string, LogHead>();

  headOf(log: LogRef): LogHead | null {
    return this.#heads.get(logKey(log)) ?? null;
  }

  log(space: SpaceId): LogRef {
    return { space, device: this.id };
  }

  /** Forgets what it wrote after this head: a device that was restored from a backup. */
  rewind(space: SpaceId, head: LogHead | null): void {
    const key = logKey(this.log(space));
    if (head === null) this.#heads.delete(key);
    else this.#heads.set(key, head);
  }

  /** Writes one run under a space key. `mesh` is null for the founding. */
  async write(options: {
    readonly mesh: MeshId | null;
    readonly space: SpaceId;
    readonly key: SpaceKey;
    readonly heads: readonly OperationId[];
    readonly plaintexts: readonly Uint8Array[];
  }): Promise<Run> {
    const { key, space, ...rest } = options;
    const log = this.log(space);
    const run = await appendEntries({
      ...rest,
      log,
      head: this.headOf(log),
      key: { kind: "space", key, keyId: keyIdOf(key) },
      author: this.secrets,
      random,
      signatures,
    });
    const last = run.entries.at(-1);
    if (last !== undefined) this.#heads.set(logKey(log), { seq: last.header.seq, id: last.id });
    return run;
  }
}

const agree = (): AgreePublicKey => generateAgreePair(random).public;

/** Public keys of a new site, of which nobody keeps the secrets. */
const newSite = (words = generateWords(random).keys): Pick<FoundOperation, "groups" | "recovery"> => ({
  groups: { desk: agree(), staff: agree(), protection: agree() },
  recovery: { site: words, protected: generateWords(random).keys },
});

/** A mesh of one shelter, founded by `founder`; `control` lists every control run in the order of writing. */
export class TestMesh {
  readonly meshKey: SpaceKey = generateSpaceKey(random);
  readonly spaceKey: SpaceKey = generateSpaceKey(random);
  readonly founder = new TestDevice();
  /** The founder's twelve words. */
  readonly words = generateWords(random);
  readonly control: Run[] = [];
  #mesh: MeshId | null = null;
  #heads: OperationId[] = [];

  static async found(name = "Ruta de prueba"): Promise<TestMesh> {
    const mesh = new TestMesh();
    await mesh.operate(mesh.founder, [
      {
        kind: "found",
        meshName: name,
        site: { name: "Casa Jacaranda", kind: "shelter" },
        device: redactDevice(mesh.founder.secrets),
        ...newSite(mesh.words.keys),
        nonce: random(16),
      },
    ]);
    return mesh;
  }

  get mesh(): MeshId {
    if (this.#mesh === null) throw new Error("not founded yet");
    return this.#mesh;
  }

  /** The latest operations. */
  get heads(): readonly OperationId[] {
    return this.#heads;
  }

  /** The same by somebody who knew no more than these heads. */
  async operateAfter(
    heads: readonly OperationId[],
    device: TestDevice,
    operations: readonly Operation[],
  ): Promise<Run> {
    const now = this.#heads;
    this.#heads = [...heads];
    const run = await this.operate(device, operations);
    this.#heads = [...new Set([...now, ...this.#heads])].sort();
    return run;
  }

  /** Writes operations that follow everything written so far; one entry each. */
  async operate(device: TestDevice, operations: readonly Operation[]): Promise<Run> {
    const run = await device.write({
      mesh: this.#mesh,
      space: CONTROL,
      key: this.meshKey,
      heads: this.#heads,
      plaintexts: operations.map(encodeOperation),
    });
    this.#mesh ??= run.mesh;
    this.#heads = [operationIdOf(run.entries.at(-1)?.id ?? run.entries[0]!.id)];
    this.control.push(run);
    return run;
  }

  /** Lets a new device into the founder's site, or as the first of a new one. */
  async admit(role: Role, founds: SiteName | null = null): Promise<TestDevice> {
    const device = new TestDevice();
    const { founder, mesh } = this;
    const seed = signPairFromSeed(random(32));
    const invite = inviteIdOf(seed.public, founder.id);
    const expiresAt = 2_000_000_000_000;
    const destination: Destination =
      founds === null ? { kind: "existing", site: siteIdOf(mesh) } : { kind: "new", site: founds };
    const offer = { seedKey: seed.public, role, destination, expiresAt, letter: null };
    await this.operate(founder, [{ kind: "invite", ...offer }]);
    const sealedName = role === "hub" ? new Uint8Array(0) : random(120);
    const request = await signRequest({
      request: {
        mesh,
        invite,
        seedKey: seed.public,
        inviter: founder.id,
        device: redactDevice(device.secrets),
        sealedName,
        newSite: founds === null ? null : newSite(),
      },
      seedSecret: seed.secret,
      deviceSecret: device.secrets.sign.secret,
      signatures,
    });
    const carried = await this.operate(founder, [{ kind: "request", request, at: 1_800_000_000_000 }]);
    if (role === "hub") return device;
    const asked = operationIdOf(carried.entries[0]!.id);
    const at = 1_800_000_000_000;
    await this.operate(founder, [{ kind: "confirm", request: asked, device: device.id, at }]);
    return device;
  }

  /** Writes data entries that cite the latest operations. */
  write(device: TestDevice, space: SpaceId, texts: readonly Uint8Array[]): Promise<Run> {
    return device.write({ mesh: this.mesh, space, key: this.spaceKey, heads: this.heads, plaintexts: texts });
  }

  /** All control runs of one device as one run. */
  controlOf(device: TestDevice): Run {
    return joinRuns(this.control.filter(({ log }) => log.device === device.id));
  }
}
