/** English: what the software cannot prevent, said where people look for it. */
import type { Texts } from "../es/index.ts";

export const limits: Texts["limits"] = {
  title: "What Vereda cannot prevent",
  lead: "Vereda encrypts what it keeps and what it sends. The rest depends on people and on computers.",
  memory: {
    title: "What stays in the computer's memory",
    text: "When it locks, Vereda lets go of the keys and takes away what it showed. The system may keep remains in memory or on the disk, also when it sleeps or hibernates. Before you leave the computer alone or take it out of the house, shut it down. Ask for its disk to be encrypted.",
  },
  copies: {
    title: "What is copied, printed or taken out",
    text: "What you copy stays in the clipboard; some systems keep it or pass it to other computers. What is printed, and files that are taken out, are no longer encrypted. After copying a code, copy some other word.",
  },
  forced: {
    title: "If you are made to open it",
    text: "There is no second passphrase that opens something else: whoever opens, opens all that their role may read. Your life is worth more than a record: take no risk for the passphrase. As soon as you can, tell the coordinator to take this computer out of the network.",
  },
  session: {
    title: "While it is open",
    text: "Whoever has this open computer in their hands can do what you can: read, change, take lists out and invite, as your role may. Another house's word is needed only to take a whole house out and, from three houses on, to let a new one in. Lock it when you get up.",
  },
  panic: {
    title: "What “Leave now” does, and what it does not",
    text: "It takes away at once what can be seen, locks, and shows a calendar. It neither erases what is kept nor hides that Vereda is used here: the address, the browser's history and the encrypted data stay. You come back in with the passphrase.",
  },
  names: {
    title: "Names that look alike",
    text: "Two names can look identical and have different letters. Vereda warns when two houses have almost the same name; of people's names it does not. If something important depends on a name, confirm it another way.",
  },
  machine: {
    title: "Other accounts on the base's computer",
    text: "Whoever uses that computer with another account can open the page, but without a passphrase reads no record. To give the base to a house takes the whole address that the base shows when it starts: do not share it. Always open that address, no other.",
  },
  program: {
    title: "The program itself",
    text: "The page comes from the base. Whoever manages that computer, or hands out an altered copy of Vereda, can change what the page does, and the page does not show it. Install only the copy that your network agreed on, and let few people manage the base.",
  },
  extensions: {
    title: "Extensions of the browser",
    text: "Extensions of the browser can read what this page shows. On a computer of the house, install none.",
  },
};
