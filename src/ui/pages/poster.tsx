/**
 * A poster of somebody who is sought, to look at and to print: with nothing of who seeks, and no place but where the person
 * is from. The window's title and the address name nobody.
 */
import { useNavigate, useParams } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import type { PosterView, RecordId } from "#engine";
import { wordField } from "#i18n";
import { displayName } from "#model";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Button, LinkButton } from "../parts/button.tsx";
import { TextField, Tick } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { createPicture } from "../picture.ts";
import { recordPath } from "../paths.ts";
import { valueAt, wordMoment, wordValue } from "../wording.ts";
import { Fact } from "../parts/fact.tsx";

/** Below the name, in the order in which somebody is recognised. */
const FACTS = ["alternateNames", "age", "sex", "marks", "language"];

function Sheet(props: { readonly view: PosterView }) {
  const poster = () => props.view.poster;
  const picture = createPicture(() => props.view.photo?.jpeg);
  const facts = () =>
    FACTS.map((path) => ({ path, text: wordValue(path, valueAt(poster(), path)) })).filter(
      ({ text }) => text !== "",
    );
  const from = () =>
    ["state", "country"]
      .map((path) => wordValue(path, valueAt(poster(), path)))
      .filter((text) => text !== "")
      .join(", ");
  return (
    <article class="poster" aria-label={t().poster.title}>
      <p class="poster-heading">{t().poster.heading}</p>
      <h2 class="poster-name">{displayName({ ...poster() }) ?? ""}</h2>
      <Show when={picture()}>
        {(address) => <img class="photo poster-photo" src={address()} alt={t().photo.alt} />}
      </Show>
      <dl class="facts">
        <For each={facts()}>{({ path, text }) => <Fact label={wordField(t(), path)} text={text} />}</For>
        <Fact label={t().poster.from} text={from()} />
      </dl>
      <Show when={poster().since}>{(since) => <p>{t().poster.since(wordMoment(since()))}</p>}</Show>
      <p class="poster-call">
        {t().poster.call} <strong>{props.view.contact}</strong>
      </p>
      <p>{t().poster.noMoney}</p>
    </article>
  );
}

export function PosterPage() {
  const app = useApp();
  const params = useParams();
  const navigate = useNavigate();
  const report = (params["id"] ?? "") as RecordId;
  const [contact, setContact] = createSignal("");
  const photo = createLive({
    key: () => report,
    ask: (id) => app.engine.photo(id),
    concerns: (event) => event.kind === "records",
  });
  const [withPhoto, setWithPhoto] = createSignal(false);
  const [view, setView] = createSignal<PosterView>();
  const form = createForm({
    check: () =>
      contact().trim() === "" ? [{ field: "poster-contact", text: t().faults["needs-contact"] }] : [],
    blame: { "names-seeker": "poster-contact", "needs-contact": "poster-contact" },
    send: async () => {
      setView(undefined);
      setView(await app.engine.poster({ report, contact: contact(), withPhoto: withPhoto() }));
    },
  });
  return (
    <Page title={t().poster.title} windowTitle={t().shell.pages.record}>
      <div class="stack">
        <div class="screen-only stack">
          <p>{t().poster.lead}</p>
          <Form state={form} label={t().poster.title}>
            <TextField
              id="poster-contact"
              label={t().poster.contact}
              hint={t().poster.contactHint}
              error={form.errorOf("poster-contact")}
              value={contact()}
              onValue={setContact}
            />
            <Show when={photo.value()}>
              <div class="stack stack-tight">
                <Tick label={t().photo.onPoster} checked={withPhoto()} onValue={setWithPhoto} />
                <p class="hint">{t().photo.onPosterHint}</p>
              </div>
            </Show>
            <div class="actions">
              <Button type="submit" look="primary" busy={form.busy()} busyText={t().shell.loading}>
                {t().poster.show}
              </Button>
              <LinkButton
                onPress={() => {
                  navigate(recordPath(report));
                }}
              >
                {t().shell.back}
              </LinkButton>
            </div>
          </Form>
        </div>
        <Show when={view()}>
          {(made) => (
            <>
              <div class="screen-only stack">
                <Show when={made().isMinor}>
                  <Notice kind="warn">{t().poster.minor}</Notice>
                </Show>
                <div>
                  <Button
                    onPress={() => {
                      globalThis.print();
                    }}
                  >
                    {t().poster.print}
                  </Button>
                </div>
              </div>
              <Sheet view={made()} />
            </>
          )}
        </Show>
      </div>
    </Page>
  );
}
