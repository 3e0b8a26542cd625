/** The id of a guest's trace, so that devices of a house that shrink apart write one record. */
import type { RecordId } from "../api/index.ts";
import { idFrom } from "../records/id-from.ts";

export function traceIdOf(guest: RecordId): RecordId {
  const id = idFrom("vereda/trace/1", guest);
  if (id === null) throw new TypeError("not a record id");
  return id;
}
