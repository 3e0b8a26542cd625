/** On the page of a report: until when it holds, and the button for a family that goes on seeking. */
import { Show } from "solid-js";
import type { RecordId, RecordView, RenewalView } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { Answer, createPress } from "../parts/press.tsx";
import { wordMoment } from "../wording.ts";

const WORDS = { runs: "until", soon: "soon", over: "over", ended: "ended" } as const;

/** What is to be said of how long a report holds. */
export const wordEnd = ({ state, until }: RenewalView): string =>
  until === null ? "" : t().seek[WORDS[state]](wordMoment(until));

export function RenewButton(props: { readonly report: RecordId; readonly describedBy?: string }) {
  const app = useApp();
  const renew = createPress(async () => {
    const { until } = await app.engine.renewReport(props.report);
    return t().seek.renewed(wordMoment(until));
  });
  return (
    <div class="stack stack-tight">
      <Answer to={renew.state()} />
      <div>
        <Button aria-describedby={props.describedBy} busy={renew.state().busy} onPress={renew.press}>
          {t().seek.renew}
        </Button>
      </div>
    </div>
  );
}

export function RecordEnd(props: { readonly view: RecordView; readonly mayWrite: boolean }) {
  const app = useApp();
  const renewals = createLive({
    key: () => (props.view.kind === "report" && props.mayWrite ? props.view.id : null),
    ask: (of) => app.engine.renewals({ of }),
    concerns: (event) => event.kind === "records",
  });
  return (
    <Show when={renewals.value()?.[0]}>
      {(one) => (
        <section class="stack stack-tight" aria-labelledby="end-title">
          <h2 id="end-title">{t().seek.endTitle}</h2>
          <Show when={one().state !== "runs"} fallback={<p>{wordEnd(one())}</p>}>
            <Notice kind="warn">{wordEnd(one())}</Notice>
          </Show>
          <RenewButton report={props.view.id} />
        </section>
      )}
    </Show>
  );
}
