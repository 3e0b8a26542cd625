/**
 * On the page of a guest: the other records of the same person, what they say differently, and joining one more or parting
 * them again. Who only reads sees them and changes nothing.
 */
import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import type { ListItem, PersonView, RecordView } from "#engine";
import { wordField } from "#i18n";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { recordPath } from "../paths.ts";
import { wordError, wordPerson, wordValue } from "../wording.ts";
import { JoinRecord } from "./join-record.tsx";

export interface RecordSamePersonProps {
  readonly view: RecordView;
  readonly mayWrite: boolean;
}

/** How to call a record, and what can be done about it. */
interface OtherProps {
  readonly item: ListItem;
  readonly mayWrite: boolean;
  /** Absent where they are joined already. */
  readonly onJoin?: () => void;
  readonly onPart: () => void;
}

function Other(props: OtherProps) {
  const name = () => props.item.title || t().search.kinds.guest;
  return (
    <li class="row row-apart">
      <span>
        <A class="item-title" href={recordPath(props.item.id)}>
          {name()}
        </A>
        <span class="quiet"> {wordPerson(props.item.fields)}</span>
      </span>
      <Show when={props.mayWrite}>
        <span class="row">
          <Show when={props.onJoin}>
            {(join) => (
              <Button
                aria-label={t().samePerson.joinWith(name())}
                onPress={() => {
                  join()();
                }}
              >
                {t().samePerson.join}
              </Button>
            )}
          </Show>
          <Button
            aria-label={t().samePerson.partOf(name())}
            onPress={() => {
              props.onPart();
            }}
          >
            {t().samePerson.part}
          </Button>
        </span>
      </Show>
    </li>
  );
}

/** What the records say differently. When they came is told above, by the stays. */
function Differing(props: { readonly person: PersonView }) {
  const shown = () =>
    Object.entries(props.person.differing).filter(([field]) => !["arrivedAt", "leftAt"].includes(field));
  return (
    <Show when={shown().length > 0}>
      <h3>{t().samePerson.differing}</h3>
      <div class="facts">
        <For each={shown()}>
          {([field, values]) => (
            <dl class="fact">
              <dt>{wordField(t(), field)}</dt>
              <dd class="value-text">{values.map((value) => wordValue(field, value)).join(" / ")}</dd>
            </dl>
          )}
        </For>
      </div>
    </Show>
  );
}

/** Joins and parts, and says so; a refusal is shown. */
function createDeeds(view: () => RecordView, again: () => void) {
  const app = useApp();
  const [failed, setFailed] = createSignal<unknown>();
  const act = async (deed: () => Promise<PersonView>, said: string): Promise<void> => {
    try {
      await deed();
      setFailed(undefined);
      announce(said);
      again();
    } catch (error) {
      setFailed(error);
    }
  };
  return {
    failed,
    join: ({ id }: Pick<ListItem, "id">) => act(() => app.engine.merge(view().id, id), t().samePerson.joined),
    part: ({ id }: Pick<ListItem, "id">) =>
      act(() => app.engine.unmerge(view().id, id), t().samePerson.parted),
  };
}

export function RecordSamePerson(props: RecordSamePersonProps) {
  const app = useApp();
  const [joining, setJoining] = createSignal(false);
  const person = createLive({
    key: () => props.view.id,
    ask: (guest) => app.engine.person(guest),
    concerns: (event) => event.kind === "records",
  });
  const deeds = createDeeds(
    () => props.view,
    () => {
      person.again();
    },
  );
  const others = () => person.value()?.records.slice(1) ?? [];
  const contested = () => person.value()?.contested ?? [];
  const joinWith = async (item: Pick<ListItem, "id">): Promise<void> => {
    await deeds.join(item);
    setJoining(false);
  };
  return (
    <>
      <Show when={deeds.failed() ?? person.error()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <Show when={contested().length > 0}>
        <Notice kind="warn">
          <strong>{t().samePerson.contested}</strong>
          <p>{t().samePerson.contestedText}</p>
          <ul class="stack stack-tight">
            <For each={contested()}>
              {(item) => (
                <Other
                  item={item}
                  mayWrite={props.mayWrite}
                  onJoin={() => void deeds.join(item)}
                  onPart={() => void deeds.part(item)}
                />
              )}
            </For>
          </ul>
        </Notice>
      </Show>
      <Show when={others().length > 0}>
        <section class="stack" aria-labelledby="same-person-title">
          <h2 id="same-person-title">{t().samePerson.title}</h2>
          <p>{t().samePerson.text}</p>
          <ul class="stack stack-tight">
            <For each={others()}>
              {(item) => <Other item={item} mayWrite={props.mayWrite} onPart={() => void deeds.part(item)} />}
            </For>
          </ul>
          <Show when={person.value()}>{(known) => <Differing person={known()} />}</Show>
        </section>
      </Show>
      <Show when={props.mayWrite}>
        <Show
          when={joining()}
          fallback={
            <div>
              <Button onPress={() => setJoining(true)}>{t().samePerson.ask}</Button>
            </div>
          }
        >
          <JoinRecord
            view={props.view}
            known={[...others(), ...contested()].map(({ id }) => id)}
            onJoin={(item) => void joinWith(item)}
            onCancel={() => setJoining(false)}
          />
        </Show>
      </Show>
    </>
  );
}
