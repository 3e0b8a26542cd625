/** On the page of a guest: moving them to protection, with what that does not undo. */
import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { RecordView } from "#engine";
import { PROTECTED_WHYS, type ProtectedWhy } from "#model";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Select } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { paths } from "../paths.ts";
import { valueAt, wordError } from "../wording.ts";

function Moving(props: { readonly view: RecordView }) {
  const app = useApp();
  const navigate = useNavigate();
  const [why, setWhy] = createSignal<ProtectedWhy>("minor-alone");
  const [failed, setFailed] = createSignal<unknown>();
  const move = async (): Promise<void> => {
    try {
      await app.engine.protectGuest({ guest: props.view.id, why: [why()] });
      announce(t().protection.moved);
      navigate(paths.arrivals);
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <details class="fold">
      <summary>{t().protection.move}</summary>
      <div class="fold-body stack">
        <p>{t().protection.moveText}</p>
        <Show when={failed()}>
          {(error) => (
            <Notice kind="error" role="alert">
              {wordError(error())}
            </Notice>
          )}
        </Show>
        <Select<ProtectedWhy>
          id="field-move-why"
          label={t().protection.moveWhy}
          value={why()}
          onValue={setWhy}
          options={PROTECTED_WHYS.map((value) => ({ value, label: t().protection.whys[value] }))}
        />
        <div>
          <Button onPress={() => void move()}>{t().protection.moveDo}</Button>
        </div>
      </div>
    </details>
  );
}

export function MoveToProtected(props: { readonly view: RecordView }) {
  return (
    <Show
      when={valueAt(props.view.fields, "emptied") !== true}
      fallback={<Notice kind="info">{t().protection.emptied}</Notice>}
    >
      <Moving view={props.view} />
    </Show>
  );
}
