/**
 * The vaults of a profile: each a person's keys, wrapped under their passphrase, in the profile's
 * store. What is inside opens with the vault's master key only; beside it lie the house's name and a
 * badge, which a locked screen may show. Counts no tries: that is `locks.ts`.
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
import { type Badge, EngineError, type VaultId } from "../api/index.ts";
import { decodeBadge, encodeBadge, nextBadge, numberedBadge, type OwnBadge } from "./badges.ts";
import { decodeSecrets, encodeSecrets, type VaultSecrets } from "./secrets.ts";

export interface OpenVault {
  readonly vault: VaultId;
  readonly master: MasterKey;
  readonly secrets: VaultSecrets;
}

/** What lies beside a vault in the clear. */
export interface StoredLabel extends OwnBadge {
  readonly vault: VaultId;
  readonly siteName: string | null;
}

export interface Vaults {
  list(): Promise<readonly StoredLabel[]>;
  /** Makes a vault; it is there once the caller has put `puts`, with whatever must come with it. */
  create(wish: {
    readonly passphrase: string;
    readonly secrets: VaultSecrets;
  }): Promise<{ readonly open: OpenVault; readonly puts: readonly KeyValue[] }>;
  /** The vault's master key; null for a wrong passphrase. Throws `no-profile`, `vault-damaged`. */
  masterOf(vault: VaultId, passphrase: string): Promise<MasterKey | null>;
  /** What a master key opens. Throws `vault-damaged`. */
  open(vault: VaultId, master: MasterKey): Promise<OpenVault>;
  /** Puts a master key under another passphrase, in one write. */
  rewrap(vault: VaultId, wish: { readonly master: MasterKey; readonly passphrase: string }): Promise<void>;
  /** Keeps changed secrets; resolves when they are on the disk. */
  keep(open: OpenVault, secrets: VaultSecrets): Promise<OpenVault>;
  /** What a locked screen may show. */
  label(vault: VaultId, siteName: string): Promise<void>;
  setBadge(vault: VaultId, badge: Badge): Promise<void>;
  /** Destroys a vault's keys and all that is sealed under them. */
  forget(vault: VaultId): Promise<void>;
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
const badgeKey = (vault: VaultId): string => `badge/${vault}`;

export const createVaults = (options: VaultsOptions): Vaults => new StoredVaults(options);

class StoredVaults implements Vaults {
  readonly #options: VaultsOptions;

  constructor(options: VaultsOptions) {
    this.#options = options;
  }

  async list(): Promise<readonly StoredLabel[]> {
    const { store } = this.#options;
    const labels: StoredLabel[] = [];
    for (const { key } of await store.list(PREFIX)) {
      const vault = key.slice(PREFIX.length) as VaultId;
      const [name, badge] = [await store.get(labelKey(vault)), await store.get(badgeKey(vault))];
      const siteName = name === null ? null : fromUtf8(name);
      labels.push({
        vault,
        siteName,
        ...((badge === null ? null : decodeBadge(badge)) ?? nextBadge(labels)),
      });
    }
    return labels;
  }

  async create({ passphrase, secrets }: Parameters<Vaults["create"]>[0]): ReturnType<Vaults["create"]> {
    const { random } = this.#options;
    const vault = toText(random(VAULT_ID_BYTES)) as VaultId;
    const { value, master } = await this.#wrap(passphrase);
    const puts = [
      { key: vaultKey(vault), value },
      { key: secretsKey(vault), value: this.#seal(vault, master, secrets) },
      { key: badgeKey(vault), value: encodeBadge(nextBadge(await this.list())) },
    ];
    return { open: { vault, master, secrets }, puts };
  }

  async masterOf(vault: VaultId, passphrase: string): Promise<MasterKey | null> {
    const { store, unsafeTestingLowCost = false } = this.#options;
    const bytes = await store.get(vaultKey(vault));
    if (bytes === null) throw new EngineError({ code: "no-profile" });
    // no vault has a passphrase of one blank: an empty one is as wrong, and takes as long, as any other
    const typed = passphrase === "" ? " " : passphrase;
    const opened = await openVault({ passphrase: typed, vault: bytes, unsafeTestingLowCost });
    if (opened.kind === "damaged") throw new EngineError({ code: "vault-damaged" });
    return opened.kind === "open" ? opened.master : null;
  }

  async open(vault: VaultId, master: MasterKey): Promise<OpenVault> {
    return { vault, master, secrets: await this.#unseal(vault, master) };
  }

  async rewrap(vault: VaultId, { master, passphrase }: Parameters<Vaults["rewrap"]>[1]): Promise<void> {
    const { value } = await this.#wrap(passphrase, master);
    await this.#options.store.put([{ key: vaultKey(vault), value }]);
  }

  async keep(open: OpenVault, secrets: VaultSecrets): Promise<OpenVault> {
    const value = this.#seal(open.vault, open.master, secrets);
    await this.#options.store.put([{ key: secretsKey(open.vault), value }]);
    return { ...open, secrets };
  }

  async label(vault: VaultId, siteName: string): Promise<void> {
    await this.#options.store.put([{ key: labelKey(vault), value: utf8(siteName) }]);
  }

  async setBadge(vault: VaultId, badge: Badge): Promise<void> {
    const others = (await this.list()).filter((label) => label.vault !== vault);
    const value = encodeBadge(numberedBadge(badge, others));
    await this.#options.store.put([{ key: badgeKey(vault), value }]);
  }

  async forget(vault: VaultId): Promise<void> {
    const { store } = this.#options;
    const own = [vaultKey(vault), secretsKey(vault), labelKey(vault), badgeKey(vault)];
    const others = ["tries", "addresses", "reading"].map((prefix) => `${prefix}/${vault}`);
    const lists = await Promise.all(["view", "draft"].map((prefix) => store.list(`${prefix}/${vault}/`)));
    await store.forget([...own, ...others, ...lists.flat().map(({ key }) => key)]);
  }

  /** A master key under a passphrase: this one, or a new one. Throws `passphrase-too-short`. */
  async #wrap(
    passphrase: string,
    master?: MasterKey,
  ): Promise<{ readonly value: Uint8Array; readonly master: MasterKey }> {
    const { random, unsafeTestingLowCost = false } = this.#options;
    if (passphrase.length < LEAST_PASSPHRASE) {
      throw new EngineError({ code: "passphrase-too-short", least: LEAST_PASSPHRASE });
    }
    const kept = master === undefined ? {} : { master };
    const made = await createVault({ passphrase, random, unsafeTestingLowCost, ...kept });
    return { value: made.vault, master: made.master };
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
