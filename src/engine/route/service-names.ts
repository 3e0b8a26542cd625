/** What the services of the directory are called, where only that is needed, and nobody has to be allowed to read it. */
import type { RecordId } from "../api/record-id.ts";
import type { House } from "../house/house.ts";
import { issuedOf } from "./reading.ts";

/** As the house that noted each one calls it; empty for who does not read the directory. */
export const serviceNames = (house: House): ReadonlyMap<RecordId, string> =>
  new Map(
    issuedOf(house, "service").map(({ id, fields: { name } }) => [id, typeof name === "string" ? name : ""]),
  );
