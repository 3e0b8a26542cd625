/** Who follows the case of a referral between two houses, since when, and what the own house may say of that. */
import { createSignal, For, Show } from "solid-js";
import type { FollowView, ReferralView } from "#engine";
import type { FollowWord } from "#model";
import { useApp } from "../app-context.ts";
import { f, t } from "../look.ts";
import { wordError } from "../wording.ts";
import { announce } from "./announce.tsx";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

const wordSince = (since: string | null): string | null =>
  since === null ? null : f().dateTime(Date.parse(since));

const wordBy = ({ siteName, since }: FollowView): string =>
  t().follow.by(siteName ?? t().referrals.unknownSite, wordSince(since));

function wordStanding(view: ReferralView, { by, answered, possible }: FollowView): string {
  if (by === "receiver") return t().follow.sinceClock;
  // kept, or the person did not come, or it was cancelled: nothing is waited for
  if (answered === "take" || possible.length === 0) return t().follow.withSender;
  if (answered === "leave") return t().follow.answeredLeave;
  return view.side === "sender" ? t().follow.waiting : t().follow.asked;
}

function Known(props: {
  readonly view: ReferralView;
  readonly follow: FollowView;
  readonly onDone: () => void;
}) {
  const app = useApp();
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const say = async (says: FollowWord): Promise<void> => {
    setBusy(true);
    try {
      await app.engine.follow({ id: props.view.id, says });
      setError(undefined);
      announce(t().follow.saved);
      props.onDone();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const wordButton = (word: FollowWord): string =>
    word === "leave" && props.follow.by === "receiver" ? t().follow.giveBack : t().follow.says[word];
  return (
    <section class="stack stack-tight" aria-labelledby="case-follow">
      <h2 id="case-follow">{t().follow.title}</h2>
      <p>
        <strong>{wordBy(props.follow)}</strong>
      </p>
      <p class="quiet">{wordStanding(props.view, props.follow)}</p>
      <Show when={error()}>
        <Notice kind="error" role="alert">
          {wordError(error())}
        </Notice>
      </Show>
      <Show when={props.follow.possible.length > 0}>
        <div class="actions">
          <For each={props.follow.possible}>
            {(word) => (
              <Button busy={busy()} onPress={() => void say(word)}>
                {wordButton(word)}
              </Button>
            )}
          </For>
        </div>
      </Show>
    </section>
  );
}

export function CaseFollow(props: { readonly view: ReferralView; readonly onDone: () => void }) {
  return (
    <Show when={props.view.follow}>
      {(follow) => (
        <Known
          view={props.view}
          follow={follow()}
          onDone={() => {
            props.onDone();
          }}
        />
      )}
    </Show>
  );
}
