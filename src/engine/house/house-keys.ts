/**
 * Keeps the keyring in step with the membership, and does what this device owes: boxes for new
 * devices of its site, keys for new sites, first keys of its own.
 */
import type { RandomBytes, Signatures } from "#crypto";
import {
  createKeyring,
  createSecretCache,
  dutiesOf,
  type DeviceId,
  type Keyring,
  type Membership,
  type OperationWriter,
  type Replica,
  type Store,
} from "#sync";
import { keepLifelines } from "../profile/lifelines.ts";
import type { OpenVault, Vaults } from "../profile/vaults.ts";

export interface HouseKeysOptions {
  readonly store: Store;
  readonly replica: Replica;
  /** A copy owes nothing: it may not write. */
  readonly isCopied: () => boolean;
  readonly operations: OperationWriter;
  readonly vaults: Vaults;
  readonly open: OpenVault;
  readonly device: DeviceId;
  readonly signatures: Signatures;
  readonly random: RandomBytes;
}

export interface HouseKeys {
  keyring(): Keyring;
  vault(): OpenVault;
  /** True when the keyring is that of the replica's membership. */
  current(): boolean;
  /** Brings keys and duties up to the membership; tells whether anything was to be done. */
  refresh(): Promise<boolean>;
}

export async function createHouseKeys(options: HouseKeysOptions): Promise<HouseKeys> {
  const { replica, operations, vaults, device, signatures, random } = options;
  const cache = createSecretCache();
  let vault = options.open;
  const keyringOf = (membership: Membership): Promise<Keyring> => {
    const { meshKey, device: secrets, own } = vault.secrets;
    return createKeyring({ membership, meshKey, device: secrets, own, signatures, cache });
  };
  let keyed = replica.membership();
  let keyring = await keyringOf(keyed);
  let done: Membership | null = null;

  return {
    keyring: () => keyring,
    vault: () => vault,
    current: () => replica.membership() === done,
    async refresh() {
      const membership = replica.membership();
      if (membership === done) return false;
      if (membership !== keyed) {
        keyring = await keyringOf(membership);
        keyed = membership;
      }
      if (!options.isCopied())
        await operations.write(await dutiesOf({ membership, keyring, me: device, signatures, random }));
      vault = await becomeMember(vaults, vault, { membership, device });
      if (leadsBack(membership, vault, device))
        await keepLifelines(membership, vault.secrets.meshKey, options);
      done = membership;
      return true;
    },
  };
}

/** Members, and readers of a backup: words must open their profile with nobody in reach. */
const leadsBack = (
  { devices, removed }: Membership,
  { secrets: { joining } }: OpenVault,
  device: DeviceId,
): boolean => devices.has(device) || (joining === null && !removed.has(device));

/** Forgets the request once it was confirmed, and lets the locked screen show the house's name. */
async function becomeMember(
  vaults: Vaults,
  vault: OpenVault,
  { membership, device }: { readonly membership: Membership; readonly device: DeviceId },
): Promise<OpenVault> {
  const member = membership.devices.get(device);
  const site = member === undefined ? undefined : membership.sites.get(member.site);
  if (site === undefined) return vault;
  await vaults.label(vault.vault, site.name);
  return vault.secrets.joining === null ? vault : vaults.keep(vault, { ...vault.secrets, joining: null });
}
