/**
 * Founding a mesh and asking to join one: what becomes of a passphrase, a name and, for a joiner, a
 * code. Makes the secrets; storing them is `vaults.ts`, everything after is the opened house.
 */
import { keyIdOf, redactDevice, type RandomBytes, type Signatures } from "#crypto";
import {
  appendEntries,
  CONTROL,
  createJoinRequest,
  decodeInviteCode,
  deviceIdOf,
  encodeOperation,
  foundMesh,
  wordsOf,
  type InviteCode,
  type RecoveryWords,
  type Run,
  type SiteKind,
} from "#sync";
import { EngineError, type Founded, type Founding, type Joining } from "../api/index.ts";
import { INCARNATION_BYTES } from "../records/content.ts";
import type { EngineDeps } from "../house/house.ts";
import type { VaultSecrets } from "./secrets.ts";
import { codeOfSeed } from "./typed-seed.ts";

interface Tools {
  readonly random: RandomBytes;
  readonly signatures: Signatures;
}

/** A mesh with its founder's secrets, and the entry that names it, not stored yet. */
export async function makeFounding(
  founding: Founding,
  { random, signatures }: Tools,
): Promise<{ readonly secrets: VaultSecrets; readonly run: Run } & Shown> {
  const { operation, meshKey, device, own, recoveryWords } = foundMesh({
    meshName: founding.meshName,
    site: { name: founding.siteName, kind: founding.siteKind },
    random,
    device: null,
  });
  const run = await appendEntries({
    mesh: null,
    log: { space: CONTROL, device: deviceIdOf(redactDevice(device)) },
    head: null,
    heads: [],
    plaintexts: [encodeOperation(operation)],
    key: { kind: "space", key: meshKey, keyId: keyIdOf(meshKey) },
    author: device,
    random,
    signatures,
  });
  const incarnation = random(INCARNATION_BYTES);
  const { personName } = founding;
  return {
    secrets: { mesh: run.mesh, meshKey, device, incarnation, own, personName, joining: null },
    run,
    ...shownIn(founding.siteKind, recoveryWords),
  };
}

/** Reads a code, or asks for a seed's letter; throws the faults of both. */
async function readCode(joining: Joining, deps: EngineDeps): Promise<InviteCode> {
  const decoded = decodeInviteCode(joining.code);
  switch (decoded.kind) {
    case "code":
      return decoded.code;
    case "seed":
      return codeOfSeed(decoded.seed, joining.peers ?? [], deps);
    case "mistyped":
      throw new EngineError({ code: "code-mistyped" });
    case "not-a-code":
      throw new EngineError({ code: "code-unknown" });
  }
}

/** A joiner's secrets with the request that it will present. */
export interface JoiningMade {
  readonly secrets: VaultSecrets;
  readonly code: InviteCode;
  readonly shown: Shown | null;
}

/** Makes them. Throws the faults of {@link readCode}. */
export async function makeJoining(joining: Joining, deps: EngineDeps): Promise<JoiningMade> {
  const { random, signatures, unsafeTestingLowCost = false } = deps;
  const code = await readCode(joining, deps);
  // A hub holds no records and has no person: its code is for a hub's folder.
  if (code.role === "hub") throw new EngineError({ code: "code-unknown" });
  const joined = await createJoinRequest({
    code,
    name: joining.personName,
    device: null,
    random,
    signatures,
  });
  if (joined.kind === "name-too-long") {
    throw new EngineError({ code: "fields", problems: [{ field: "name", code: "too-long" }] });
  }
  const { request, device, mesh, meshKey, own, recoveryWords } = joined.joining;
  const words = await wordsOf(request, { unsafeTestingLowCost });
  const incarnation = random(INCARNATION_BYTES);
  const { personName } = joining;
  return {
    secrets: { mesh, meshKey, device, incarnation, own, personName, joining: { request, words } },
    code,
    shown: recoveryWords === null ? null : shownIn(code.founds?.kind ?? "shelter", recoveryWords),
  };
}

/** Words that are shown once. */
type Shown = Pick<Founded, "recoveryWords" | "protectedWords">;

/** Only shelters have records that are protected. */
const shownIn = (kind: SiteKind, words: RecoveryWords): Shown => ({
  recoveryWords: words.site,
  protectedWords: kind === "shelter" ? words.protected : null,
});
