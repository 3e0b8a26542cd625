/** The door of the gazetteer. */
export type { Beginning } from "./begins-with.ts";
export { DEPARTMENTS } from "./departments.ts";
export { type Distance, distanceBetween, type Nearness } from "./distance-between.ts";
export { createGazetteer, type Gazetteer } from "./gazetteer.ts";
export type { Location, WrittenPlace } from "./location.ts";
export type { Place, PlaceData } from "./place.ts";
