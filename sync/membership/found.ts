/**
 * Founding a mesh (docs/protocol.md, "Founding"). The founding operation is sealed under the mesh
 * key before the mesh has an id: the id is that of its entry. Everything else that the founder owes
 * (boxes, first keys of spaces) are duties, due once the founding entry is written (`duties.ts`).
 */
import {
  generateDeviceSecrets,
  generateSpaceKey,
  type DeviceSecrets,
  type RandomBytes,
  redactDevice,
  type SpaceKey,
} from "#crypto";
import { isName } from "./operation-fields.ts";
import type { FoundOperation, SiteName } from "./operations.ts";
import type { OwnSecrets } from "./own-secrets.ts";
import { generateSiteSecrets, type RecoveryWords } from "./site-secrets.ts";

const NONCE_BYTES = 16;

export interface FoundingOptions {
  readonly meshName: string;
  readonly site: SiteName;
  readonly random: RandomBytes;
  /** The founder's keys; null makes new ones. */
  readonly device: DeviceSecrets | null;
}

export interface Founding {
  readonly operation: FoundOperation;
  readonly meshKey: SpaceKey;
  readonly device: DeviceSecrets;
  readonly own: OwnSecrets;
  /** Shown once, to be written down; kept nowhere. */
  readonly recoveryWords: RecoveryWords;
}

/** Makes a mesh's first operation and every secret of its founder. Throws on a name that `isName` refuses. */
export function foundMesh({ meshName, site, random, device: given }: FoundingOptions): Founding {
  if (!isName(meshName) || !isName(site.name)) throw new RangeError("a mesh and its site have names");
  const device = given ?? generateDeviceSecrets(random);
  const { own, publics: groups, recovery, recoveryWords } = generateSiteSecrets(random);
  const nonce = random(NONCE_BYTES);
  const keys = redactDevice(device);
  const operation: FoundOperation = { kind: "found", meshName, site, device: keys, groups, recovery, nonce };
  return { operation, meshKey: generateSpaceKey(random), device, own, recoveryWords };
}
