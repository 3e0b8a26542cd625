/** Whole records of the directory, the board and the notices, to be mutated. `record`: the id of any record. */
import type { KindName } from "#model";
import type { PlainMap } from "../../../src/engine/documents/plain.ts";

type RouteKind = Extract<KindName, "service" | "service-word" | "board" | "notice">;

export const routeSeeds = (record: string): Readonly<Record<RouteKind, readonly PlainMap[]>> => ({
  service: [
    { name: "Consultorio San José", type: "health", offers: ["medical"], confirmedOn: "2026-03-04" },
    {
      ...{ name: "Casa del Camino", type: "shelter", offers: "night; food", status: "closed" },
      ...{ place: "Ixtepec", address: "Calle 5", hours: "8:00 a 14:00", languages: "español; mam" },
      ...{ accepts: ["men", "minors alone"], phone: "555 0142", entry: "sin cita", note: "con rampa" },
      confirmedOn: "4 de marzo de 2026",
    },
  ],
  "service-word": [
    { service: record, confirmedOn: "2026-03-04" },
    { service: record, confirmedOn: "2026-03-04", status: "closed", phone: "555 0143", accepts: "women" },
  ],
  board: [
    { place: "Ixtepec", beds: { any: { free: 12, at: "2026-03-04T18:00:00Z" } } },
    {
      needs: { medicines: { at: "2026-03-04T18:00:00Z", note: "suero", urgent: true } },
      alerts: { full: { at: "2026-03-04T18:00:00Z" }, x: { at: "2026-03-04T18:00:00Z", note: "otra" } },
    },
  ],
  notice: [
    {
      ...{ kind: "danger", text: "No pase de noche.", at: "2026-03-04T18:00:00Z", validUntil: "2026-03-07" },
      place: "La Ventosa",
    },
    {
      ...{ kind: "road closed", text: "Hasta el 7/3/2026.", at: "2026-03-04T18:00:00Z" },
      ...{ validUntil: "7/3/2026", ended: "sí" },
    },
  ],
});
