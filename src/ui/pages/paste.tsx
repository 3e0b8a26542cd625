/**
 * A message that was pasted becomes the beginning of a report: what was understood stands by field, is read by a person,
 * and is changed in the report's own steps. The whole message goes along into what stays in the house.
 */
import { useNavigate } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { readPasted } from "#model";
import { mayKeepPhoto } from "../access.ts";
import { useApp, useMember } from "../app-context.ts";
import { carryPhoto, carrySought } from "../carried.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { TextArea } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { PhotoField } from "../parts/photo-field.tsx";
import { Answer, createPress } from "../parts/press.tsx";
import { reportStepPath } from "../paths.ts";
import { REPORT_STEPS, type ReportDraft, soughtDraft } from "../report-fields.ts";
import { wordValue } from "../wording.ts";

/** A sentence or two: a whole message has many words that are nobody's name. */
const MOST_LETTERS = 160;

export function PastePage() {
  const app = useApp();
  const navigate = useNavigate();
  const member = useMember();
  const [text, setText] = createSignal("");
  const [photo, setPhoto] = createSignal("");
  const [draft, setDraft] = createSignal<Partial<ReportDraft> | null>(null);
  const read = createPress(async () => {
    const { told, rest } = readPasted(text());
    const found =
      told.has("name") || rest === "" ? null : await app.engine.search(rest.slice(0, MOST_LETTERS));
    const understood = found?.kind === "answer" ? soughtDraft(found.understood) : {};
    setDraft({ ...understood, ...Object.fromEntries(told), circumstances: text() });
    return "";
  });
  const paths = () => REPORT_STEPS.flat().filter((path) => (draft()?.[path] ?? "") !== "");
  return (
    <Page title={t().seek.paste}>
      <div class="stack stack-wide">
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            read.press();
          }}
        >
          <p>{t().seek.pasteLead}</p>
          <TextArea id="pasted" label={t().seek.pasted} value={text()} onValue={setText} />
          <Show when={mayKeepPhoto(member())}>
            <PhotoField id="pasted-photo" value={photo()} onValue={setPhoto} />
          </Show>
          <Notice kind="info">{t().seek.noPublishing}</Notice>
          <Answer to={read.state()} />
          <div>
            <Button type="submit" look="primary" busy={read.state().busy} disabled={text().trim() === ""}>
              {t().seek.read}
            </Button>
          </div>
        </form>
        <Show when={draft()}>
          {(known) => (
            <section class="stack" aria-labelledby="understood-title">
              <h2 id="understood-title">{t().seek.understood}</h2>
              <p>{t().seek.understoodText}</p>
              <dl class="facts">
                <For each={paths()}>
                  {(path) => (
                    <div class="fact">
                      <dt>{t().fields.labels[path]}</dt>
                      <dd class="value-text">{wordValue(path, known()[path])}</dd>
                    </div>
                  )}
                </For>
              </dl>
              <div>
                <Button
                  look="primary"
                  onPress={() => {
                    carrySought(known());
                    carryPhoto(photo());
                    navigate(reportStepPath(1));
                  }}
                >
                  {t().seek.goOn}
                </Button>
              </div>
            </section>
          )}
        </Show>
      </div>
    </Page>
  );
}
