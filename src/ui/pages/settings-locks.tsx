/** Settings of the lock: when the page locks itself, the PIN of this shift, the passphrase, the badge. */
import { createSignal, Show } from "solid-js";
import type { PinHours } from "#engine";
import { useApp } from "../app-context.ts";
import { AWAY_MINUTES, awayMinutes, f, IDLE_MINUTES, idleMinutes, setLook, t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { BADGE_ICONS, BADGE_NAMES } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Choices, Select } from "../parts/field.tsx";
import { Fold } from "../parts/fold.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { NewPassphrase, passphraseErrors } from "../parts/new-passphrase.tsx";
import { Notice } from "../parts/notice.tsx";
import { PassphraseField } from "../parts/passphrase-field.tsx";
import { PinField } from "../parts/pin-field.tsx";
import { LeaveFold } from "./leave-computer.tsx";

function useOpen() {
  const app = useApp();
  return () => {
    const state = app.state();
    return state?.kind === "open" ? state : null;
  };
}

/** A long shift at most; the engine takes no other. */
const HOURS: readonly PinHours[] = [4, 8, 12];

function PinForm() {
  const app = useApp();
  const [pin, setPin] = createSignal("");
  const [passphrase, setPassphrase] = createSignal("");
  const [hours, setHours] = createSignal<PinHours>(8);
  const form = createForm({
    check: () => [
      ...(pin() === "" ? [{ field: "field-new-pin", text: t().locks.needPin }] : []),
      ...(passphrase() === "" ? [{ field: "field-pin-passphrase", text: t().welcome.needPassphrase }] : []),
    ],
    blame: {
      "pin-format": "field-new-pin",
      "pin-simple": "field-new-pin",
      "wrong-passphrase": "field-pin-passphrase",
      "try-later": "field-pin-passphrase",
    },
    send: async () => {
      await app.engine.setPin({ passphrase: passphrase(), pin: pin(), hours: hours() });
    },
  });
  return (
    <Form state={form} label={t().locks.pinTitle}>
      <PinField
        id="field-new-pin"
        label={t().locks.pinNew}
        value={pin()}
        onValue={setPin}
        error={form.errorOf("field-new-pin")}
      />
      <Choices
        id="field-pin-hours"
        label={t().locks.pinHours}
        value={String(hours())}
        onValue={(chosen) => setHours(HOURS.find((one) => String(one) === chosen) ?? HOURS[0] ?? 4)}
        options={HOURS.map((one) => ({ value: String(one), label: t().locks.hours(one) }))}
      />
      <PassphraseField
        id="field-pin-passphrase"
        label={t().welcome.passphrase}
        value={passphrase()}
        onValue={setPassphrase}
        error={form.errorOf("field-pin-passphrase")}
        autocomplete="current-password"
      />
      <div>
        <Button type="submit" busy={form.busy()} busyText={t().locks.pinSetting}>
          {t().locks.pinSet}
        </Button>
      </div>
    </Form>
  );
}

function PinFold() {
  const app = useApp();
  const open = useOpen();
  return (
    <Fold title={t().locks.pinTitle} text={t().locks.pinText}>
      <Show when={open()?.pinUntil} fallback={<PinForm />}>
        {(until) => (
          <>
            <Notice kind="ok" role="status">
              {t().locks.pinOn(f().dateTime(until()))}
            </Notice>
            <div>
              <Button
                onPress={() => {
                  void app.engine.endPin().then(() => {
                    announce(t().locks.pinEnded);
                  });
                }}
              >
                {t().locks.pinEnd}
              </Button>
            </div>
          </>
        )}
      </Show>
    </Fold>
  );
}

function PassphraseFold() {
  const app = useApp();
  const [current, setCurrent] = createSignal("");
  const [next, setNext] = createSignal({ passphrase: "", again: "" });
  const [changed, setChanged] = createSignal(false);
  const form = createForm({
    check: () => [
      ...(current() === "" ? [{ field: "field-current", text: t().welcome.needPassphrase }] : []),
      ...passphraseErrors(next().passphrase, next().again),
    ],
    blame: {
      "wrong-passphrase": "field-current",
      "try-later": "field-current",
      "passphrase-too-short": "field-passphrase",
      "same-passphrase": "field-passphrase",
    },
    send: async () => {
      setChanged(false);
      await app.engine.changePassphrase({ current: current(), next: next().passphrase });
      setCurrent("");
      setNext({ passphrase: "", again: "" });
      setChanged(true);
    },
  });
  return (
    <Fold title={t().locks.change} text={t().locks.changeText}>
      <Show when={changed()}>
        <Notice kind="ok" role="status">
          {t().locks.changed}
        </Notice>
      </Show>
      <Form state={form} label={t().locks.change}>
        <PassphraseField
          id="field-current"
          label={t().locks.current}
          value={current()}
          onValue={setCurrent}
          error={form.errorOf("field-current")}
          autocomplete="current-password"
        />
        <NewPassphrase
          label={t().locks.next}
          passphrase={next().passphrase}
          again={next().again}
          form={form}
          onValue={(part, value) => setNext((before) => ({ ...before, [part]: value }))}
        />
        <div>
          <Button type="submit" busy={form.busy()} busyText={t().locks.changing}>
            {t().locks.change}
          </Button>
        </div>
      </Form>
    </Fold>
  );
}

function BadgeFold() {
  const app = useApp();
  const open = useOpen();
  return (
    <Fold title={t().locks.badgeTitle} text={t().locks.badgeText}>
      <Choices
        id="field-badge"
        label={t().locks.whose}
        value={open()?.badge ?? null}
        onValue={(badge) => void app.engine.setBadge(badge)}
        options={BADGE_NAMES.map((badge) => ({
          value: badge,
          label: t().locks.badges[badge],
          icon: BADGE_ICONS[badge],
        }))}
      />
    </Fold>
  );
}

export function LocksCard() {
  const minutes = (list: readonly number[]) =>
    list.map((one) => ({ value: String(one), label: t().settings.idleMinutes(one) }));
  return (
    <section class="card" aria-labelledby="locks-title">
      <h2 id="locks-title">{t().locks.title}</h2>
      <Select
        id="field-idle"
        label={t().settings.idle}
        hint={t().settings.idleHint}
        value={String(idleMinutes())}
        onValue={(chosen) => {
          setLook({ idleMinutes: Number(chosen) });
        }}
        options={minutes(IDLE_MINUTES)}
      />
      <Select
        id="field-away"
        label={t().locks.away}
        hint={t().locks.awayHint}
        value={String(awayMinutes())}
        onValue={(chosen) => {
          setLook({ awayMinutes: Number(chosen) });
        }}
        options={minutes(AWAY_MINUTES)}
      />
      <div>
        <PinFold />
        <PassphraseFold />
        <BadgeFold />
        <LeaveFold />
      </div>
    </section>
  );
}
