/** The door of the engine: its contract, and how to open one. */
export type { QuarantineView, ReadableRecord, Revoked } from "./membership-api.ts";
export * from "./api.ts";
export { openEngine } from "./engine.ts";
