/** A step of a referral as somebody says it on a page: with room for a reason, busy meanwhile, and told when it is done. */
import { createSignal } from "solid-js";
import type { ReferralOutcome } from "#engine";
import type { ReferralStep } from "#model";
import { t } from "./look.ts";
import { announce } from "./parts/announce.tsx";

export interface StepOptions {
  /** What the engine is asked; `why` holds a reason where one was typed. */
  readonly step: (step: ReferralStep, why: { readonly reason?: string }) => Promise<ReferralOutcome>;
  readonly onDone: () => void;
}

export function createStep({ step: ask, onDone }: StepOptions) {
  const [reason, setReason] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const say = async (step: ReferralStep): Promise<void> => {
    setBusy(true);
    try {
      const { state } = await ask(step, reason().trim() === "" ? {} : { reason: reason() });
      setReason("");
      setError(undefined);
      announce(t().referrals.stepped(t().referrals.states[state]));
      onDone();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return { reason, setReason, busy, error, say };
}
