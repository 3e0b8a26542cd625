/** `needs`, `messages`, `deliver`: what is left to do for guests. Noting them is `add need`, `add attention` and so on. */
import type { CareView, NeedView, RecordId, WaitingView } from "#engine";
import type { Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

function needsOutcome({ wording: { cli, shared } }: Runner, { needs, attentions }: CareView): Outcome {
  const words = shared.care;
  const line = ({ id, guest, what, note, at }: NeedView): string =>
    [id, guest.title || cli.nameless, words.kinds[what], note ?? "", at]
      .filter((part) => part !== "")
      .join("  ");
  const open = needs.filter(({ isOpen }) => isOpen);
  return {
    data: {
      needs: needs.map(({ guest, ...need }) => ({ ...need, guest: guest.id })),
      attentions,
    },
    lines: () => [
      ...(open.length === 0 ? [words.noneOpen] : [`${words.open}:`, ...open.map(line)]),
      ...attentions.map(({ id, what, at, note }) =>
        [id, words.kinds[what], note ?? "", at].filter((part) => part !== "").join("  "),
      ),
    ],
  };
}

function messagesOutcome({ wording: { cli, shared } }: Runner, messages: readonly WaitingView[]): Outcome {
  const line = ({ id, guest, relation, at, text }: WaitingView): string =>
    [id, guest.title || cli.nameless, shared.calls.relations[relation], at, text ?? ""]
      .filter((part) => part !== "")
      .join("  ");
  return {
    data: { messages: messages.map(({ guest, ...message }) => ({ ...message, guest: guest.id })) },
    lines: () => (messages.length === 0 ? [shared.care.noMessages] : messages.map(line)),
  };
}

export function addCare({ program, runner }: Place): void {
  const { cli, shared } = runner.wording;
  const { commands, arguments: names } = cli;
  program
    .command("needs")
    .description(commands.needs)
    .argument("[guest]", names.guest)
    .action((guest: RecordId | undefined) =>
      runner.inVault(async (engine) => needsOutcome(runner, await engine.care(guest))),
    );
  program
    .command("messages")
    .description(commands.messages)
    .argument("[guest]", names.guest)
    .action((guest: RecordId | undefined) =>
      runner.inVault(async (engine) => messagesOutcome(runner, await engine.waiting(guest))),
    );
  program
    .command("deliver")
    .description(commands.deliver)
    .argument("<id>", names.id)
    .action((id: RecordId) =>
      runner.inVault(
        async (engine) => {
          const done = await engine.deliver(id);
          return { data: { id: done.id }, lines: () => [shared.care.delivered, cli.saved(done.id)] };
        },
        { toItsEnd: true },
      ),
    );
}
