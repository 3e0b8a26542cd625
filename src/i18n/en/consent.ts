/** English: what a guest agrees to. */
import type { Texts } from "../es/index.ts";

export const consent: Texts["consent"] = {
  title: "What the person allows",
  intro:
    "Ask in private, one thing at a time, in the person's language. They may say no to everything and are received all the same. What was not asked does not leave the house.",
  child: "Under age: ask the child and whoever cares for them. If one of the two says no, it is no.",
  purposes: {
    care: "Keeping a file",
    search: "Checking whether somebody looks for them",
    passed: "Saying that they passed here",
    refer: "Referring to another house",
    poster: "Poster with their photo",
    figures: "Counting in the figures",
    carry: "Carrying a card",
    findable: "Being found from other shelters",
    export: "Being on a list that leaves the house",
  },
  aloud: {
    care: "Do you agree that this house writes down what you tell us, to look after you better? Only the staff of this house read it.",
    search:
      "If your family looks for you, may we check whether it is you, and ask you before we answer? Nothing is said without your word.",
    passed:
      "If somebody looks for you when you are no longer here, may we say that you passed here, on what day, and how you were? We do not say where you are going.",
    poster:
      "May we put your photo and your name on a poster? Anybody can see a poster, and it never quite comes back.",
    figures:
      "May we count you in the figures of the house, without your name or anything by which you could be known?",
    carry:
      "Do you want to carry a sheet with a code, so that you need not tell everything again at the next shelter? You choose what it says. Whoever has the sheet can read it at a shelter of the network. If you lose it or change your mind, we revoke it.",
    findable:
      "May we tell the other shelters of the network that you are in this house, with your name, your age and where you are from? Then they find you from there if somebody asks for you, and we do not ask you each time. Their staff read it. While you are here; when you say no or leave, it is taken away. What somebody has read, they have read.",
    export:
      "May we put your data on a list that leaves the house in a file? Whoever has the file can read and copy it, and it never comes back.",
  },
  found: {
    shared: "Other shelters can find them now.",
    "not-agreed": "No other shelter knows that they are here.",
    left: "They said yes, but they have left: they do not appear at other shelters.",
    minor: "They said yes, but they are or may be a minor: they do not appear at other shelters.",
    "age-unknown": "They said yes, but their age is not known: they do not appear until it is noted.",
    nameless: "They said yes, but no name is noted: they do not appear at other shelters.",
  },
  aloudRefer: (site) =>
    `So that ${site} can look after you, may we tell them your name and only what they need for that? It is sent once they agree to receive you.`,
  referTo: (site) => `Referring to ${site}`,
  unknownSite: "a house that is no longer in the network",
  states: { yes: "Yes", no: "No", unset: "Not asked" },
  apart:
    "Two computers wrote down different things at once. Until then the more careful one holds. Ask again and write down the answer.",
  said: { yes: "Said yes", no: "Said no", unset: "What was said no longer holds" },
  chooseSite: "Choose the house",
  saidBy: "Who said it",
  bases: { self: "The person", guardian: "Whoever cares for the child, and the child agrees" },
  language: "In which language it was asked",
  interpreter: "Who interpreted",
  handInText:
    "What you write down here is read by the staff. A “no” holds as soon as it reaches their computers. A “yes” holds once somebody of the staff has asked the person again.",
  handedIn:
    "Written down and handed to the staff. A “no” holds as soon as it reaches their computers; a “yes” once somebody of the staff confirms it with the person.",
  waitingYes:
    "At the door a volunteer wrote down that they said yes. It does not hold yet: ask the person yourself and write down the answer.",
  heldNo:
    "At the door a volunteer wrote down that they no longer want this. It has held since it came. If that is not so, ask the person and write down the answer.",
  anyWaiting:
    "A “yes” was written down at the door and waits for you to confirm it. It is under “What the person allows”.",
  waitingTitle: "Permissions to confirm",
  waitingLead: "A yes was noted at the door. Ask yourself, alone with the person, before they leave.",
  noWaiting: "No permission waits for your word.",
  noted: (word) => `Written down: ${word}`,
  saved: "Written down. It holds from now on at this computer, and at the others once there is contact.",
  at: (moment) => `Written down: ${moment}`,
};
