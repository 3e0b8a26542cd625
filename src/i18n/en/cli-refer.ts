/** English: the commands `refer` and `referrals`. */
import type { cliRefer as es } from "../es/cli-refer.ts";

export const cliRefer: typeof es = {
  command:
    "Asks another house to receive one or more people, without saying their names; with --step, writes down what became of it",
  list: "Shows what other houses ask and what this one asked, overdue first",
  ids: "people received in the house; with --step, the referral",
  to: "house that is asked (see members)",
  need: "what is needed: shelter, health, psychosocial, legal, protection, material, family, other",
  urgency: "by when: 24h, 72h, 2w",
  note: "what else they have to know, without names and telephones",
  step: "what happened: receive, accept, decline, arrived, not-arrived, attended, close, cancel",
  reason: "why, or what was done; the other house reads it",
  guest: "only those of this person",
  needsAll: "To ask takes --to, --need and --urgency; to write down what happened, --step with one referral",
};
