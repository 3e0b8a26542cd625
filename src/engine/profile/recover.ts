/**
 * Coming back with twelve words (docs/protocol.md, "Recovery"): finds the mesh, gets its control entries, and
 * makes a new device with the enrolment that lets it in. Storing that is `vaults.ts`; after it, the device is
 * like any other.
 */
import {
  type AgreePair,
  generateDeviceSecrets,
  keyIdOf,
  recoverySecrets,
  redactDevice,
  type RecoverySecrets,
} from "#crypto";
import {
  appendEntries,
  type Channel,
  CONTROL,
  deviceIdOf,
  encodeOperation,
  headsToEnrol,
  type Lifeline,
  type Membership,
  type MeshId,
  openRecoveryBoxes,
  openReplica,
  recoveryBy,
  type Replica,
  type Run,
  runSession,
  seekLifeline,
  signEnrolment,
} from "#sync";
import { EngineError, type Recovering } from "../api/index.ts";
import type { EngineDeps } from "../house/house.ts";
import { INCARNATION_BYTES } from "../records/content.ts";
import { openFirst } from "./lifelines.ts";
import type { VaultSecrets } from "./secrets.ts";

const DIAL_MS = 10_000;
const SESSION_MS = 10 * 60_000;
const DISCOVERY_MS = 4000;
const MOST_TRIED = 16;

type Words = Readonly<Record<"site", RecoverySecrets>> &
  Readonly<Record<"protected", RecoverySecrets | null>>;

/** Reads both sets of words, or throws `recovery-words-mistyped`. */
export function readWords({ words, protectedWords = null }: Recovering): Words {
  const read = (text: string): RecoverySecrets => {
    const secrets = recoverySecrets(text);
    if (secrets === null) throw new EngineError({ code: "recovery-words-mistyped" });
    return secrets;
  };
  return { site: read(words), protected: protectedWords === null ? null : read(protectedWords) };
}

/** Where a mesh was found. `address`: null for one that lay in the profile itself. */
interface Found {
  readonly lifeline: Lifeline;
  readonly address: string | null;
}

export interface RecoverOptions {
  readonly deps: EngineDeps;
  /** Lifelines that are at hand: of this profile, of a backup. */
  readonly lifelines: readonly Uint8Array[];
  /** Throws `other-mesh` where this profile belongs to another one. */
  readonly checkMesh: (mesh: MeshId) => Promise<void>;
  /** Brings what else is at hand into the replica, before anybody is asked. */
  readonly fill?: (replica: Replica, lifeline: Lifeline) => Promise<void>;
}

export interface Recovery {
  readonly secrets: VaultSecrets;
  readonly run: Run;
  /** Who answered, first of all. */
  readonly addresses: readonly string[];
}

/** Everything but storing it: a device that is a member as soon as the run is in its log. */
export async function makeRecovery(wish: Recovering, options: RecoverOptions): Promise<Recovery> {
  const { deps, lifelines, checkMesh } = options;
  const words = readWords(wish);
  const local = await openFirst(lifelines, words.site, deps.signatures);
  const found =
    local === null ? await seek(deps, words.site, wish.peers) : { lifeline: local, address: null };
  await checkMesh(found.lifeline.mesh);
  const { store, signatures } = deps;
  const replica = await openReplica({ store, ...found.lifeline, signatures });
  await options.fill?.(replica, found.lifeline);
  const addresses = found.address === null ? (wish.peers ?? []) : [found.address];
  for (const address of addresses) await fetchControl(deps, { replica, ...found.lifeline, address });
  const { secrets, run } = await enrol(wish, {
    deps,
    words,
    ...found.lifeline,
    membership: replica.membership(),
  });
  return { secrets, run, addresses };
}

/** Asks whoever is there for the mesh of these words. Throws `recovery-words-unknown`, `no-peer`, `peer-unreachable`. */
async function seek(
  deps: EngineDeps,
  words: RecoverySecrets,
  peers: readonly string[] | undefined,
): Promise<Found> {
  const addresses = peers ?? (await discovered(deps));
  if (addresses.length === 0) throw new EngineError({ code: "no-peer" });
  let answered = false;
  for (const address of addresses.slice(0, MOST_TRIED)) {
    const channel = await dial(deps, address);
    if (channel === null) continue;
    answered = true;
    const lifeline = await seekLifeline(channel, words, {
      ...deps,
      signal: AbortSignal.timeout(DIAL_MS),
    }).catch(() => null);
    if (lifeline !== null) return { lifeline, address };
  }
  throw new EngineError({ code: answered ? "recovery-words-unknown" : "peer-unreachable" });
}

async function dial({ transport }: EngineDeps, address: string): Promise<Channel | null> {
  try {
    return (await transport?.dial(address, { signal: AbortSignal.timeout(DIAL_MS) })) ?? null;
  } catch {
    return null;
  }
}

/** Addresses that the local network announces within a few seconds. */
async function discovered({ transport, clock }: EngineDeps): Promise<readonly string[]> {
  const found = new Set<string>();
  transport?.onDiscovered(({ addresses }) => {
    for (const address of addresses) found.add(address);
  });
  await clock.sleep(DISCOVERY_MS);
  return [...found];
}

/** One session as a stranger, who is given control entries and nothing else. That it fails is no fault: what is held may do. */
async function fetchControl(
  deps: EngineDeps,
  { replica, meshKey, address }: { readonly replica: Replica; readonly address: string } & Lifeline,
): Promise<void> {
  const channel = await dial(deps, address);
  if (channel === null) return;
  await runSession({
    ...deps,
    replica,
    channel,
    meshKey,
    identity: null,
    signal: AbortSignal.timeout(SESSION_MS),
  });
}

interface Enrolling extends Lifeline {
  readonly deps: EngineDeps;
  readonly words: Words;
  readonly membership: Membership;
}

async function enrol(
  { personName }: Recovering,
  { deps: { random, signatures, clock }, words, mesh, meshKey, membership }: Enrolling,
): Promise<Pick<Recovery, "secrets" | "run">> {
  const known = recoveryBy(membership, words.site);
  if (known?.recovery.words !== "site") throw new EngineError({ code: "recovery-words-void" });
  const forProtected = words.protected === null ? null : recoveryBy(membership, words.protected);
  if (
    words.protected !== null &&
    (forProtected?.site !== known.site || forProtected.recovery.words !== "protected")
  )
    throw new EngineError({ code: "recovery-words-void" });
  const device = generateDeviceSecrets(random);
  const keys = redactDevice(device);
  const toSign = { mesh, site: known.site, device: keys, at: clock.now(), signatures };
  const operation = await signEnrolment({ ...toSign, words: words.site, protection: words.protected });
  const run = await appendEntries({
    mesh,
    log: { space: CONTROL, device: deviceIdOf(keys) },
    head: null,
    heads: headsToEnrol(membership, known.recovery.by),
    plaintexts: [encodeOperation(operation)],
    key: { kind: "space", key: meshKey, keyId: keyIdOf(meshKey) },
    author: device,
    random,
    signatures,
  });
  const groups: AgreePair[] = [
    ...(await openRecoveryBoxes(membership, known, { pair: words.site.agree, signatures })),
  ];
  if (words.protected !== null && forProtected !== null) {
    const pair = words.protected.agree;
    groups.push(...(await openRecoveryBoxes(membership, forProtected, { pair, signatures })));
  }
  const incarnation = random(INCARNATION_BYTES);
  const own = { groups, spaces: [] };
  return { secrets: { mesh, meshKey, device, incarnation, own, personName, joining: null }, run };
}
