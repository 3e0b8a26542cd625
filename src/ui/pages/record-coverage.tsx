/**
 * On the page of a report or card: which shelters say that they have it and have compared it. All that a seeker may see
 * of a search, so it says beside it what cannot be told from it.
 */
import { For, Show } from "solid-js";
import type { MatchesView, RecordId, RecordView } from "#engine";
import { useApp, useMember } from "../app-context.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { mayMatch } from "../matches.ts";
import { valueAt } from "../wording.ts";
import { Fact } from "../parts/fact.tsx";

type Shelter = MatchesView["coverage"][number];

/** What is withdrawn is compared no more. */
const isSought = ({ kind, fields }: RecordView): boolean =>
  (kind === "report" || kind === "card") && valueAt(fields, "status") === "open";

function wordShelter({ holds, comparedAt }: Shelter): string {
  const words = t().matches.coverage;
  return words.says(
    holds === true ? words.held : words.notHeld,
    comparedAt === null ? t().matches.comparedNever : words.compared(f().hour(comparedAt)),
  );
}

export function RecordCoverage(props: { readonly view: RecordView }) {
  const app = useApp();
  const member = useMember();
  const maySee = () => member()?.siteKind === "advocates" || mayMatch(member());
  const matches = createLive({
    key: (): RecordId | null => (isSought(props.view) && maySee() ? props.view.id : null),
    ask: (of) => app.engine.matches({ of }),
    concerns: ({ kind }) => kind === "records" || kind === "peers" || kind === "members",
  });
  const shelters = () => matches.value()?.coverage ?? [];
  return (
    <Show when={shelters().length > 0}>
      <section class="stack stack-tight" aria-labelledby="coverage-title">
        <h2 id="coverage-title">{t().matches.compared}</h2>
        <p>{t().matches.coverage.text}</p>
        <dl class="facts">
          <For each={shelters()}>
            {(shelter) => <Fact label={shelter.name} text={wordShelter(shelter)} />}
          </For>
        </dl>
        <p class="quiet">{t().matches.coverage.blind}</p>
      </section>
    </Show>
  );
}
