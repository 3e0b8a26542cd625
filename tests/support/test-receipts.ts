/** Receipts of a test mesh: a replica that heard all of its control, and words that any device signs, true or not. */
import type { SiteId } from "../../sync/ids.ts";
import { type Receipt, type ReceiptBody, signReceipt } from "../../sync/receipts/receipt.ts";
import { openReceipts, type Receipts } from "../../sync/receipts/receipts.ts";
import { openReplica, type Replica } from "../../sync/replica.ts";
import { NETWORK } from "../../sync/space.ts";
import { createMemoryDisk, type MemoryDisk, memoryStore } from "../../sync/store/memory-store.ts";
import { signatures, type TestDevice, type TestMesh } from "./test-mesh.ts";

export interface Keeper {
  readonly disk: MemoryDisk;
  readonly replica: Replica;
  readonly receipts: Receipts;
  /** Hears what was written in control since. */
  catchUp(): Promise<void>;
}

export async function keeperOf(mesh: TestMesh, disk = createMemoryDisk()): Promise<Keeper> {
  const store = memoryStore(disk);
  const replica = await openReplica({ store, mesh: mesh.mesh, meshKey: mesh.meshKey, signatures });
  const catchUp = async (): Promise<void> => {
    for (const run of mesh.control) await replica.receive(run);
  };
  await catchUp();
  return { disk, replica, receipts: await openReceipts({ store, replica, signatures }), catchUp };
}

/** Whose site a device is of, as the keeper knows. */
export function siteOf({ replica }: Keeper, { id }: TestDevice): SiteId {
  const site = replica.membership().devices.get(id)?.site;
  if (site === undefined) throw new Error("no member");
  return site;
}

/** What a device signs: unless told otherwise, that its house has compared three cards. */
export function signed(
  mesh: TestMesh,
  signer: TestDevice,
  body: Partial<ReceiptBody> & { readonly site: SiteId },
): Promise<Receipt> {
  const usual = { space: NETWORK, says: "compared", counter: 7, at: 490_000 } as const;
  return signReceipt({
    mesh: mesh.mesh,
    body: { ...usual, device: signer.id, positions: [{ device: mesh.founder.id, seq: 2 }], ...body },
    secret: signer.secrets.sign.secret,
    signatures,
  });
}
