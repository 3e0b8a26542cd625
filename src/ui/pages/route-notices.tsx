/** The notices that stand, with who said them and until when; writing one, and taking an own one off. */
import { createSignal, Index, Show } from "solid-js";
import type { NoticeView } from "#engine";
import { NOTICE_KINDS, type NoticeKind } from "#model";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Select, TextArea, TextField } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { takeFocus } from "../parts/press.tsx";
import { wordDay, wordHouse } from "../route.ts";
import { wordError } from "../wording.ts";
import { SaveOrCancel } from "../parts/save-or-cancel.tsx";

const URGENT: readonly NoticeKind[] = ["danger", "operation"];

function One(props: { readonly notice: NoticeView; readonly onEnd: () => void }) {
  return (
    <li>
      <Notice kind={URGENT.includes(props.notice.kind) ? "warn" : "info"}>
        <p class="route-text">
          <strong>{t().route.noticeKinds[props.notice.kind]}</strong>
          <Show when={props.notice.place}>{(place) => <> · {place()}</>}</Show>
          <br />
          {props.notice.text}
        </p>
        <p class="quiet small">
          {t().route.noticeBy(wordHouse(props.notice.by), wordDay(props.notice.validUntil))}
          <Show when={props.notice.state === "unclear"}> {t().route.noticeUnclear}</Show>
        </p>
        <Show when={props.notice.ownSite}>
          <div>
            <Button
              aria-label={t().route.endNoticeOf(props.notice.text)}
              onPress={() => {
                props.onEnd();
              }}
            >
              {t().route.endNotice}
            </Button>
          </div>
        </Show>
      </Notice>
    </li>
  );
}

const FIELDS: Readonly<Record<string, string>> = {
  text: "notice-text",
  place: "notice-place",
  validUntil: "notice-until",
};

function NoticeForm(props: { readonly onDone: () => void }) {
  const app = useApp();
  const [kind, setKind] = createSignal<NoticeKind | "">("");
  const [text, setText] = createSignal("");
  const [place, setPlace] = createSignal("");
  const [until, setUntil] = createSignal("");
  const form = createForm({
    check: () => (kind() === "" ? [{ field: "notice-kind", text: t().route.needNoticeKind }] : []),
    fieldOf: (path) => FIELDS[path] ?? null,
    send: async () => {
      const validUntil = until().trim();
      await app.engine.add("notice", {
        ...{ kind: kind(), text: text(), place: place() },
        ...(validUntil === "" ? {} : { validUntil }),
      });
      announce(t().route.noticeSaved);
      props.onDone();
    },
  });
  const kinds = () => NOTICE_KINDS.map((value) => ({ value, label: t().route.noticeKinds[value] }));
  return (
    <Form state={form} label={t().route.addNotice}>
      <p>{t().route.publicText}</p>
      <Select<NoticeKind | "">
        id="notice-kind"
        label={t().route.noticeKind}
        error={form.errorOf("notice-kind")}
        options={[{ value: "", label: "—" }, ...kinds()]}
        value={kind()}
        onValue={setKind}
      />
      <TextArea
        id="notice-text"
        label={t().route.noticeText}
        hint={t().route.noticeTextHint}
        error={form.errorOf("notice-text")}
        value={text()}
        onValue={setText}
      />
      <TextField
        id="notice-place"
        label={t().route.noticePlace}
        optional
        error={form.errorOf("notice-place")}
        value={place()}
        onValue={setPlace}
      />
      <TextField
        id="notice-until"
        label={t().route.noticeUntil}
        hint={t().route.noticeUntilHint}
        optional
        error={form.errorOf("notice-until")}
        value={until()}
        onValue={setUntil}
      />
      <SaveOrCancel
        form={form}
        save={t().route.saveNotice}
        onCancel={() => {
          props.onDone();
        }}
      />
    </Form>
  );
}

function AddNotice() {
  const [open, setOpen] = createSignal(false);
  let isBack = false;
  const close = (): void => {
    isBack = true;
    setOpen(false);
  };
  return (
    <Show
      when={open()}
      fallback={
        <div>
          <Button
            ref={(button) => {
              if (isBack) takeFocus(button);
            }}
            onPress={() => setOpen(true)}
          >
            {t().route.addNotice}
          </Button>
        </div>
      }
    >
      <section class="card" aria-labelledby="add-notice">
        <h3 id="add-notice" tabindex="-1" ref={takeFocus}>
          {t().route.addNotice}
        </h3>
        <NoticeForm onDone={close} />
      </section>
    </Show>
  );
}

export function RouteNotices() {
  const app = useApp();
  const [failed, setFailed] = createSignal<unknown>();
  const notices = createLive({
    key: () => "notices",
    ask: () => app.engine.notices(),
    concerns: (event) => event.kind === "records" || event.kind === "members",
  });
  const end = async ({ id }: NoticeView): Promise<void> => {
    try {
      await app.engine.endNotice(id);
      setFailed(undefined);
      announce(t().route.noticeEnded);
      notices.again();
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <section class="stack" aria-labelledby="notices-title">
      <h2 id="notices-title">{t().route.notices}</h2>
      <Show when={failed() ?? notices.error()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <Show when={notices.value()} fallback={<p class="quiet">{t().shell.loading}</p>}>
        {(known) => (
          <ul class="stack">
            <Index each={known()} fallback={<li class="quiet">{t().route.noNotices}</li>}>
              {(notice) => <One notice={notice()} onEnd={() => void end(notice())} />}
            </Index>
          </ul>
        )}
      </Show>
      <div class="screen-only">
        <AddNotice />
      </div>
    </section>
  );
}
