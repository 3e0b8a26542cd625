/**
 * A receipt: what a site's hub says that it holds of one space (docs/protocol.md, "Receipts"). Not
 * an entry: one register per site and space, overwritten, the highest counter wins. It makes the
 * words "saved at Albergue X" possible; it is a statement of that hub, not a proof.
 */
import type { Signature, Signatures, SignPublicKey, SignSecretKey } from "#crypto";
import { toText } from "#crypto";
import { Reader, Writer } from "../codec.ts";
import { DEVICE_ID_BYTES, idBytes, SITE_ID_BYTES, type DeviceId, type MeshId, type SiteId } from "../ids.ts";
import { decodeSpace, encodeSpace, SPACE_BYTES, type SpaceId } from "../space.ts";

/** How far the hub holds one device's log in the receipt's space. */
export interface ReceiptPosition {
  readonly device: DeviceId;
  readonly seq: number;
}

export interface ReceiptBody {
  readonly site: SiteId;
  readonly space: SpaceId;
  /** The hub that signs. */
  readonly hub: DeviceId;
  /** Grows with each new receipt of this hub for this space. */
  readonly counter: number;
  /** Sorted by device. */
  readonly positions: readonly ReceiptPosition[];
}

export interface Receipt extends ReceiptBody {
  readonly signature: Signature;
}

const DOMAIN = "vereda/receipt/1";
const SIGNATURE_BYTES = 64;
/** More logs in one space than any mesh has; `MAX_RECEIPT_BYTES` allows for them. */
const MAX_RECEIPT_POSITIONS = 4096;

function writeBody(writer: Writer, body: ReceiptBody): Writer {
  writer.raw(idBytes(body.site)).raw(encodeSpace(body.space)).raw(idBytes(body.hub)).varint(body.counter);
  return writer.list(body.positions, ({ device, seq }, out) => out.raw(idBytes(device)).varint(seq));
}

const signedBytes = (mesh: MeshId, body: ReceiptBody): Uint8Array =>
  writeBody(new Writer().raw(idBytes(mesh)), body).finish();

export const encodeReceipt = (receipt: Receipt): Uint8Array =>
  writeBody(new Writer(), receipt).raw(receipt.signature).finish();

/** Null unless the bytes are exactly what {@link encodeReceipt} writes. */
export function decodeReceipt(bytes: Uint8Array): Receipt | null {
  const reader = new Reader(bytes);
  const site = toText(reader.raw(SITE_ID_BYTES)) as SiteId;
  const space = decodeSpace(reader.raw(SPACE_BYTES));
  const hub = toText(reader.raw(DEVICE_ID_BYTES)) as DeviceId;
  const counter = reader.varint();
  const positions = reader.list(MAX_RECEIPT_POSITIONS, (inner) => ({
    device: toText(inner.raw(DEVICE_ID_BYTES)) as DeviceId,
    seq: inner.varint(),
  }));
  const signature = reader.raw(SIGNATURE_BYTES) as Signature;
  const sorted = positions.every(({ device }, at) => at === 0 || (positions[at - 1]?.device ?? "") < device);
  if (!reader.finish() || space === null || !sorted) return null;
  return { site, space, hub, counter, positions, signature };
}

export interface SignReceipt {
  readonly mesh: MeshId;
  readonly body: ReceiptBody;
  readonly secret: SignSecretKey;
  readonly signatures: Signatures;
}

export async function signReceipt({ mesh, body, secret, signatures }: SignReceipt): Promise<Receipt> {
  return { ...body, signature: await signatures.sign(secret, DOMAIN, signedBytes(mesh, body)) };
}

export interface VerifyReceipt {
  readonly mesh: MeshId;
  readonly receipt: Receipt;
  readonly key: SignPublicKey;
  readonly signatures: Signatures;
}

export const verifyReceipt = ({ mesh, receipt, key, signatures }: VerifyReceipt): Promise<boolean> =>
  signatures.verify(key, DOMAIN, signedBytes(mesh, receipt), receipt.signature);
