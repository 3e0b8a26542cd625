/** Paths of the pages, after the `#`. */
import type { RecordId } from "#engine";
import type { Care } from "#model";

export const paths = {
  arrivals: "/llegadas",
  rollCall: "/lista",
  paperList: "/lista-en-papel",
  handOut: "/entregas",
  search: "/buscar",
  reports: "/busquedas",
  report: "/reportar",
  door: "/preguntan",
  paste: "/pegar",
  record: "/registro",
  referrals: "/canalizaciones",
  card: "/tarjeta",
  newCard: "/tarjeta-nueva",
  board: "/red/tablero",
  directory: "/red/directorio",
  sharing: "/red/acuerdos",
  mesh: "/red",
  settings: "/ajustes",
  protectedPeople: "/protegidas",
  visits: "/visitas",
  audit: "/ajustes/bitacora",
} as const;

export const recordPath = (id: RecordId): string => `${paths.record}/${id}`;
/** A guest's own copy of what is held about them. */
export const copyPath = (id: RecordId): string => `${recordPath(id)}/copia`;
/** A poster of a report. */
export const posterPath = (id: RecordId): string => `${recordPath(id)}/cartel`;
export const referralPath = (id: RecordId): string => `${paths.referrals}/${id}`;
/** The paper of a referral to an institution. */
export const slipPath = (id: RecordId): string => `${referralPath(id)}/papel`;
export const reportStepPath = (step: number): string => `${paths.report}/${String(step)}`;
/** The directory, of who helps with this. */
export const helpPath = (need: Care): string => `${paths.directory}/${need}`;
