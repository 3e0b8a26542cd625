/**
 * A receipt: what a site says of one space (docs/protocol.md, "Receipts"): its hub, that it holds it; its staff, that
 * they compared what stands in it. Not an entry: one register per site, space and word, overwritten, the highest
 * counter wins. It makes the words "saved at Albergue X" and "compared on Tuesday" possible; it is a statement of that
 * device, not a proof.
 */
import type { Signature, Signatures, SignPublicKey, SignSecretKey } from "#crypto";
import { toText } from "#crypto";
import { Reader, Writer } from "../codec.ts";
import { DEVICE_ID_BYTES, idBytes, type DeviceId, type MeshId } from "../ids.ts";
import { CONTROL, NETWORK } from "../space.ts";
import { readRegister, type Register, writeRegister } from "../register.ts";

/** How far a receipt reaches in one device's log of its space. */
export interface ReceiptPosition {
  readonly device: DeviceId;
  readonly seq: number;
}

export interface ReceiptBody extends Register {
  /** Who signs: a hub, or for `compared` one of the staff. */
  readonly device: DeviceId;
  /** Grows with each new receipt of the register. */
  readonly counter: number;
  /** The hour in which it was compared, in whole hours since 1970 by the signer's clock; 0 of what is held. */
  readonly at: number;
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
/** As many as fit into four bytes: the year is far beyond any clock's. */
const MAX_HOUR = 0xffff_ffff;
function writeBody(writer: Writer, body: ReceiptBody): Writer {
  writeRegister(writer, body).raw(idBytes(body.device)).varint(body.counter).varint(body.at);
  return writer.list(body.positions, ({ device, seq }, out) => out.raw(idBytes(device)).varint(seq));
}

const signedBytes = (mesh: MeshId, body: ReceiptBody): Uint8Array =>
  writeBody(new Writer().raw(idBytes(mesh)), body).finish();

export const encodeReceipt = (receipt: Receipt): Uint8Array =>
  writeBody(new Writer(), receipt).raw(receipt.signature).finish();

/** Only what is compared is of an hour; cards are in `network`, orders to erase in `control`. */
const isPlaced = ({ space, says, at }: ReceiptBody): boolean =>
  says === "compared" ? space === NETWORK : at === 0 && (says === "held" || space === CONTROL);

const isSound = (body: ReceiptBody): boolean => isPlaced(body) && isSorted(body);

const isSorted = ({ positions }: ReceiptBody): boolean =>
  positions.every(({ device }, place) => place === 0 || (positions[place - 1]?.device ?? "") < device);

/** Null unless the bytes are exactly what {@link encodeReceipt} writes. */
export function decodeReceipt(bytes: Uint8Array): Receipt | null {
  const reader = new Reader(bytes);
  const register = readRegister(reader);
  const device = toText(reader.raw(DEVICE_ID_BYTES)) as DeviceId;
  const counter = reader.varint();
  const at = reader.varint(MAX_HOUR);
  const positions = reader.list(MAX_RECEIPT_POSITIONS, (inner) => ({
    device: toText(inner.raw(DEVICE_ID_BYTES)) as DeviceId,
    seq: inner.varint(),
  }));
  const signature = reader.raw(SIGNATURE_BYTES) as Signature;
  const receipt = { ...register, device, counter, at, positions, signature };
  return reader.finish() && isSound(receipt) ? receipt : null;
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
