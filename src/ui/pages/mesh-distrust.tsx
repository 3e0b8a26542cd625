/** Saying that the own house no longer trusts another, and that it does again. */
import { Show } from "solid-js";
import type { SiteView } from "#engine";
import { useApp, useMember } from "../app-context.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Answer, createPress } from "../parts/press.tsx";

interface Props {
  /** As it was when its dialog was opened. */
  readonly site: SiteView;
}

export function DistrustPart(props: Props) {
  const app = useApp();
  const member = useMember();
  const isDistrusted = () => props.site.distrustedBy.some((site) => site === member()?.site);
  const { state, press } = createPress(async () => {
    const { site, name } = props.site;
    const { on } = await app.engine.distrust({ site, on: !isDistrusted() });
    return on ? t().trust.distrusted(name) : t().trust.trusted(name);
  });
  return (
    <>
      <h3>{t().trust.distrustTitle}</h3>
      <p>{t().trust.distrustWhen}</p>
      <p>{t().trust.distrustWhat}</p>
      <p class="quiet">{t().trust.distrustLimits}</p>
      <Answer to={state()} />
      <Show when={state().done === undefined}>
        <div class="actions">
          <Button busy={state().busy} busyText={t().trust.distrusting} onPress={press}>
            {isDistrusted() ? t().trust.distrustEnd : t().trust.distrustNow}
          </Button>
        </div>
      </Show>
    </>
  );
}
