/** English: the commands `protect`, `protected`, `protected-step` and `release`. */
import type { cliProtect as es } from "../es/cli-protect.ts";

export const cliProtect: typeof es = {
  protect: "Moves somebody whom the desk registered to protection; their record is emptied",
  why: "why: minor-alone, trafficking, gender-violence; can be given again",
  guest: "guest of the house",
  list: "Shows the protected people, or one; only to whoever answers for protection",
  id: "protected person",
  step: "Notes a step of what is owed to a protected person; with --undo, that it was a mistake",
  stepName: "which step: authority, interview, medical, legal, best-interest",
  note: "what was done",
  interpreter: "who interpreted",
  undo: "it was noted by mistake",
  release:
    "Proposes that a protected person leaves; they leave with --agree of another person of protection; --refuse ends it",
  releaseId: "protected person; with --agree and --refuse, the proposal",
  how: "how they leave: moved-on, transferred, hospital, detained, deported, returned-home, not-returned",
  to: "with whom, and where to",
  agree: "the word of the second person",
  refuse: "the person stays; ends the proposal",
  needsOne: "Give --how to propose, or --agree or --refuse with the proposal; only one of the three",
  movedNote: "What the house has read already stays in that record's history until it is erased.",
};
