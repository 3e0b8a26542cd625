/**
 * The one door by which bytes become an operation that the reducer takes (docs/protocol.md,
 * "Operations"). Decodes, and checks the signatures that an operation may hold inside: those
 * on a request, those by recovery words, and the seals of cuts. Done once, when an entry arrives: callers keep the result.
 */
import type { Signatures } from "#crypto";
import type { MeshId } from "../ids.ts";
import { type Ending, verifyEnding } from "./cut.ts";
import { verifyEnrolment } from "./enrol.ts";
import { verifyRequest } from "./join-request.ts";
import { decodeOperation } from "./operation-codec.ts";
import type { AdmittedOperation, Operation, UnknownOperation } from "./operations.ts";

export interface AdmissionKeys {
  readonly mesh: MeshId;
  readonly signatures: Signatures;
}

/** Reads the plaintext of a control entry. Never throws on bytes; faults become `invalid`. */
export async function admitOperation(bytes: Uint8Array, keys: AdmissionKeys): Promise<AdmittedOperation> {
  const operation = decodeOperation(bytes);
  if (operation === null) return { kind: "invalid" };
  if (operation.kind === "request") {
    const request = await verifyRequest(operation.request, keys.signatures);
    return request === null ? { kind: "invalid" } : { ...operation, request };
  }
  if (operation.kind === "enrol" && !(await verifyEnrolment(operation, keys))) return { kind: "invalid" };
  for (const ending of endingsIn(operation)) {
    if (!(await verifyEnding(ending, keys))) return { kind: "invalid" };
  }
  return operation;
}

/** The seals that an operation repeats, with the device that must have made them. */
function endingsIn(operation: Operation | UnknownOperation): readonly Ending[] {
  if (operation.kind === "revoke" || operation.kind === "role") return [operation.ending];
  if (operation.kind === "raise-cut") return [{ device: operation.device, cuts: [operation.cut] }];
  return operation.kind === "remove-site" ? operation.endings : [];
}
