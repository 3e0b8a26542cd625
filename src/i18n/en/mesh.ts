/** English: the network page. */
import { counter } from "../formats.ts";
import type { Texts } from "../es/index.ts";

const count = counter("en");

export const mesh: Texts["mesh"] = {
  alone: "This house is still alone. That works. To share, invite another house.",
  heardDay: (n) =>
    count(n, {
      one: "This computer heard from # house in the last 24 hours.",
      other: "This computer heard from # houses in the last 24 hours.",
    }),
  heardNone: "This computer heard from no other house in the last 24 hours.",
  ownSite: "This house",
  otherSites: "Other houses",
  thisDevice: "this computer",
  personUnknown: "Person of another house",
  personNameless: "Person of this house, name not here yet",
  hubDevice: "The house's base",
  heard: (moment) => `Heard: ${moment}`,
  heardNever: "Nothing heard yet",
  longAgo: "over a week",
  missing: (n) => count(n, { one: "lacks # thing from here", other: "lacks # things from here" }),
  missingNone: "says it has all from here",
  kinds: { shelter: "Shelter", advocates: "Families' organisation" },
  roles: {
    coordinator: "Coordination",
    staff: "Shelter team",
    protection: "Protection",
    volunteer: "Volunteering",
    advocate: "Families' support",
    hub: "Base",
  },
  roleTexts: {
    coordinator: "May do everything in the house, and invite and confirm other people and houses.",
    staff: "Registers, searches, reports and sees whom the network seeks.",
    protection: "Like the team, and also the protected records.",
    volunteer: "Registers arrivals. Does not see who seeks whom.",
    advocate: "Reports for its organisation and follows those reports.",
    hub: "A computer that is always on and keeps encrypted copies. It cannot read them.",
  },

  pendingTitle: "Requests to confirm",
  pendingHow:
    "Compare these four words with those on the other person's screen, in person or by phone. If a single one differs, do not confirm.",
  pendingFrom: (name, role) => `${name} asks to join as: ${role}`,
  pendingUnnamed: "Someone",
  match: "They match",
  matching: "Confirming…",
  differ: "They do not match",
  differText: "Do not confirm. Make a new invitation and give it only to the person you expect.",
  confirmed: "Confirmed. Their computer comes in at the next contact.",
  pendingOther: (name) => `${name}: to be confirmed by whoever made the invitation`,

  lateTitle: "Somebody else used an invitation of this house",
  lateFrom: (name, role) =>
    `${name} asked to join as “${role}” with an invitation that had already been used. They did not get in.`,
  lateWhat:
    "The code was copied or photographed. Find out who saw it, and make sure that whoever did get in is the person you expected; if not, take their device out of the network. Hand over the next code in person only.",

  invite: "Invite",
  inviteTitle: "Make an invitation",
  inviteWho: "Whom do you invite?",
  inviteOwn: "A person of this house",
  inviteSite: "Another house or organisation",
  inviteRole: "What will they do?",
  inviteSiteName: "Name of the other house or organisation",
  inviteSiteKind: "What is it?",
  inviteDays: "How long is it good for?",
  days: (n) => count(n, { one: "# day", other: "# days" }),
  inviteMake: "Make the invitation",
  inviteMaking: "Preparing…",
  inviteNeedName: "Enter the name of the other house or organisation",
  inviteReady: "Invitation ready",
  inviteHow: "It works once. Give it only to the person you expect: show the square or copy the code.",
  inviteUntil: (moment) => `Good until: ${moment}`,
  inviteQr: "Square to scan, with the invitation",
  inviteSeed: "To dictate or type by hand",
  inviteSeedHow:
    "26 letters and digits instead of the whole code. They work where this hub, or another of the network, is in reach.",
  inviteCode: "Code to copy",
  inviteThen:
    "Then compare with that person the four words that will appear here, under “Requests to confirm”.",
  inviteDone: "Done",

  hubTitle: "The base of this house",
  hubAdopted:
    "This page comes from a base that belongs to this network: it keeps encrypted copies and passes them on to other houses.",
  hubFree: "This page comes from a base that belongs to no house yet.",
  hubFullAddress:
    "To give it to a house, open on this computer the whole address that the base showed when it started: after “#base=” it has letters and digits. If you no longer see it, start the base again.",
  hubForeign:
    "This page comes from a base that is not your house's yet; it can only be adopted from the computer it runs on.",
  hubNone:
    "This page does not come from a base: what is saved stays on this computer until there is contact.",
  hubAdopt: "Adopt this base",
  hubAdopting: "Adopting…",
  hubDone: "The base has received this house's invitation.",
  hubFailed: "The base did not take the invitation. What was saved is still on this computer. Try again.",

  lanTitle: "Telephones of the house",
  lanWhere: "On the same network, open one of these addresses on the telephone:",
  lanCompare:
    "The browser will warn that it does not know the certificate. Before going on, compare its fingerprint (SHA-256), group by group. If a single letter or digit differs, stop.",
  lanToday: "The one that the browser shows today",
  lanAuthority: "That of the authority, if the telephone installs it",
  lanPhone:
    "This page came over the local network. Compare the fingerprint of the certificate that the browser shows with the one on the hub's screen: in Network, “The hub of this house”. Without installing the authority of the house there is no offline page: the hub has to be in reach each time.",
  lanSteps: "The steps for this telephone",
  lanDownload: "Download the authority of the house",

  contactsTitle: "Contacts of this computer",
  contactsNone: "No contact with another computer now. What is saved stays here and leaves later.",
  contactNow: "in contact now",
  contactGone: "no contact now",
  contactUnknown: "Computer that has not introduced itself",
  connect: "Connect to an address",
  connectHint: "The address that the other house's base shows. It starts with /ip4/ or /dns/.",
  address: "Address of the base",
  connectButton: "Connect",
  connecting: "Looking…",
  connectNeed: "Enter the address of the base",
  connectDone: (entriesIn, entriesOut) =>
    `Contact made. ${count(entriesIn, { one: "# thing came in", other: "# things came in" })} and ${count(entriesOut, { one: "# went out", other: "# went out" })}.`,

  onlyHereTitle: "Only on this computer",
  onlyHereSome: (n) =>
    count(n, {
      one: "There is # record that nobody else says to hold. Leave this page open near the base, or connect to another house.",
      other:
        "There are # records that nobody else says to hold. Leave this page open near the base, or connect to another house.",
    }),
  onlyHereNone: "Someone else says to hold an encrypted copy of each record of this computer.",
  refused: (n) =>
    count(n, {
      one: "# thing was put aside: it could not be read or was not accepted. It is not lost.",
      other: "# things were put aside: they could not be read or were not accepted. They are not lost.",
    }),
  checkButton: "Check what is saved",
  checking: "Checking…",
  checkOk: (n) => count(n, { one: "# thing checked: complete.", other: "# things checked: complete." }),
  checkBad: (n) => count(n, { one: "# problem found:", other: "# problems found:" }),
};
