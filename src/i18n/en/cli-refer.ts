/** English: the commands `refer` and `referrals`. */
import type { cliRefer as es } from "../es/cli-refer.ts";

export const cliRefer: typeof es = {
  command:
    "Asks another house to receive one or more people, without saying their names, or makes the paper for an institution of the directory; with --step, writes down what became of it",
  list: "Shows what other houses ask and what this one asked, overdue first",
  ids: "people received in the house; with --step, the referral",
  to: "house that is asked (see members), or institution of the directory (see directory)",
  need: "what is needed: shelter, health, psychosocial, legal, protection, material, family, other",
  urgency: "by when: 24h, 72h, 2w",
  note: "what else they have to know, without names and telephones",
  step: "what happened: receive, accept, decline, arrived, not-arrived, attended, close, cancel",
  reason: "why, or what was done; the other house reads it",
  guest: "only those of this person",
  unnamed: "the paper says no names, only the code",
  by: "how what an institution says was heard: slip (the paper) or phone",
  handOver: "asks the house to follow the case once it accepts",
  follow: "Says who follows the case of a referral between houses",
  followWhich: "referral",
  followSays:
    "take (this house follows it), leave (it does not, or gives it back), keep (the one that refers follows it)",
  slip: "Prints the three parts of the paper of a referral to an institution",
  slipWhich: "code of the paper, or the referral",
  slipAnswer: "Writes down what an institution answered, by the code of its paper",
  slipCode: "code of the paper",
  answer: "what they answered: receive, accept, decline, arrived, not-arrived, attended",
  answerReason: "why, or what was done",
  needsAll:
    "To ask takes --to (a house or an institution), --need and --urgency; to write down what happened, --step with one referral, and --by if an institution said it",
};
