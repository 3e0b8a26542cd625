/**
 * The vaults of a profile: each a person's keys, wrapped under their passphrase, in the profile's
 * store. What is inside opens with the vault's master key only; beside it lies the house's name, which
 * a locked screen may show.
 */
import {
  createVault,
  fromUtf8,
  openVault,
  restKey,
  toText,
  unwrap,
  utf8,
  wrap,
  type MasterKey,
  type RandomBytes,
} from "#crypto";
import type { KeyValue, Store } from "#sync";
import { EngineError, type VaultId, type VaultLabel } from "../api.ts";
import { decodeSecrets, encodeSecrets, type VaultSecrets } from "./secrets.ts";

export interface OpenVault {
  readonly vault: VaultId;
  readonly master: MasterKey;
  readonly secrets: VaultSecrets;
}

export interface Vaults {
  list(): Promise<readonly VaultLabel[]>;
  /** Makes a vault; it is there once the caller has put `puts`, with whatever must come with it. */
  create(wish: {
    readonly passphrase: string;
    readonly secrets: VaultSecrets;
  }): Promise<{ readonly open: OpenVault; readonly puts: readonly KeyValue[] }>;
  /** Throws the faults `no-profile`, `wrong-passphrase`, `vault-damaged`. */
  open(wish: { readonly vault?: VaultId; readonly passphrase: string }): Promise<OpenVault>;
  /** Keeps changed secrets; resolves when they are on the disk. */
  keep(open: OpenVault, secrets: VaultSecrets): Promise<OpenVault>;
  /** What a locked screen may show. */
  label(vault: VaultId, siteName: string): Promise<void>;
}

export interface VaultsOptions {
  readonly store: Store;
  readonly random: RandomBytes;
  /** Only in tests: vaults that cost nothing to guess. */
  readonly unsafeTestingLowCost?: boolean;
}

const VAULT_ID_BYTES = 16;
const LEAST_PASSPHRASE = 8;
const SECRETS_DOMAIN = "vereda/vault-secrets/1";
const PREFIX = "vault/";

const vaultKey = (vault: VaultId): string => `${PREFIX}${vault}`;
const secretsKey = (vault: VaultId): string => `secrets/${vault}`;
const labelKey = (vault: VaultId): string => `label/${vault}`;

export const createVaults = (options: VaultsOptions): Vaults => new StoredVaults(options);

class StoredVaults implements Vaults {
  readonly #options: VaultsOptions;

  constructor(options: VaultsOptions) {
    this.#options = options;
  }

  async list(): Promise<readonly VaultLabel[]> {
    const { store } = this.#options;
    const labels: VaultLabel[] = [];
    for (const { key } of await store.list(PREFIX)) {
      const vault = key.slice(PREFIX.length) as VaultId;
      const label = await store.get(labelKey(vault));
      labels.push({ vault, siteName: label === null ? null : fromUtf8(label) });
    }
    return labels;
  }

  async create({ passphrase, secrets }: Parameters<Vaults["create"]>[0]): ReturnType<Vaults["create"]> {
    const { random, unsafeTestingLowCost = false } = this.#options;
    if (passphrase.length < LEAST_PASSPHRASE) {
      throw new EngineError({ code: "passphrase-too-short", least: LEAST_PASSPHRASE });
    }
    const vault = toText(random(VAULT_ID_BYTES)) as VaultId;
    const { vault: value, master } = await createVault({ passphrase, random, unsafeTestingLowCost });
    const puts = [
      { key: vaultKey(vault), value },
      { key: secretsKey(vault), value: this.#seal(vault, master, secrets) },
    ];
    return { open: { vault, master, secrets }, puts };
  }

  async open({ vault: wanted, passphrase }: Parameters<Vaults["open"]>[0]): Promise<OpenVault> {
    const { store, unsafeTestingLowCost = false } = this.#options;
    const vault = wanted ?? (await this.list())[0]?.vault;
    const bytes = vault === undefined ? null : await store.get(vaultKey(vault));
    if (vault === undefined || bytes === null) throw new EngineError({ code: "no-profile" });
    const opened = await openVault({ passphrase, vault: bytes, unsafeTestingLowCost });
    if (opened.kind !== "open") {
      throw new EngineError({ code: opened.kind === "damaged" ? "vault-damaged" : "wrong-passphrase" });
    }
    return { vault, master: opened.master, secrets: await this.#unseal(vault, opened.master) };
  }

  async keep(open: OpenVault, secrets: VaultSecrets): Promise<OpenVault> {
    const value = this.#seal(open.vault, open.master, secrets);
    await this.#options.store.put([{ key: secretsKey(open.vault), value }]);
    return { ...open, secrets };
  }

  async label(vault: VaultId, siteName: string): Promise<void> {
    await this.#options.store.put([{ key: labelKey(vault), value: utf8(siteName) }]);
  }

  #seal(vault: VaultId, master: MasterKey, secrets: VaultSecrets): Uint8Array {
    const { random } = this.#options;
    const key = restKey(master, "secrets");
    return wrap({
      key,
      domain: SECRETS_DOMAIN,
      context: utf8(vault),
      plaintext: encodeSecrets(secrets),
      random,
    });
  }

  async #unseal(vault: VaultId, master: MasterKey): Promise<VaultSecrets> {
    const wrapped = await this.#options.store.get(secretsKey(vault));
    const key = restKey(master, "secrets");
    const bytes =
      wrapped === null ? null : unwrap({ key, domain: SECRETS_DOMAIN, context: utf8(vault), wrapped });
    const secrets = bytes === null ? null : decodeSecrets(bytes);
    if (secrets === null) throw new EngineError({ code: "vault-damaged" });
    return secrets;
  }
}
