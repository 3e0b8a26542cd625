/**
 * What the house holds about a guest and who was told, for the guest: to be read together on the screen, or printed. The
 * window's title and the address name nobody.
 */
import { useNavigate, useParams } from "@solidjs/router";
import { For, Match, Show, Switch } from "solid-js";
import type { CopiedRecord, PersonCopy, RecordId } from "#engine";
import { wordField } from "#i18n";
import { useApp } from "../app-context.ts";
import { now } from "../clock.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { Button, LinkButton } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { recordPath } from "../paths.ts";
import { factsOf } from "../record-facts.ts";
import { valueAt, wordError, wordValue } from "../wording.ts";
import { Fact } from "../parts/fact.tsx";

/** Ids say nothing to a person. */
const UNTOLD: readonly string[] = ["to"];

function wordTold({ name, countries }: NonNullable<CopiedRecord["toldTo"]>): string {
  const house = name ?? t().copy.toldUnknown;
  const where = f().list(countries.map((code) => f().country(code)));
  return countries.length === 0 ? house : t().copy.toldIn(house, where);
}

function Copied(props: { readonly record: CopiedRecord }) {
  const facts = () =>
    factsOf(props.record.kind)
      .filter(({ path }) => !UNTOLD.includes(path))
      .map(({ path }) => ({ path, text: wordValue(path, valueAt(props.record.fields, path)) }))
      .filter(({ text }) => text !== "");
  return (
    <section class="stack stack-tight">
      <h2>{t().search.kinds[props.record.kind]}</h2>
      <Show when={props.record.createdAt}>
        {(at) => <p class="quiet small">{f().moment(at(), now())}</p>}
      </Show>
      <Show when={props.record.toldTo}>{(told) => <p>{t().copy.toldTo(wordTold(told()))}</p>}</Show>
      <dl class="facts">
        <For each={facts()}>{({ path, text }) => <Fact label={wordField(t(), path)} text={text} />}</For>
      </dl>
    </section>
  );
}

function Sheet(props: { readonly copy: PersonCopy }) {
  const told = () => props.copy.records.some(({ toldTo }) => toldTo !== null);
  return (
    <div class="stack stack-wide">
      <p>{t().copy.sheetLead(props.copy.siteName, f().moment(props.copy.at, now()))}</p>
      <For each={props.copy.records}>{(record) => <Copied record={record} />}</For>
      <Show when={!told()}>
        <p>{t().copy.nobodyTold}</p>
      </Show>
      <p>{t().copy.rights}</p>
      <p class="quiet">{t().copy.leftOut}</p>
    </div>
  );
}

export function PersonCopyPage() {
  const app = useApp();
  const params = useParams();
  const id = () => (params["id"] ?? null) as RecordId | null;
  const navigate = useNavigate();
  const back = (): void => {
    const guest = id();
    if (guest !== null) navigate(recordPath(guest));
  };
  const copy = createLive({
    key: id,
    ask: (guest) => app.engine.personCopy(guest),
    concerns: (event) => event.kind === "records",
  });
  return (
    <Page title={t().copy.title} windowTitle={t().shell.pages.record}>
      <Switch fallback={<p class="quiet">{t().shell.loading}</p>}>
        <Match when={copy.value()}>
          {(known) => (
            <div class="stack">
              <div class="screen-only stack">
                <Notice kind="warn">{t().copy.warning}</Notice>
                <div class="actions">
                  <Button
                    onPress={() => {
                      globalThis.print();
                    }}
                  >
                    {t().copy.print}
                  </Button>
                  <LinkButton onPress={back}>{t().shell.back}</LinkButton>
                </div>
              </div>
              <Sheet copy={known()} />
            </div>
          )}
        </Match>
        <Match when={copy.error()}>
          <Notice kind="error" role="alert">
            {wordError(copy.error())}
          </Notice>
        </Match>
      </Switch>
    </Page>
  );
}
