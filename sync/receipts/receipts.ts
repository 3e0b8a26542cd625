/**
 * The receipts that a store knows, those of this device among them (docs/protocol.md, "Receipts"). Each is kept in its
 * register; a newer one of somebody who may say so overwrites it.
 *
 * A receipt counts while its signer may say it: nothing is told or shown of one whose signer is out, and any receipt of
 * a member overwrites it. So what a thief signs ahead does not silence the house when the thief is out.
 */
import type { DeviceSecrets, Signatures } from "#crypto";
import type { DeviceId } from "../ids.ts";
import { MAX_POSITION } from "../protocol/limits.ts";
import type { Replica } from "../replica.ts";
import { CONTROL, type SpaceId } from "../space.ts";
import type { Store } from "../store/store.ts";
import { createTurns } from "../store/turns.ts";
import { decodeReceipt, encodeReceipt, type Receipt, signReceipt, verifyReceipt } from "./receipt.ts";
import { type Register, registerName, type Says } from "../register.ts";
import { maySay } from "./speakers.ts";

export interface ReceiptsOptions {
  readonly store: Store;
  readonly replica: Replica;
  readonly signatures: Signatures;
}

/** A device that signs receipts of its site. */
export interface Speaker {
  readonly device: DeviceId;
  readonly secrets: DeviceSecrets;
}

export interface Receipts {
  /** All that count and say this of one space. */
  of(space: SpaceId, says: Says): readonly Receipt[];
  /** All that count. */
  all(): readonly Receipt[];
  /** Keeps a receipt if it is newer, and signed by somebody who may say it; tells whether. */
  take(receipt: Receipt): Promise<boolean>;
  /** Signs anew, as a hub, for the spaces in which what is held has changed. */
  issue(hub: Speaker): Promise<void>;
  /** Says which orders to erase were carried out here, where that is news and the speaker may say it. */
  sayErased(speaker: Speaker): Promise<void>;
  /** Signs the next receipt of one register, whatever the last one says; nothing where the speaker may not. */
  say(speaker: Speaker, what: Said): Promise<void>;
  /** Calls the listener after each receipt that was kept; returns how to stop that. */
  onChange(listener: (receipt: Receipt) => void): () => void;
}

/** What a receipt says, but for its site, signer and age. */
export type Said = Pick<Receipt, "space" | "says" | "at" | "positions">;

const PREFIX = "register/receipt/";

/** Loads what the store has; values that no longer decode are as if they were not there. */
export async function openReceipts(options: ReceiptsOptions): Promise<Receipts> {
  const known = new Map<string, Receipt>();
  for (const { value } of await options.store.list(PREFIX)) {
    const receipt = decodeReceipt(value);
    if (receipt !== null) known.set(registerName(receipt), receipt);
  }
  return new StoredReceipts(options, known);
}

class StoredReceipts implements Receipts {
  readonly #options: ReceiptsOptions;
  readonly #known: Map<string, Receipt>;
  /** One register is written by one at a time, from the look at what is there to the disk. */
  readonly #turns = createTurns();
  readonly #listeners = new Set<(receipt: Receipt) => void>();

  constructor(options: ReceiptsOptions, known: Map<string, Receipt>) {
    this.#options = options;
    this.#known = known;
  }

  of(space: SpaceId, says: Says): readonly Receipt[] {
    return this.all().filter((receipt) => receipt.space === space && receipt.says === says);
  }

  all(): readonly Receipt[] {
    return [...this.#known.values()].filter((receipt) => this.#counts(receipt));
  }

  async take(receipt: Receipt): Promise<boolean> {
    const { replica, signatures } = this.#options;
    const key = replica.membership().devices.get(receipt.device)?.keys.sign;
    if (key === undefined || !this.#isNewer(receipt)) return false;
    if (!(await verifyReceipt({ mesh: replica.mesh, receipt, key, signatures }))) return false;
    // Another session may have brought a newer one while this signature was checked.
    return this.#turns([registerName(receipt)], async () => {
      const isNewer = this.#isNewer(receipt);
      if (isNewer) await this.#keep(receipt);
      return isNewer;
    });
  }

  async issue(hub: Speaker): Promise<void> {
    for (const [space, positions] of positionsBySpace(this.#options.replica))
      await this.#sayNews(hub, { space, says: "held", at: 0, positions });
    await this.sayErased(hub);
  }

  async sayErased(speaker: Speaker): Promise<void> {
    const positions = this.#options.replica.carriedOut();
    if (positions.length > 0)
      await this.#sayNews(speaker, { space: CONTROL, says: "erased", at: 0, positions });
  }

  async #sayNews(speaker: Speaker, said: Said): Promise<void> {
    const before = this.#known.get(this.#registerOf(speaker, said) ?? "");
    const isSame = JSON.stringify(before?.positions) === JSON.stringify(said.positions);
    if (before?.device !== speaker.device || !isSame) await this.say(speaker, said);
  }

  async say({ device, secrets }: Speaker, said: Said): Promise<void> {
    const { replica, signatures } = this.#options;
    const site = replica.membership().devices.get(device)?.site;
    if (site === undefined || !maySay(replica.membership(), { site, device, says: said.says })) return;
    await this.#turns([registerName({ site, ...said })], async () => {
      const counter = this.#nextCounter({ site, ...said });
      if (counter === null) return;
      const body = { ...said, site, device, counter };
      const secret = secrets.sign.secret;
      await this.#keep(await signReceipt({ mesh: replica.mesh, body, secret, signatures }));
    });
  }

  onChange(listener: (receipt: Receipt) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #counts(receipt: Receipt): boolean {
    return maySay(this.#options.replica.membership(), receipt);
  }

  #registerOf({ device }: Speaker, { space, says }: Said): string | null {
    const site = this.#options.replica.membership().devices.get(device)?.site;
    return site === undefined ? null : registerName({ site, space, says });
  }

  /** Goes on from what was said before, also by who is out: it is what others still hold. Null: there is none. */
  #nextCounter(register: Register): number | null {
    const known = this.#known.get(registerName(register));
    if (known === undefined) return 0;
    if (known.counter < MAX_POSITION) return known.counter + 1;
    return this.#counts(known) ? null : 0;
  }

  #isNewer(receipt: Receipt): boolean {
    if (!this.#counts(receipt)) return false;
    const known = this.#known.get(registerName(receipt));
    return known === undefined || !this.#counts(known) || receipt.counter > known.counter;
  }

  async #keep(receipt: Receipt): Promise<void> {
    const name = registerName(receipt);
    await this.#options.store.put([{ key: PREFIX + name, value: encodeReceipt(receipt) }]);
    this.#known.set(name, receipt);
    for (const listener of this.#listeners) listener(receipt);
  }
}

function positionsBySpace(replica: Replica): ReadonlyMap<SpaceId, Receipt["positions"]> {
  const bySpace = new Map<SpaceId, { device: DeviceId; seq: number }[]>();
  for (const { log, high } of replica.holdings(({ space }) => space !== CONTROL)) {
    const positions = bySpace.get(log.space);
    if (positions === undefined) bySpace.set(log.space, [{ device: log.device, seq: high }]);
    else positions.push({ device: log.device, seq: high });
  }
  for (const positions of bySpace.values()) positions.sort((a, b) => (a.device < b.device ? -1 : 1));
  return bySpace;
}
