/** `review`: records that do not end by themselves, and keeping one of them on. */
import type { RecordId, ReviewItem } from "#engine";
import { isoTime, printable } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

const dataOf = (item: ReviewItem) => ({
  ...item,
  since: isoTime(item.since),
  dueSince: isoTime(item.dueSince),
});

function linesOf({ wording: { shared }, formats }: Runner, item: ReviewItem): readonly string[] {
  const { review } = shared;
  const title = item.title === "" ? review.untitled : printable(item.title);
  return [`${item.id}  ${review.kinds[item.kind]}: ${title}`, `    ${review.since(formats.day(item.since))}`];
}

export function addReview({ program, runner }: Place): void {
  const texts = runner.wording.shared.review;
  const review = program.command("review").description(texts.command);
  review
    .command("list")
    .description(texts.commandList)
    .action(() =>
      runner.inVault(async (engine) => {
        const items = await engine.reviews();
        const lines = items.flatMap((item) => linesOf(runner, item));
        return {
          data: { items: items.map(dataOf) },
          lines: () => (lines.length === 0 ? [texts.none] : lines),
        };
      }),
    );
  review
    .command("keep")
    .description(texts.commandKeep)
    .argument("<record>", texts.commandRecord)
    .action((id: RecordId) =>
      runner.inVault(
        async (engine) => {
          const kept = await engine.keepOn(id);
          const day = runner.formats.partialDate(kept.until) ?? kept.until;
          return { data: kept, lines: () => [texts.kept(day)] };
        },
        { toItsEnd: true },
      ),
    );
}
