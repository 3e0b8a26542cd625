/** Paths of the pages, after the `#`. */
import type { RecordId } from "#engine";

export const paths = {
  arrivals: "/llegadas",
  rollCall: "/lista",
  search: "/buscar",
  reports: "/busquedas",
  report: "/reportar",
  record: "/registro",
  referrals: "/canalizaciones",
  mesh: "/red",
  settings: "/ajustes",
  audit: "/ajustes/bitacora",
} as const;

export const recordPath = (id: RecordId): string => `${paths.record}/${id}`;
export const referralPath = (id: RecordId): string => `${paths.referrals}/${id}`;
export const reportStepPath = (step: number): string => `${paths.report}/${String(step)}`;
