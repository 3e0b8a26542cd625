/** `poster`: what may hang where anybody reads it, of somebody who is sought. */
import type { RecordId } from "#engine";
import { fieldLines } from "../field-lines.ts";
import { printable } from "../output.ts";
import type { Place } from "./command.ts";

export function addPoster({ program, runner, read }: Place): void {
  const { shared } = runner.wording;
  const texts = shared.poster;
  program
    .command("poster")
    .description(texts.command)
    .argument("<report>")
    .requiredOption("--contact <line>", texts.commandContact, read.notEmpty("--contact"))
    .action((report: RecordId, { contact }: { readonly contact: string }) =>
      runner.inVault(
        async (engine) => {
          // a terminal shows no picture: `photo get` gives it
          const { photo: _, ...data } = await engine.poster({ report, contact });
          const { since, ...shown } = data.poster;
          return {
            data,
            lines: () => [
              ...(data.isMinor ? [texts.minor] : []),
              texts.heading,
              ...fieldLines(shared, shown).map(printable),
              ...(since === undefined ? [] : [texts.since(since)]),
              `${texts.call} ${printable(data.contact)}`,
              texts.noMoney,
            ],
          };
        },
        { toItsEnd: true },
      ),
    );
}
