/** What a person would take along who leaves a computer for good. */
import { EngineError } from "../api/index.ts";
import type { House } from "../house/house.ts";
import { isOnlyProtection } from "./mesh-members.ts";
import { statusOf } from "./network.ts";

/** Throws `unsent` while records are on this computer alone, `only-protection` for the last keys of what is protected. */
export function checkNothingLost(house: House): void {
  const { onlyHere } = statusOf(house);
  if (onlyHere > 0) throw new EngineError({ code: "unsent", records: onlyHere });
  const member = house.replica.membership().devices.get(house.device);
  if (member !== undefined && isOnlyProtection(house, member)) {
    throw new EngineError({ code: "only-protection" });
  }
}
