/** English: which house follows a case that is referred. */
import type { Texts } from "../es/index.ts";

export const follow: Texts["follow"] = {
  title: "Who follows the case",
  ask: "Ask that house to follow the case once it accepts",
  askHint: "Until it says yes, this house follows it.",
  by: (site, since) =>
    since === null ? `The case is followed by ${site}` : `The case is followed by ${site}, since ${since}`,
  sinceClock: "by the clock of that house",
  waiting:
    "The other house was asked to follow it and has not answered. Until then the house that refers does.",
  asked: "The house that refers asks this one to follow the case. Until it says yes, the other one does.",
  withSender: "The house that refers follows it.",
  answeredLeave:
    "The house that receives said that it does not follow it, or gave it back. The one that refers does.",
  says: { take: "Follow the case", leave: "Not follow it", keep: "Follow it ourselves" },
  giveBack: "Give the case back",
  guest: (site, since) =>
    since === null ? `This case is followed by ${site}` : `This case is followed by ${site} since ${since}`,
  guestText: "Whatever is open about this person (asking them, deadlines), settle it with that house.",
  see: "See the referral",
  saved: "Noted.",
};
