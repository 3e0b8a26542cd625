/**
 * The one door by which bytes become an operation that the reducer takes (docs/protocol.md,
 * "Operations"). Decodes, and checks the signatures that an operation may hold inside: those
 * on a request. Done once, when an entry arrives: callers keep the result.
 */
import type { Signatures } from "#crypto";
import { verifyRequest } from "./join-request.ts";
import { decodeOperation } from "./operation-codec.ts";
import type { AdmittedOperation } from "./operations.ts";

/** Reads the plaintext of a control entry. Never throws on bytes; faults become `invalid`. */
export async function admitOperation(bytes: Uint8Array, signatures: Signatures): Promise<AdmittedOperation> {
  const operation = decodeOperation(bytes);
  if (operation === null) return { kind: "invalid" };
  if (operation.kind !== "request") return operation;
  const request = await verifyRequest(operation.request, signatures);
  return request === null ? { kind: "invalid" } : { ...operation, request };
}
