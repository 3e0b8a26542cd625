/**
 * What a device carries of `protected` and cannot read: posts of colleagues on their way. It is counted nowhere where
 * people look: a number that grew would tell of somebody (docs/decisions/0029-protected.md).
 */
import { type Holding, parseSpace } from "#sync";
import type { House } from "../house/house.ts";
import { holdsProtection } from "./holders.ts";

export const untoldHoldings = (house: House): readonly Holding[] =>
  holdsProtection(house)
    ? []
    : house.replica.holdings(({ space }) => parseSpace(space)?.kind === "protected");

export const untoldEntries = (house: House): number =>
  untoldHoldings(house).reduce((sum, { low, high }) => sum + high - low + 1, 0);

/** They are all of the own house's devices: no other one's `protected` comes here. */
export const untoldBytes = (house: House): number =>
  untoldHoldings(house).reduce((sum, { bytes }) => sum + bytes, 0);
