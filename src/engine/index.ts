/** The door of the engine: its contract, and how to open one. */
export * from "./api/index.ts";
export { openEngine } from "./engine.ts";
