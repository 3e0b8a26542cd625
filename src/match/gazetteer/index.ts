/** The door of the gazetteer. */
export { DEPARTMENTS } from "./departments.ts";
export { type Distance, distanceBetween, type Nearness } from "./distance-between.ts";
export { createGazetteer, type Gazetteer } from "./gazetteer.ts";
export { loadGazetteer } from "./load.ts";
export type { Location, WrittenPlace } from "./location.ts";
export type { Place } from "./place.ts";
