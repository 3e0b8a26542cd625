/** The audit, as far as it needs no key: what is noted, its days and its alarms. */
export {
  type AuditAct,
  type MadeRecord,
  type NotedAct,
  QUESTIONS,
  TAKEN_OUT,
  type TakenOut,
} from "./acts.ts";
export { type AuditAlarm, auditAlarms } from "./alarms.ts";
export { type CardAlarm, cardAlarms } from "./card-alarms.ts";
export { type AuditDay, auditDays } from "./days.ts";
