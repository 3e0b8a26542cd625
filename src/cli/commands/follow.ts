/** `follow`: taking over a case that another house refers, giving it back, or keeping it. */
import type { RecordId } from "#engine";
import { FOLLOW_WORDS, type FollowWord } from "#model";
import type { Place } from "./command.ts";
import { followLines } from "./referrals.ts";

export function addFollow({ program, runner, read }: Place): void {
  const texts = runner.wording.cli.refer;
  program
    .command("follow")
    .description(texts.follow)
    .argument("<referral>", texts.followWhich)
    .requiredOption("--says <word>", texts.followSays, read.choice("--says", FOLLOW_WORDS))
    .action((id: RecordId, { says }: { readonly says: FollowWord }) =>
      runner.inVault(
        async (engine) => {
          const view = await engine.follow({ id, says });
          return { data: { id, follow: view }, lines: () => followLines(runner, view) };
        },
        { toItsEnd: true },
      ),
    );
}
