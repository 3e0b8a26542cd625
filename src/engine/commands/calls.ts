/** Calls home of the guests of the house. */
import { EngineError, type RecordId } from "../api/index.ts";
import type { House } from "../house/house.ts";
import { isOnRecord } from "../records/catalog.ts";
import { checkMayWrite, newRecord, writeNew } from "./write-records.ts";

/** `add call`, `call`: of now unless it is told. Throws `no-such-record` for who is no guest of the house. */
export async function addCall(house: House, input: unknown): Promise<{ id: RecordId }> {
  checkMayWrite(house, "call");
  const given: object = typeof input === "object" && input !== null ? input : {};
  const at = new Date(house.deps.clock.now()).toISOString();
  const call = newRecord(house, "call", { at, ...given });
  const guest = house.catalog.get(call.fields["guest"] as RecordId);
  if (!isOnRecord(guest)) throw new EngineError({ code: "no-such-record" });
  await writeNew(house, [call]);
  await house.settle();
  return { id: call.id };
}
