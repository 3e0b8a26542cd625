/** Whom of those who are sought the house may have: what is proposed first, then who is less alike. */
import { createMemo, For, Show } from "solid-js";
import type { MatchesView } from "#engine";
import type { Live } from "../live.ts";
import { f, t } from "../look.ts";
import { createReveal, RevealButton } from "../parts/masked-name.tsx";
import { MatchList } from "../parts/match-list.tsx";
import { Notice } from "../parts/notice.tsx";
import { isDecided, proposedIn } from "../matches.ts";
import { wordError } from "../wording.ts";

function Coverage(props: { readonly of: MatchesView["coverage"] }) {
  return (
    <details class="fold">
      <summary>{t().matches.compared}</summary>
      <dl class="fold-body facts">
        <For each={props.of}>
          {({ name, comparedAt }) => (
            <div class="fact">
              <dt>{name}</dt>
              <dd>
                {comparedAt === null
                  ? t().matches.comparedNever
                  : t().matches.comparedAt(f().hour(comparedAt))}
              </dd>
            </div>
          )}
        </For>
      </dl>
    </details>
  );
}

function Found(props: { readonly view: MatchesView }) {
  const reveal = createReveal();
  const proposed = createMemo(() => proposedIn(props.view));
  const others = createMemo(() =>
    props.view.pairs.filter((pair) => !pair.proposed && pair.needs === null && !isDecided(pair)),
  );
  const decided = createMemo(() => props.view.pairs.filter(isDecided));
  return (
    <div class="stack">
      <p>{t().matches.intro}</p>
      <Show when={props.view.pairs.length > 0}>
        <div class="row row-apart">
          <span role="status">{t().matches.proposed(proposed().length)}</span>
          <RevealButton shown={reveal.shown()} onPress={reveal.toggle} />
        </div>
      </Show>
      <MatchList pairs={proposed()} shown={reveal.shown()} />
      <Show when={others().length > 0}>
        <details class="fold" open={proposed().length === 0}>
          <summary>{t().matches.possible}</summary>
          <div class="fold-body">
            <MatchList pairs={others()} shown={reveal.shown()} />
          </div>
        </details>
      </Show>
      <Show when={decided().length > 0}>
        <details class="fold">
          <summary>{t().answers.decided}</summary>
          <div class="fold-body">
            <MatchList pairs={decided()} shown={reveal.shown()} />
          </div>
        </details>
      </Show>
      <Show when={props.view.pairs.length === 0}>
        <div class="empty">
          <p>{t().matches.none}</p>
          <p class="quiet">{t().matches.noneText}</p>
        </div>
      </Show>
      <Coverage of={props.view.coverage} />
    </div>
  );
}

/** All pairs of the house. */
export function MatchesPart(props: { readonly matches: Live<MatchesView> }) {
  return (
    <>
      <Show when={props.matches.error()}>
        <Notice kind="error" role="alert">
          {wordError(props.matches.error())}
        </Notice>
      </Show>
      <Show
        when={props.matches.value()}
        fallback={
          <p class="quiet" role="status">
            {t().matches.comparing}
          </p>
        }
      >
        {(view) => <Found view={view()} />}
      </Show>
    </>
  );
}
