/** Who is sought: the reports of this house, and the cards that the mesh's houses share. */
import { A } from "@solidjs/router";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { ListItem } from "#engine";
import { type FieldsOf, hasEnded } from "#model";
import { useApp, useMember } from "../app-context.ts";
import { now } from "../clock.ts";
import { createLive } from "../live.ts";
import { createMatches, mayMatch, proposedIn } from "../matches.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Tick } from "../parts/field.tsx";
import { createReveal, Name, RevealButton } from "../parts/masked-name.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { paths, recordPath, reportStepPath } from "../paths.ts";
import { DoorMessages } from "./door-messages.tsx";
import { MatchesPart } from "./matches.tsx";
import { ToRenew } from "./to-renew.tsx";
import { valueAt, wordError, wordPerson, wordValue } from "../wording.ts";

/** A long list is shown in windows of this many. */
const WINDOW = 100;

function Row(props: { readonly item: ListItem; readonly shown: boolean }) {
  const status = () => valueAt(props.item.fields, "status");
  return (
    <li class="item">
      <A class="item-open" href={recordPath(props.item.id)}>
        <span class="item-title">
          <Name name={props.item.title} shown={props.shown} />
        </span>
        <span>{wordPerson(props.item.fields)}</span>
        <span class="item-detail">
          <Show when={status() !== "open"}>
            <strong>{wordValue("status", status())}</strong> ·{" "}
          </Show>
          <Show when={status() === "open" && hasEnded(props.item.fields as Partial<FieldsOf<"report">>)}>
            <strong>{t().seek.isOver}</strong> ·{" "}
          </Show>
          <Show when={props.item.changedAt}>{(at) => t().record.changedAt(f().moment(at(), now()))}</Show>
        </span>
      </A>
    </li>
  );
}

interface PeopleProps {
  readonly kind: "report" | "card";
  readonly empty: string;
}

function People(props: PeopleProps) {
  const app = useApp();
  const reveal = createReveal();
  const [openOnly, setOpenOnly] = createSignal(true);
  const [most, setMost] = createSignal(WINDOW);
  const items = createLive({
    key: () => props.kind,
    ask: (kind) => app.engine.list(kind),
    concerns: (event) => event.kind === "records",
  });
  const wanted = createMemo(() =>
    (items.value() ?? [])
      .filter((item) => !openOnly() || valueAt(item.fields, "status") === "open")
      .toSorted((a, b) => (b.changedAt ?? 0) - (a.changedAt ?? 0)),
  );
  return (
    <div class="stack">
      <Show when={items.error()}>
        <Notice kind="error" role="alert">
          {wordError(items.error())}
        </Notice>
      </Show>
      <Show when={items.value()}>
        {(all) => (
          <Show when={all().length > 0} fallback={<p class="empty">{props.empty}</p>}>
            <div class="row row-apart">
              <span role="status">{t().record.countReports(wanted().length)}</span>
              <div class="row">
                <Tick label={t().record.showOpen} checked={openOnly()} onValue={setOpenOnly} />
                <RevealButton shown={reveal.shown()} onPress={reveal.toggle} />
              </div>
            </div>
            <ul class="items">
              <For each={wanted().slice(0, most())}>
                {(item) => <Row item={item} shown={reveal.shown()} />}
              </For>
            </ul>
            <Show when={wanted().length > most()}>
              <div>
                <Button onPress={() => setMost((count) => count + WINDOW)}>
                  {t().record.showMore(Math.min(WINDOW, wanted().length - most()))}
                </Button>
              </div>
            </Show>
          </Show>
        )}
      </Show>
    </div>
  );
}

export function ReportsPage() {
  const member = useMember();
  const matches = createMatches(() => null);
  const isAdvocates = () => member()?.siteKind === "advocates";
  return (
    <Page
      title={t().record.reportsTitle}
      head={
        <div>
          <A class="button button-primary" href={reportStepPath(1)}>
            {t().report.title}
          </A>{" "}
          <A class="button" href={paths.paste}>
            {t().seek.paste}
          </A>
        </div>
      }
    >
      <ToRenew />
      <DoorMessages />
      <Show
        when={!isAdvocates()}
        fallback={
          <section class="stack" aria-labelledby="own-title">
            <h2 id="own-title">{t().record.reportsOwnAdvocates}</h2>
            <People kind="report" empty={t().record.reportsEmpty} />
          </section>
        }
      >
        <Tabs
          label={t().record.reportsTitle}
          tabs={[
            {
              value: "own",
              label: t().record.reportsOwn,
              content: () => <People kind="report" empty={t().record.reportsEmpty} />,
            },
            ...(mayMatch(member())
              ? [
                  {
                    value: "matches",
                    // the tab stays the same while its number changes
                    get label() {
                      return t().matches.tab(proposedIn(matches.value()).length);
                    },
                    content: () => <MatchesPart matches={matches} />,
                  },
                ]
              : []),
            {
              value: "mesh",
              label: t().record.reportsMesh,
              content: () => (
                <div class="stack">
                  <p class="quiet">{t().record.cardsText}</p>
                  <People kind="card" empty={t().record.cardsEmpty} />
                </div>
              ),
            },
          ]}
        />
      </Show>
    </Page>
  );
}
