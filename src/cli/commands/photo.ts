/** `photo`: the photo of somebody who is sought, into the house and out again. */
import type { Engine, PhotoView, RecordId } from "#engine";
import { Refusal } from "../failure.ts";
import { fileBytes } from "../file-bytes.ts";
import { isoTime, type Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

const dataOf = ({ jpeg, width, height, changedAt }: PhotoView) => ({
  ...{ bytes: jpeg.length, width, height },
  changedAt: isoTime(changedAt),
});

async function write(
  { host, wording: { shared } }: Runner,
  engine: Engine,
  { report, file }: { readonly report: RecordId; readonly file: string },
): Promise<Outcome> {
  const kept = await engine.photo(report);
  if (kept === null) throw new Refusal(shared.photo.none);
  await host.writeFile(file, kept.jpeg);
  return { data: dataOf(kept), lines: () => [shared.photo.written] };
}

export function addPhoto({ program, runner }: Place): void {
  const texts = runner.wording.shared.photo;
  const photo = program.command("photo").description(texts.command);
  photo
    .command("keep")
    .description(texts.commandKeep)
    .argument("<report>", texts.commandReport)
    .argument("<file>", texts.commandJpeg)
    .action(async (report: RecordId, file: string) => {
      const jpeg = await fileBytes(runner, file);
      await runner.inVault(
        async (engine) => ({
          data: dataOf(await engine.setPhoto({ report, jpeg })),
          lines: () => [texts.kept],
        }),
        { toItsEnd: true },
      );
    });
  photo
    .command("get")
    .description(texts.commandGet)
    .argument("<report>", texts.commandReport)
    .argument("<file>", texts.commandFile)
    .action((report: RecordId, file: string) =>
      runner.inVault((engine) => write(runner, engine, { report, file }), { toItsEnd: true }),
    );
  photo
    .command("remove")
    .description(texts.commandRemove)
    .argument("<report>", texts.commandReport)
    .action((report: RecordId) =>
      runner.inVault(
        async (engine) => {
          await engine.takeBackPhoto(report);
          return { data: {}, lines: () => [texts.takenBack] };
        },
        { toItsEnd: true },
      ),
    );
}
