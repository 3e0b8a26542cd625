/**
 * Beside what a guest said to telling another house, while they said nothing: that their life is in danger and they cannot
 * be asked. One person claims it, another one agrees at their own device.
 */
import { createSignal, Index, Show } from "solid-js";
import type { RecordId, VitalClaim, VitalView } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { TextArea } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { wordError } from "../wording.ts";

interface VitalProps {
  readonly guest: RecordId;
  readonly to: VitalView["to"];
  readonly toName: string;
}

/** Where who pressed something goes on: what they pressed is gone then. */
interface Acted {
  readonly onActed: () => void;
}

const FIELD = "field-vital-reason";

const untilOf = ({ until }: VitalView): string => (until === null ? "" : f().dateTime(Date.parse(until)));

function Claim(props: Acted & { readonly claim: VitalClaim; readonly view: VitalView }) {
  const app = useApp();
  const [error, setError] = createSignal<unknown>();
  const doing = async (act: () => Promise<string>): Promise<void> => {
    try {
      announce(await act());
      setError(undefined);
      props.onActed();
    } catch (caught) {
      setError(caught);
    }
  };
  const agree = async (): Promise<string> => {
    const { until } = await app.engine.agreeVital(props.claim.id);
    return t().vital.agreed(f().dateTime(Date.parse(until)));
  };
  const end = async (): Promise<string> => {
    await app.engine.endVital(props.claim.id);
    return t().vital.ended;
  };
  return (
    <div class="stack stack-tight">
      <p class="value-text">{props.claim.reason}</p>
      <p class="quiet small">
        {t().vital.by(props.claim.by ?? t().vital.someone, f().dateTime(Date.parse(props.claim.at)))}
      </p>
      <Show when={error()}>
        {(caught) => (
          <Notice kind="error" role="alert">
            {wordError(caught())}
          </Notice>
        )}
      </Show>
      <div class="actions">
        <Show when={props.view.state === "waiting" && props.claim.mayAgree}>
          <Button onPress={() => void doing(agree)}>{t().vital.agree}</Button>
        </Show>
        <Button look="plain" onPress={() => void doing(end)}>
          {t().vital.end}
        </Button>
      </div>
    </div>
  );
}

function ClaimForm(props: VitalProps & Acted) {
  const app = useApp();
  const [reason, setReason] = createSignal("");
  const form = createForm({
    check: () => (reason().trim() === "" ? [{ field: FIELD, text: t().problems.required }] : []),
    send: async () => {
      await app.engine.claimVital({ guest: props.guest, to: props.to, reason: reason() });
      announce(t().vital.claimed);
      props.onActed();
    },
    fieldOf: () => FIELD,
  });
  return (
    <details class="fold">
      <summary>{t().vital.title}</summary>
      <div class="fold-body">
        <Form state={form} label={t().vital.title} dense>
          <p>{t().vital.lead(props.toName)}</p>
          <TextArea id={FIELD} label={t().vital.reason} value={reason()} onValue={setReason} />
          <div>
            <Button type="submit" busy={form.busy()}>
              {t().vital.claim}
            </Button>
          </div>
        </Form>
      </div>
    </details>
  );
}

export function RecordVital(props: VitalProps) {
  const app = useApp();
  const live = createLive({
    key: () => props.guest,
    ask: (guest) => app.engine.vitalInterests(guest),
    concerns: (event) => event.kind === "records",
  });
  const view = () => live.value()?.find(({ to }) => to === props.to);
  let place: HTMLDivElement | undefined;
  const goOn = (): void => place?.focus();
  return (
    <Show when={live.value() !== undefined}>
      <div ref={(element) => (place = element)} role="group" aria-label={t().vital.title} tabindex={-1}>
        <Show when={view()} fallback={<ClaimForm {...props} onActed={goOn} />}>
          {(known) => (
            <Notice kind="protect">
              <strong>
                {known().state === "holds" ? t().vital.holds(untilOf(known())) : t().vital.waiting}
              </strong>
              <Index each={known().claims}>
                {(claim) => <Claim claim={claim()} view={known()} onActed={goOn} />}
              </Index>
            </Notice>
          )}
        </Show>
      </div>
    </Show>
  );
}
