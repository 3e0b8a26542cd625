/** Choosing the other record of the same person: among those that are alike, or by a search of this house's guests. */
import { createSignal, For, onMount, Show } from "solid-js";
import type { RecordId, RecordView, SearchHit } from "#engine";
import { wordRefusal } from "#i18n";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { TextField } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Likeness } from "../parts/person-hit.tsx";
import { wordPerson } from "../wording.ts";

export interface JoinRecordProps {
  readonly view: RecordView;
  /** Records that are told of already. */
  readonly known: readonly RecordId[];
  readonly onJoin: (hit: SearchHit) => void;
  readonly onCancel: () => void;
}

interface HitsProps {
  readonly title: string;
  readonly none: string;
  readonly hits: readonly SearchHit[];
  readonly onJoin: (hit: SearchHit) => void;
}

function Hits(props: HitsProps) {
  const name = (hit: SearchHit): string => hit.title || t().search.kinds.guest;
  return (
    <>
      <h3>{props.title}</h3>
      <ul class="stack">
        <For each={props.hits} fallback={<li class="quiet">{props.none}</li>}>
          {(hit) => (
            <li class="stack stack-tight">
              <strong>{name(hit)}</strong>
              <span>{wordPerson(hit.fields)}</span>
              <Likeness score={hit.score} reasons={hit.reasons} />
              <div>
                <Button
                  aria-label={t().samePerson.joinWith(name(hit))}
                  onPress={() => {
                    props.onJoin(hit);
                  }}
                >
                  {t().samePerson.join}
                </Button>
              </div>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

const MOST = 10;
const FIELD = "field-join-search";

export function JoinRecord(props: JoinRecordProps) {
  const app = useApp();
  const [text, setText] = createSignal("");
  const [none, setNone] = createSignal("");
  const [found, setFound] = createSignal<readonly SearchHit[] | null>(null);
  const isOther = ({ id, kind }: SearchHit): boolean =>
    kind === "guest" && id !== props.view.id && !props.known.includes(id);
  const alike = createLive({
    key: () => props.view.id,
    ask: async (except) =>
      (await app.engine.alike("guest", props.view.fields, { except, limit: MOST })).filter(isOther),
    concerns: () => false,
  });
  const form = createForm({
    check: () => (text().trim() === "" ? [{ field: FIELD, text: t().refusals.empty }] : []),
    send: async () => {
      const answer = await app.engine.search(text(), { limit: MOST });
      setNone(answer.kind === "answer" ? t().samePerson.nobodyFound : wordRefusal(t(), answer.refusal));
      setFound(answer.kind === "answer" ? answer.results.filter(isOther) : []);
    },
  });
  onMount(() => {
    document.getElementById(FIELD)?.focus();
  });
  return (
    <section class="card card-soft stack" aria-labelledby="join-title">
      <h2 id="join-title">{t().samePerson.ask}</h2>
      <p>{t().samePerson.askText}</p>
      <Form state={form} label={t().samePerson.search}>
        <TextField
          id={FIELD}
          label={t().samePerson.search}
          error={form.errorOf(FIELD)}
          value={text()}
          onValue={setText}
        />
        <div class="actions">
          <Button type="submit" busy={form.busy()} busyText={t().shell.loading}>
            {t().samePerson.find}
          </Button>
          <Button
            onPress={() => {
              props.onCancel();
            }}
          >
            {t().shell.cancel}
          </Button>
        </div>
      </Form>
      <Show when={found()}>
        {(hits) => (
          <Hits
            title={t().samePerson.found}
            none={none()}
            hits={hits()}
            onJoin={(hit) => {
              props.onJoin(hit);
            }}
          />
        )}
      </Show>
      <Show when={alike.value()}>
        {(hits) => (
          <Hits
            title={t().samePerson.alike}
            none={t().samePerson.nobodyAlike}
            hits={hits()}
            onJoin={(hit) => {
              props.onJoin(hit);
            }}
          />
        )}
      </Show>
    </section>
  );
}
