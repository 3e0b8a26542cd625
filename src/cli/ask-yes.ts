/** A question at the terminal that takes a yes; anything else is a no. */
import type { Runner } from "./runner.ts";

/** Null where nobody can be asked: a script has decided already, or must say so by an option. */
export async function askYes(runner: Runner, question: string): Promise<boolean | null> {
  const { host, wording } = runner;
  if (!host.stdinIsTerminal || runner.json()) return null;
  const answer = await host.ask(question, { hidden: false });
  const letter = answer?.trim().toLowerCase().charAt(0) ?? "";
  return letter !== "" && wording.cli.yesLetters.includes(letter);
}
