/** English: referrals that are prepared and not sent. */
import type { Texts } from "../es/index.ts";

export const referralDrafts: Texts["referralDrafts"] = {
  keep: "Keep without sending",
  keepHint: "It stays in this house: whoever is on duty next finishes it.",
  kept: "Kept, not sent. This house's staff sees it, and nobody else.",
  here: "Prepared and not sent",
  hereText: (moment) => `The staff kept it: ${moment}. Look it over and send it, or throw it away.`,
  drop: "Throw away what is prepared",
  dropped: "What was prepared is thrown away.",
  title: "Not sent",
  toNobody: "nobody is chosen yet",
  none: "No referral waits to be sent.",
  noTo: "Whom it goes to is not chosen: keep it again with --to.",
  command: "Referrals that are prepared and not sent: one for each person, seen by the whole house",
  commandKeep: "Keeps one without sending it, in the place of what was there",
  commandList: "Shows those that are not sent",
  commandSend: "Sends that of a person, by the rules of refer",
  commandDrop: "Throws that of a person away",
  commandGuests: "person it is about, and who goes too",
  commandGuest: "person it is about",
};
