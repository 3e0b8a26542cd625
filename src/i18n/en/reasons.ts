/** English: why two people may be the same, and why a search was not made. */
import type { Texts } from "../es/index.ts";

export const reasons: Texts["reasons"] = {};
export const refusals: Texts["refusals"] = {};
