/** Whole records of what is shared with whom, to be mutated. `record`: the id of any site. */
import type { KindName } from "#model";
import type { PlainMap } from "../../../src/engine/documents/plain.ts";

type SharingKind = Extract<KindName, "sharing-agreement" | "sharing-rules">;

export const sharingSeeds = (record: string): Readonly<Record<SharingKind, readonly PlainMap[]>> => ({
  "sharing-agreement": [
    { with: record, country: "GT" },
    { with: record, allows: ["answer", "referral"], until: "2027-03-04", country: "Honduras" },
    { with: record, allows: ["nothing"] },
  ],
  "sharing-rules": [
    { onlyAgreed: "sí", closedCountries: ["US", "Estados Unidos"] },
    { onlyAgreed: false, closedCountries: [] },
  ],
});
