/** On the page of a report: whether who seeks agreed to a poster, and the way to it. */
import { useNavigate } from "@solidjs/router";
import { Show } from "solid-js";
import type { RecordView } from "#engine";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Answer, createPress } from "../parts/press.tsx";
import { posterPath } from "../paths.ts";

export function RecordPoster(props: { readonly view: RecordView; readonly mayWrite: boolean }) {
  const app = useApp();
  const navigate = useNavigate();
  const isAllowed = (): boolean => Reflect.get(props.view.fields, "posterAllowed") === true;
  const isOpen = (): boolean => Reflect.get(props.view.fields, "status") === "open";
  const change = createPress(async () => {
    const posterAllowed = !isAllowed();
    await app.engine.edit(props.view.id, { posterAllowed });
    return posterAllowed ? t().poster.permitted : t().poster.forbidden;
  });
  return (
    <Show when={props.view.kind === "report" && props.mayWrite && isOpen()}>
      <section class="stack stack-tight" aria-labelledby="poster-title">
        <h2 id="poster-title">{t().poster.section}</h2>
        <p class="quiet">{t().poster.lead}</p>
        <p>{isAllowed() ? t().poster.allowed : t().poster.notAllowed}</p>
        <Answer to={change.state()} />
        <div class="actions">
          <Show when={isAllowed()}>
            <Button
              onPress={() => {
                navigate(posterPath(props.view.id));
              }}
            >
              {t().poster.make}
            </Button>
          </Show>
          <Button busy={change.state().busy} onPress={change.press}>
            {isAllowed() ? t().poster.forbid : t().poster.allow}
          </Button>
        </div>
      </section>
    </Show>
  );
}
