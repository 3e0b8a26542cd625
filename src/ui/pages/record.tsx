/**
 * One record: what is known, where copies are, and who changed what. The name is in clear here,
 * because this is the record being worked on; the browser's title says only "record".
 */
import { useParams } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import type { RecordId, RecordView } from "#engine";
import { accessOf, displayName, type KindName, REVIEWED } from "#model";
import { mayErase } from "../access.ts";
import { useApp, useMember } from "../app-context.ts";
import { now } from "../clock.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { createFollowers, FollowedBy } from "../parts/followed-by.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { Place } from "../parts/place.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { valueAt, wordError, wordValue } from "../wording.ts";
import { RecordAnswers } from "./record-answers.tsx";
import { RecordCopy } from "./record-copy.tsx";
import { RecordErase } from "./record-erase.tsx";
import { RecordCoverage } from "./record-coverage.tsx";
import { RecordCapsules } from "./record-capsules.tsx";
import { RecordConsents } from "./record-consents.tsx";
import { RecordCalls } from "./record-calls.tsx";
import { RecordAlso } from "./record-also.tsx";
import { RecordNightMessage } from "./record-night-message.tsx";
import { RecordEnd } from "./record-end.tsx";
import { RecordElsewhere } from "./record-elsewhere.tsx";
import { RecordHistory } from "./record-history.tsx";
import { RecordMatches } from "./record-matches.tsx";
import { RecordStay } from "./record-stay.tsx";
import { RecordNews } from "./record-news.tsx";
import { RecordCare } from "./record-care.tsx";
import { RecordNeverTell } from "./record-never-tell.tsx";
import { RecordWaiting } from "./record-waiting.tsx";
import { RecordSamePerson } from "./record-same-person.tsx";
import { RecordReferrals } from "./record-referrals.tsx";
import { HandInConsents } from "./hand-in-consents.tsx";
import { MoveToProtected } from "./move-to-protected.tsx";
import { RecordPhoto } from "./record-photo.tsx";
import { RecordPoster } from "./record-poster.tsx";
import { RecordProtected } from "./record-protected.tsx";
import { RecordSummary } from "./record-summary.tsx";
import { RecordTrace } from "./record-trace.tsx";

/** With what was noted of them; the rest goes with these. */
const ERASED_HERE: readonly KindName[] = [...REVIEWED, "trace"];

function titleOf(view: RecordView): string {
  const marks = valueAt(view.fields, "marks");
  return displayName({ ...view.fields }) ?? (typeof marks === "string" ? marks : t().search.kinds[view.kind]);
}

function Head(props: { readonly view: RecordView }) {
  const status = () => wordValue("status", valueAt(props.view.fields, "status"));
  return (
    <div class="stack stack-tight">
      <div class="record-head">
        <span class="tag">{t().search.kinds[props.view.kind]}</span>
        <Show when={status()}>{(text) => <span class="tag">{text()}</span>}</Show>
        <Show when={props.view.changedAt}>
          {(at) => <span class="quiet small">{t().record.changedAt(f().moment(at(), now()))}</span>}
        </Show>
      </div>
      <Place saved={props.view.saved} space={props.view.space} />
      <Show when={props.view.saved.sites.length > 0}>
        <p class="quiet small">
          {t().record.saidBy(f().list(props.view.saved.sites.map((site) => site.name)))}
        </p>
      </Show>
    </div>
  );
}

export function RecordPage() {
  const app = useApp();
  const member = useMember();
  const followers = createFollowers();
  const params = useParams();
  const record = createLive({
    key: () => (params["id"] ?? null) as RecordId | null,
    ask: (id) => app.engine.show(id),
    concerns: (event, id) => event.kind === "peers" || (event.kind === "records" && event.ids.includes(id)),
  });
  const has = (access: "write" | "drop", kind: KindName): boolean => {
    const role = member()?.role;
    return role !== undefined && accessOf(role, kind) === access;
  };
  const mayWrite = (kind: KindName): boolean => has("write", kind);
  const mayHandIn = (kind: KindName): boolean => has("drop", kind);
  return (
    <Switch fallback={<p class="quiet">{t().shell.loading}</p>}>
      <Match when={record.value()}>
        {(view) => (
          <Page title={titleOf(view())} windowTitle={t().shell.pages.record} head={<Head view={view()} />}>
            <Tabs
              label={t().record.tabs}
              tabs={[
                {
                  value: "summary",
                  label: t().record.summary,
                  content: () => (
                    <div class="stack stack-wide">
                      <RecordNightMessage view={view()} mayRead={mayWrite("never-tell")} />
                      <RecordAnswers view={view()} mayWrite={mayWrite(view().kind)} />
                      <RecordNews view={view()} mayWrite={mayWrite("news")} />
                      <RecordEnd view={view()} mayWrite={mayWrite("report")} />
                      <RecordPhoto view={view()} mayWrite={mayWrite("photo")} />
                      <RecordPoster view={view()} mayWrite={mayWrite("report")} />
                      <RecordAlso view={view()} mayRead={mayWrite("report")} />
                      <Show when={view().kind === "guest"}>
                        <FollowedBy follower={followers().get(view().id)} />
                        <RecordNeverTell guest={view().id} mayRead={mayWrite("never-tell")} />
                        <RecordWaiting guest={view().id} />
                        <RecordStay view={view()} mayWrite={mayWrite("departure")} />
                        <RecordCalls guest={view().id} mayWrite={mayWrite("call")} />
                      </Show>
                      <Show when={view().kind === "protected-guest"}>
                        <RecordProtected id={view().id} />
                      </Show>
                      <Show when={view().kind === "trace"}>
                        <RecordTrace id={view().id} />
                      </Show>
                      <Show when={view().kind === "guest"}>
                        <RecordSamePerson view={view()} mayWrite={mayWrite("same-person")} />
                      </Show>
                      <RecordMatches view={view()} />
                      <Show when={view().kind === "report"}>
                        <RecordElsewhere report={view().id} />
                      </Show>
                      <Show when={view().kind !== "trace"}>
                        <RecordSummary view={view()} mayWrite={mayWrite(view().kind)} />
                      </Show>
                      <RecordCoverage view={view()} />
                      <Show when={view().kind === "guest"}>
                        <RecordCare guest={view().id} mayRead={mayWrite("need")} />
                      </Show>
                      <Show when={view().kind === "guest" && mayWrite("consent")}>
                        <RecordConsents guest={view().id} />
                        <RecordReferrals guest={view().id} />
                        <RecordCapsules guest={view().id} />
                      </Show>
                      <Show when={view().kind === "guest" && mayHandIn("consent")}>
                        <HandInConsents guest={view().id} />
                      </Show>
                      <Show when={view().kind === "guest" && mayWrite("guest")}>
                        <MoveToProtected view={view()} />
                      </Show>
                    </div>
                  ),
                },
                {
                  value: "history",
                  label: t().record.history,
                  content: () => (
                    <div class="stack stack-wide">
                      <RecordHistory id={view().id} />
                      <Show when={view().kind === "guest" && mayWrite("consent")}>
                        <RecordCopy guest={view().id} />
                      </Show>
                      <Show when={ERASED_HERE.includes(view().kind) && mayErase(member())}>
                        <RecordErase id={view().id} />
                      </Show>
                    </div>
                  ),
                },
              ]}
            />
          </Page>
        )}
      </Match>
      <Match when={record.error()}>
        <Page title={t().record.failed} windowTitle={t().shell.pages.record}>
          <Notice kind="error" role="alert">
            <p>{wordError(record.error())}</p>
            <div>
              <Button onPress={record.again}>{t().shell.retry}</Button>
            </div>
          </Notice>
        </Page>
      </Match>
    </Switch>
  );
}
