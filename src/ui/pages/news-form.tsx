/** Noting news of who is sought: what, from whom, who confirms it, and who of the house is to be called about it. */
import { createSignal, Show } from "solid-js";
import type { NewsWish, RecordId } from "#engine";
import { isInPerson, NEWS_AGREED, NEWS_KINDS, NEWS_SOURCES, type NewsKind, type NewsSource } from "#model";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Select, TextField } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { Answer, createPress } from "../parts/press.tsx";

interface Typed {
  readonly what: NewsKind;
  readonly heardFrom: NewsSource;
  readonly confirmedBy: string;
  readonly on: string;
  readonly whom: string;
  readonly agreed: "" | (typeof NEWS_AGREED)[number];
}

const EMPTY: Typed = { what: "seen", heardFrom: "witness", confirmedBy: "", on: "", whom: "", agreed: "" };

function wishOf(about: RecordId, { what, heardFrom, whom, confirmedBy, on, agreed }: Typed): NewsWish {
  return {
    ...{ about, what, heardFrom, whom },
    ...(confirmedBy.trim() === "" ? {} : { confirmedBy }),
    ...(on.trim() === "" ? {} : { on }),
    ...(agreed === "" || isInPerson({ what, heardFrom, confirmedBy }) ? {} : { agreed }),
  };
}

interface FieldsProps {
  readonly typed: Typed;
  readonly onTyped: (change: Partial<Typed>) => void;
}

function Fields(props: FieldsProps) {
  const kinds = () => NEWS_KINDS.map((value) => ({ value, label: t().news.kinds[value] }));
  const sources = () => NEWS_SOURCES.map((value) => ({ value, label: t().news.sources[value] }));
  const reasons = () => NEWS_AGREED.map((value) => ({ value, label: t().news.agreedKinds[value] }));
  const text = (field: "confirmedBy" | "on") => (
    <TextField
      id={`news-${field}`}
      label={t().news[field]}
      optional
      value={props.typed[field]}
      onValue={(value) => {
        props.onTyped({ [field]: value });
      }}
    />
  );
  return (
    <>
      <Select
        id="news-what"
        label={t().news.what}
        options={kinds()}
        value={props.typed.what}
        onValue={(what) => {
          props.onTyped({ what: what });
        }}
      />
      <Select
        id="news-from"
        label={t().news.heardFrom}
        options={sources()}
        value={props.typed.heardFrom}
        onValue={(heardFrom) => {
          props.onTyped({ heardFrom: heardFrom });
        }}
      />
      {text("confirmedBy")}
      {text("on")}
      <Show when={!isInPerson(props.typed)} fallback={<Notice kind="warn">{t().news.inPersonText}</Notice>}>
        <Select
          id="news-agreed"
          label={t().news.agreed}
          hint={t().news.agreedHint}
          options={[{ value: "", label: t().news.notAgreed }, ...reasons()]}
          value={props.typed.agreed}
          onValue={(agreed) => {
            props.onTyped({ agreed: agreed });
          }}
        />
      </Show>
      <TextField
        id="news-whom"
        label={t().news.whom}
        hint={t().news.whomHint}
        value={props.typed.whom}
        onValue={(whom) => {
          props.onTyped({ whom });
        }}
      />
    </>
  );
}

export function NewsForm(props: { readonly about: RecordId }) {
  const app = useApp();
  const [open, setOpen] = createSignal(false);
  const [typed, setTyped] = createSignal(EMPTY);
  const save = createPress(async () => {
    const { state } = await app.engine.addNews(wishOf(props.about, typed()));
    setTyped(EMPTY);
    setOpen(false);
    return state === "to-confirm" ? t().news.savedWaits : t().news.saved;
  });
  return (
    <>
      <Answer to={save.state()} />
      <Show
        when={open()}
        fallback={
          <div>
            <Button onPress={() => setOpen(true)}>{t().news.add}</Button>
          </div>
        }
      >
        <form
          class="stack"
          aria-label={t().news.add}
          onSubmit={(event) => {
            event.preventDefault();
            save.press();
          }}
        >
          <p>{t().news.stays}</p>
          <Fields typed={typed()} onTyped={(change) => setTyped((before) => ({ ...before, ...change }))} />
          <div class="actions">
            <Button type="submit" busy={save.state().busy}>
              {t().news.save}
            </Button>
            <Button look="plain" onPress={() => setOpen(false)}>
              {t().shell.cancel}
            </Button>
          </div>
        </form>
      </Show>
    </>
  );
}
