/** `copy`: what the house holds about a guest and who was told, for the guest. */
import type { CopiedRecord, RecordId } from "#engine";
import { fieldLines } from "../field-lines.ts";
import type { Place } from "./command.ts";

export function addPersonCopy({ program, runner }: Place): void {
  const { shared } = runner.wording;
  const texts = shared.copy;
  const wordTold = ({ name, countries }: NonNullable<CopiedRecord["toldTo"]>): string => {
    const house = name ?? texts.toldUnknown;
    const where = countries.map((code) => runner.formats.country(code)).join(", ");
    return countries.length === 0 ? house : texts.toldIn(house, where);
  };
  program
    .command("copy")
    .description(texts.command)
    .argument("<guest>", texts.guest)
    .action((guest: RecordId) =>
      runner.inVault(async (engine) => {
        const data = await engine.personCopy(guest);
        const blocks = data.records.flatMap(({ kind, fields, toldTo }) => [
          `== ${shared.search.kinds[kind]}`,
          ...(toldTo === null ? [] : [texts.toldTo(wordTold(toldTo))]),
          ...fieldLines(shared, fields),
        ]);
        return { data, lines: () => [texts.title, ...blocks, texts.rights, texts.leftOut] };
      }),
    );
}
