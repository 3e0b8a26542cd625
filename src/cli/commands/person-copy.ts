/** `copy`: what the house holds about a guest and who was told, for the guest. */
import type { RecordId } from "#engine";
import { fieldLines } from "../field-lines.ts";
import type { Place } from "./command.ts";

export function addPersonCopy({ program, runner }: Place): void {
  const { shared } = runner.wording;
  const texts = shared.copy;
  program
    .command("copy")
    .description(texts.command)
    .argument("<guest>", texts.guest)
    .action((guest: RecordId) =>
      runner.inVault(async (engine) => {
        const data = await engine.personCopy(guest);
        const blocks = data.records.flatMap(({ kind, fields, toldTo }) => [
          `== ${shared.search.kinds[kind]}`,
          ...(toldTo === null ? [] : [texts.toldTo(toldTo.name ?? texts.toldUnknown)]),
          ...fieldLines(shared, fields),
        ]);
        return { data, lines: () => [texts.title, ...blocks, texts.rights, texts.leftOut] };
      }),
    );
}
