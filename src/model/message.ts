/**
 * A message from one site to another. Lives in `pair`: only the two sites open it. Who wrote it is
 * known from the log that carries it.
 */
import * as v from "valibot";
import { id, objectProblem, text } from "./field-types.ts";

export const messageSchema = v.strictObject({ to: id, text }, objectProblem);
