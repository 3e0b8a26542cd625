/**
 * A report card: what every shelter of the mesh may know of a person who is sought. Lives in
 * `network`. Says nothing of who seeks, holds no telephone and no free text; which site issued it
 * is known from the log that carries it. Withdrawn, it is empty and gives no reason.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, line, objectProblem, value } from "./field-types.ts";
import { hasName, personEntries } from "./person-fields.ts";
import { lastContact } from "./report.ts";

const CARD_STATUSES = ["open", "withdrawn"] as const;

export const cardSchema = v.pipe(
  v.strictObject(
    {
      ...personEntries,
      lastContact: v.exactOptional(lastContact),
      status: v.optional(choice(CARD_STATUSES), "open"),
      /** What only the person can answer. */
      question: v.exactOptional(line),
      expiresAt: v.exactOptional(value(readMoment)),
    },
    objectProblem,
  ),
  v.check((card) => card.status === "withdrawn" || hasName(card), "needs-name"),
);

export type Card = v.InferOutput<typeof cardSchema>;
