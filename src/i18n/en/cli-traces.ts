/** English: the commands `traces` and `open-trace`. */
import type { cliTraces as es } from "../es/cli-traces.ts";

export const cliTraces: typeof es = {
  list: "How many traces are left of who left, when the next person shrinks and what was asked to be opened; no names",
  id: "a trace: how it stands, and its name if two people opened it",
  years: "for how many years they are kept, from 1 to 30; fewer also erase those that are past them",
  yes: "without asking",
  askYears: "Change it? (y/n) ",
  noYearsOfOne: "Write --years without a trace: it is for all of them.",
  open: "Asks to open a trace; it opens with --agree of another person of protection; --close closes it",
  openId: "trace; with --agree and --close, what was asked for",
  reason: "who asks and why, without names",
  agree: "the second person's word",
  close: "not needed any more; the name is no longer shown",
  needsOne:
    "Write --reason to ask for it, or --agree or --close with what was asked for; only one of the three",
};
