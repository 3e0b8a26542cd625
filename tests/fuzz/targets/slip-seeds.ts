/** Whole records of referrals to institutions, to be mutated. `record`: the id of any record. */
import type { KindName } from "#model";
import type { PlainMap } from "../../../src/engine/documents/plain.ts";

type SlipKind = Extract<KindName, "service-referral" | "service-step" | "case-follow" | "referral-draft">;

export const slipSeeds = (record: string): Readonly<Record<SlipKind, readonly PlainMap[]>> => ({
  "service-referral": [
    {
      ...{
        service: record,
        serviceName: "Clínica San José",
        code: "00000000",
        need: "health",
        urgency: "72h",
      },
      ...{ people: 2, note: "No puede subir escaleras.", told: ["name", "age"], at: "2026-11-21T18:30:00Z" },
    },
    {
      ...{ service: record, serviceName: "Defensoría", code: "0000-0000", need: "legal", urgency: "2w" },
      ...{ people: 1, unnamed: true, at: "2026-11-21T18:30:00Z" },
    },
  ],
  "referral-draft": [
    {
      guest: record,
      site: record,
      need: "health",
      urgency: "24h",
      note: "Falta preguntarle.",
      handOver: true,
    },
    { guest: record, companions: [record], service: record, need: "legal", urgency: "2w", unnamed: true },
    { guest: record },
  ],
  "case-follow": [
    { to: record, salt: record, referral: record, says: "take", at: "2026-11-22T10:00:00Z" },
    { to: record, salt: record, referral: record, says: "leave", at: "2026-11-22T11:00:00Z", seen: [record] },
  ],
  "service-step": [
    { referral: record, step: "attended", heard: "slip", reason: "Consulta", at: "2026-11-22T10:00:00Z" },
    { referral: record, step: "close", at: "2026-11-22T10:00:00Z", seen: [record] },
  ],
});
