/**
 * A seal: its author's signature over one position of a log, which through the hash chain covers
 * everything before it (docs/protocol.md, "Seals"). Seals stand at every 64th entry and at the tip;
 * one signature check covers a run, never one per record.
 */
import type { Hash, Signature, Signatures, SignPublicKey, SignSecretKey } from "#crypto";
import { Writer } from "../codec.ts";
import { idBytes, type MeshId } from "../ids.ts";
import { encodeLog, type LogRef } from "./log-ref.ts";

/** Position, id of the entry there, and the author's signature over both. */
export interface Seal {
  readonly seq: number;
  readonly id: Hash;
  readonly signature: Signature;
}

export const SEAL_EVERY = 64;
const DOMAIN = "vereda/seal-log/1";

/** Where a log keeps a seal for good, whatever comes after. */
export const isLastingSeal = (seq: number): boolean => (seq + 1) % SEAL_EVERY === 0;

/** The positions at which a run from `first` to `last` carries seals: each 64th, and its end. */
export function sealPositions(first: number, last: number): number[] {
  const positions: number[] = [];
  const start = first + SEAL_EVERY - 1 - (first % SEAL_EVERY);
  for (let seq = start; seq < last; seq += SEAL_EVERY) positions.push(seq);
  positions.push(last);
  return positions;
}

/** A position of a log in a mesh: what a seal signs. */
export interface Position {
  readonly mesh: MeshId;
  readonly log: LogRef;
  readonly seq: number;
  readonly id: Hash;
}

const sealMessage = ({ mesh, log, seq, id }: Position): Uint8Array =>
  new Writer().raw(idBytes(mesh)).raw(encodeLog(log)).varint(seq).raw(id).finish();

/** Signs a position as its author. */
export async function signSeal(
  signatures: Signatures,
  secret: SignSecretKey,
  position: Position,
): Promise<Seal> {
  const signature = await signatures.sign(secret, DOMAIN, sealMessage(position));
  return { seq: position.seq, id: position.id, signature };
}

/** Whether a seal is its author's, in this mesh and this log. */
export function verifySeal(
  signatures: Signatures,
  key: SignPublicKey,
  sealed: { readonly mesh: MeshId; readonly log: LogRef; readonly seal: Seal },
): Promise<boolean> {
  const { mesh, log, seal } = sealed;
  return signatures.verify(
    key,
    DOMAIN,
    sealMessage({ mesh, log, seq: seal.seq, id: seal.id }),
    seal.signature,
  );
}
