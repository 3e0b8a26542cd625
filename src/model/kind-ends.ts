/**
 * How records end, kind by kind: nothing that says something of a person is kept without an end or somebody who looks at
 * it again. What ends by itself has its own rules: report-end.ts, trace.ts, capsule.ts, route-notice.ts.
 */
import type { KindName } from "./kinds.ts";

/**
 * `itself`: devices end it when its time has passed. `with`: it goes with the record that it is about. `review`: somebody
 * looks at it. `nobody`: no field of it is about anybody on the move or who seeks them.
 */
export type Ends = "itself" | "with" | "review" | "nobody";

/** As a table of all kinds, so that a new one does not compile until it says how it ends. */
export const ENDS: Readonly<Record<KindName, readonly Ends[]>> = {
  report: ["review"],
  card: ["with"],
  photo: ["with"],
  guest: ["itself", "review"],
  arrival: ["with"],
  departure: ["with"],
  call: ["with"],
  consent: ["with"],
  need: ["with"],
  attention: ["with"],
  "waiting-message": ["with"],
  "waiting-text": ["with"],
  "never-tell": ["with"],
  "vital-interest": ["with"],
  "same-person": ["with"],
  "found-card": ["with"],
  "capsule-guest": ["with"],
  capsule: ["itself"],
  match: ["with"],
  answer: ["with"],
  news: ["with"],
  "news-call": ["with"],
  "referral-guest": ["with"],
  "referral-extract": ["with"],
  "referral-draft": ["with"],
  message: ["review"],
  "night-message": ["review"],
  "visit-of-authority": ["review"],
  "protected-guest": ["review"],
  "protected-step": ["with"],
  "protected-release": ["with"],
  "protected-match": ["with"],
  trace: ["itself"],
  "trace-opening": ["with"],
  "trace-rules": ["nobody"],
  notice: ["itself"],
  "service-referral": ["nobody"],
  "service-step": ["nobody"],
  referral: ["nobody"],
  "referral-step": ["nobody"],
  "case-follow": ["nobody"],
  "reserved-bed": ["nobody"],
  "roll-call": ["nobody"],
  person: ["nobody"],
  erasure: ["nobody"],
  service: ["nobody"],
  "service-word": ["nobody"],
  board: ["nobody"],
  "sharing-agreement": ["nobody"],
  "sharing-rules": ["nobody"],
  "month-count": ["nobody"],
  review: ["with"],
  "protected-review": ["with"],
};
