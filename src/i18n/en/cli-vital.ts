/** English: the command `vital-interest`. */
import type { cliVital as es } from "../es/cli-vital.ts";

export const cliVital: typeof es = {
  command:
    "A life in danger of somebody who cannot answer: one person claims it, another agrees, it holds three days",
  subject: "a guest of the house; with --agree and --end, the claim",
  to: "the house that can save their life (see members)",
  reason: "what the danger is, and why they cannot be asked",
  agree: "the second person's word",
  end: "no longer needed; what was told is taken back",
  together: "--to and --reason go together; --agree and --end stand alone",
};
