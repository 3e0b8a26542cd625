/**
 * A person of the house: the name behind a device, told to their own site only. Lives in `desk`;
 * control operations, which every hub reads, name devices and never people.
 */
import * as v from "valibot";
import { id, line, objectProblem } from "./field-types.ts";

export const personOfTheHouseSchema = v.strictObject({ device: id, name: line }, objectProblem);
