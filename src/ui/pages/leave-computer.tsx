/** A person who no longer works on this computer takes their keys off it. What would be lost is said first. */
import { createSignal, Show } from "solid-js";
import type { Fault } from "#engine";
import { useApp } from "../app-context.ts";
import { faultOf } from "../engine-client.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Tick } from "../parts/field.tsx";
import { Fold } from "../parts/fold.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { PassphraseField } from "../parts/passphrase-field.tsx";
import { wordError } from "../wording.ts";

type Loss = Extract<Fault, { readonly code: "unsent" | "only-protection" }>;

const lossOf = (fault: Fault | null): Loss | null =>
  fault?.code === "unsent" || fault?.code === "only-protection" ? fault : null;

function LeaveForm() {
  const app = useApp();
  const [passphrase, setPassphrase] = createSignal("");
  const [loss, setLoss] = createSignal<unknown>();
  const [sure, setSure] = createSignal(false);
  const form = createForm({
    check: () => [
      ...(passphrase() === "" ? [{ field: "field-leave", text: t().welcome.needPassphrase }] : []),
      ...(loss() !== undefined && !sure() ? [{ field: "leave-sure", text: t().locks.leaveNeedSure }] : []),
    ],
    blame: { "wrong-passphrase": "field-leave", "try-later": "field-leave" },
    send: async () => {
      try {
        await app.engine.forgetVault({ passphrase: passphrase(), despite: sure() });
        announce(t().locks.left);
      } catch (error) {
        if (lossOf(faultOf(error)) === null) throw error;
        setLoss(error);
      }
    },
  });
  return (
    <Form state={form} label={t().locks.leaveTitle}>
      <PassphraseField
        id="field-leave"
        label={t().welcome.passphrase}
        value={passphrase()}
        onValue={setPassphrase}
        error={form.errorOf("field-leave")}
        autocomplete="current-password"
      />
      <Show when={loss()}>
        <div role="alert">
          <Notice kind="warn">
            <p>{wordError(loss())}</p>
          </Notice>
        </div>
        <Tick id="leave-sure" label={t().locks.leaveSure} checked={sure()} onValue={setSure} />
      </Show>
      <div>
        <Button type="submit" look="danger" busy={form.busy()} busyText={t().locks.leaving}>
          {loss() === undefined ? t().locks.leave : t().locks.leaveDespite}
        </Button>
      </div>
    </Form>
  );
}

/** Alone on this computer, or one of several: how much goes differs. */
export function LeaveFold() {
  return (
    <Fold title={t().locks.leaveTitle} text={t().locks.leaveText}>
      <p>{t().locks.leaveLast}</p>
      <LeaveForm />
    </Fold>
  );
}
