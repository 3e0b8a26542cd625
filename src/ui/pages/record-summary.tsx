/**
 * The facts of a record, each edited in its place. Two values that were written at once are shown
 * as two until somebody chooses; nothing is overwritten silently.
 */
import { createMemo, createSignal, For, Show } from "solid-js";
import type { RecordView } from "#engine";
import { wordField } from "#i18n";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { Button, LinkButton } from "../parts/button.tsx";
import { FactEditor } from "../parts/fact-editor.tsx";
import { Notice } from "../parts/notice.tsx";
import { type Fact, factsOf, isOffered } from "../record-facts.ts";
import { patchAt, valueAt, wordError, wordValue } from "../wording.ts";

export interface RecordSummaryProps {
  readonly view: RecordView;
  readonly mayWrite: boolean;
}

/** Sets one field; an error of it is shown beside. */
function createEdits(view: () => RecordView) {
  const app = useApp();
  const [error, setError] = createSignal<unknown>();
  const set = async (path: string, value: unknown): Promise<void> => {
    try {
      await app.engine.edit(view().id, patchAt(path, value));
      setError(undefined);
    } catch (caught) {
      setError(caught);
    }
  };
  return { error, set };
}

interface TwoValuesProps {
  readonly path: string;
  readonly values: readonly unknown[];
  readonly mayWrite: boolean;
  readonly onKeep: (value: unknown) => void;
}

function TwoValues(props: TwoValuesProps) {
  return (
    <div class="two-values">
      <strong>{t().record.conflict}</strong>
      <p class="small">{t().record.conflictText}</p>
      <ul class="actions">
        <For each={props.values}>
          {(value) => (
            <li>
              <Show when={props.mayWrite} fallback={wordValue(props.path, value)}>
                <Button
                  onPress={() => {
                    props.onKeep(value);
                  }}
                >
                  {t().record.keepThis(wordValue(props.path, value))}
                </Button>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}

interface FactRowProps extends RecordSummaryProps {
  readonly fact: Fact;
  readonly onEdit: () => void;
  readonly onKeep: (value: unknown) => void;
}

function FactRow(props: FactRowProps) {
  const conflict = () => props.view.conflicts[props.fact.path];
  const label = () => wordField(t(), props.fact.path);
  return (
    <div class="fact">
      <dt>{label()}</dt>
      <dd class="value-text">
        <Show
          when={conflict()}
          fallback={wordValue(props.fact.path, valueAt(props.view.fields, props.fact.path))}
        >
          {(values) => (
            <TwoValues
              path={props.fact.path}
              values={values()}
              mayWrite={props.mayWrite}
              onKeep={(value) => {
                props.onKeep(value);
              }}
            />
          )}
        </Show>
      </dd>
      <Show when={props.mayWrite && props.fact.editor !== "read"}>
        <dd class="fact-change">
          <LinkButton
            label={t().record.changeField(label())}
            onPress={() => {
              props.onEdit();
            }}
          >
            {t().shell.change}
          </LinkButton>
        </dd>
      </Show>
    </div>
  );
}

const isKnown = (view: RecordView, path: string): boolean =>
  wordValue(path, valueAt(view.fields, path)) !== "" || view.conflicts[path] !== undefined;

export function RecordSummary(props: RecordSummaryProps) {
  const [editing, setEditing] = createSignal<string | null>(null);
  const edits = createEdits(() => props.view);
  const facts = createMemo(() => factsOf(props.view.kind));
  const shown = createMemo(() =>
    facts().filter(({ path }) => isKnown(props.view, path) || editing() === path),
  );
  const missing = createMemo(() =>
    facts().filter((fact) => !isKnown(props.view, fact.path) && isOffered(fact) && editing() !== fact.path),
  );
  return (
    <div class="stack stack-wide">
      <Show when={edits.error()}>
        <Notice kind="error" role="alert">
          {wordError(edits.error())}
        </Notice>
      </Show>
      <div class="facts">
        <For each={shown()}>
          {(fact) => (
            <Show
              when={editing() === fact.path}
              fallback={
                <dl>
                  <FactRow
                    view={props.view}
                    mayWrite={props.mayWrite}
                    fact={fact}
                    onEdit={() => setEditing(fact.path)}
                    onKeep={(value) => void edits.set(fact.path, value)}
                  />
                </dl>
              }
            >
              <FactEditor view={props.view} fact={fact} onDone={() => setEditing(null)} />
            </Show>
          )}
        </For>
      </div>
      <Show when={props.mayWrite && missing().length > 0}>
        <section class="stack stack-tight" aria-labelledby="missing-title">
          <h2 id="missing-title">{t().record.missing}</h2>
          <div class="missing-list">
            <For each={missing()}>
              {(fact) => <Button onPress={() => setEditing(fact.path)}>+ {wordField(t(), fact.path)}</Button>}
            </For>
          </div>
        </section>
      </Show>
    </div>
  );
}
