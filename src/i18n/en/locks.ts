/** English: the lock, who opens it, the passphrase, the PIN of a shift, and the way out at once. */
import { counter } from "../formats.ts";

const count = counter("en");

export const locks = {
  badges: {
    star: "star",
    moon: "moon",
    sun: "sun",
    leaf: "leaf",
    flower: "flower",
    tree: "tree",
    fish: "fish",
    bird: "bird",
    mountain: "mountain",
    bell: "bell",
    boat: "boat",
    umbrella: "umbrella",
  },
  whose: "Which badge is yours?",
  needBadge: "Choose your badge",
  wait: (seconds: number): string =>
    count(seconds, { one: "You can try again in # second.", other: "You can try again in # seconds." }),
  waitWhy:
    "Several passphrases were typed that do not match. The wait grows each time, up to five minutes. The right one sets it back to zero.",
  waitOver: "You can try again now.",
  pin: "PIN of this shift",
  pinTries: (n: number): string => count(n, { one: "# try left.", other: "# tries left." }),
  needPin: "Type the six digits of your PIN",
  usePassphrase: "Open with the passphrase",
  usePin: "Open with the PIN",
  another: "Is another person going to work here?",
  anotherText:
    "Ask whoever coordinates for an invitation. On this computer that person will have a badge and a passphrase of their own; what each one has stays closed to the others.",

  title: "Lock",
  change: "Change the passphrase",
  changeText:
    "It changes on this computer only, and for you only. A copy of the disk made before still opens with the previous one.",
  current: "Present passphrase",
  next: "New passphrase",
  changing: "Changing…",
  changed: "The passphrase has changed. From now on only the new one opens.",
  pinTitle: "PIN until the end of the shift",
  pinText:
    "Six digits to open again quickly. It stops working after the hours you choose, after five failed tries, after “Leave now”, or when the page is loaded again; then only the passphrase opens.",
  pinNew: "PIN of six digits",
  pinHours: "How many hours?",
  hours: (n: number): string => count(n, { one: "# hour", other: "# hours" }),
  pinSet: "Set the PIN",
  pinSetting: "Setting…",
  pinOn: (until: string): string => `The PIN opens this computer until: ${until}.`,
  pinEnd: "Remove the PIN",
  pinEnded: "The PIN no longer opens.",
  badgeTitle: "Your badge on the locked screen",
  badgeText:
    "By it each person finds their lock without the screen saying names. Choose one that you will remember.",
  leaveTitle: "Stop working on this computer",
  leaveText:
    "Destroys your keys on this computer, your badge and what you left half typed. Your passphrase opens nothing here any more. What belongs to others stays as it is.",
  leaveLast:
    "If nobody else works on this computer, all that is kept on it is erased too. The network goes on counting it until a coordinator takes it out: ask for that.",
  leave: "Remove my keys from this computer",
  leaveDespite: "Remove them all the same",
  leaveSure: "I understand what is lost",
  leaveNeedSure: "Tick that you understand what is lost, or wait",
  leaving: "Destroying the keys…",
  left: "Your keys are no longer on this computer.",
  away: "Lock when the page is hidden",
  awayHint: "For example behind another tab, or with the phone's screen off.",

  panic: "Leave now",
  panicHint: "Leave now (F8): clears the page and shows a calendar",
  cover: "Calendar",
  coverBefore: "Previous month",
  coverAfter: "Next month",
  coverBack: "Start",
};
