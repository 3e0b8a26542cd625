/**
 * The locked screen: the house's name and a passphrase, or this shift's PIN; nobody's name and no
 * counts. Where several people work, each finds theirs by a badge. Pasting is allowed; a wrong phrase
 * keeps the field and says what to check, and how long to wait.
 */
import { createEffect, createSignal, Match, Show, Switch } from "solid-js";
import type { VaultId, VaultLabel } from "#engine";
import { wordBadge } from "#i18n";
import { useApp } from "../app-context.ts";
import { faultOf } from "../engine-client.ts";
import { t } from "../look.ts";
import { BADGE_ICONS } from "../parts/badge.tsx";
import { Sign } from "../parts/brand.tsx";
import { Button, LinkButton } from "../parts/button.tsx";
import { Choices } from "../parts/field.tsx";
import { createForm, Form, type FormError } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { Outside } from "../parts/outside.tsx";
import { PassphraseField } from "../parts/passphrase-field.tsx";
import { PinField } from "../parts/pin-field.tsx";
import { createTryWait } from "../try-wait.ts";

export interface LockPageProps {
  readonly vaults: readonly VaultLabel[];
  /** Asks again how the profile stands: opened, or with a try less. */
  readonly refresh: () => Promise<void>;
  /** Someone new comes in on this computer. */
  readonly onJoin: () => void;
  /** Someone comes back with the words of the house. */
  readonly onRecover: () => void;
}

/** Whose vault was opened last in this page: the likeliest to be opened again after it locked itself. */
let lastOpened: VaultId | null = null;

/** What is chosen and typed, and what opens with it. */
function createOpening(props: LockPageProps) {
  const app = useApp();
  const [typed, setTyped] = createSignal("");
  const [chosen, setChosen] = createSignal<VaultId | null>(lastOpened);
  const [phrase, setPhrase] = createSignal(false);
  const wait = createTryWait();
  createEffect(() => {
    for (const { vault, waitSeconds } of props.vaults) wait.heard(vault, waitSeconds);
  });
  const label = () =>
    props.vaults.length === 1 ? props.vaults[0] : props.vaults.find(({ vault }) => vault === chosen());
  const vault = () => label()?.vault ?? null;
  const left = () => wait.left(vault());
  const byPin = () => !phrase() && (label()?.pinTries ?? null) !== null;

  const check = (): readonly FormError[] => {
    if (label() === undefined) return [{ field: "field-vault", text: t().locks.needBadge }];
    if (byPin()) return typed() === "" ? [{ field: "field-pin", text: t().locks.needPin }] : [];
    if (left() > 0) return [{ field: "field-passphrase", text: t().locks.wait(left()) }];
    return typed() === "" ? [{ field: "field-passphrase", text: t().welcome.needPassphrase }] : [];
  };
  const open = (of: VaultId): Promise<void> =>
    byPin()
      ? app.engine.unlockWithPin({ vault: of, pin: typed() })
      : app.engine.unlock({ vault: of, passphrase: typed() });
  const form = createForm({
    check,
    blame: {
      "wrong-passphrase": "field-passphrase",
      "try-later": "field-passphrase",
      "wrong-pin": "field-pin",
      "which-vault": "field-vault",
    },
    send: async () => {
      const of = vault();
      if (of === null) return;
      try {
        await open(of);
        lastOpened = of;
        setTyped("");
      } catch (error) {
        const fault = faultOf(error);
        if (fault !== null && "seconds" in fault) wait.heard(of, fault.seconds);
        if (byPin()) setTyped("");
        throw error;
      } finally {
        await props.refresh();
      }
    },
  });
  const choose = (next: VaultId): void => {
    setChosen(next);
    setTyped("");
    setPhrase(false);
    form.clear();
  };
  const switchWay = (): void => {
    setPhrase((was) => !was);
    setTyped("");
    form.clear();
  };
  return { form, typed, setTyped, label, vault, left, byPin, choose, switchWay };
}

function Wait(props: { readonly seconds: number }) {
  return (
    <Show when={props.seconds > 0}>
      <Notice kind="warn">
        <p role="timer">
          <strong>{t().locks.wait(props.seconds)}</strong>
        </p>
        <p class="small">{t().locks.waitWhy}</p>
      </Notice>
    </Show>
  );
}

function Folds(props: Pick<LockPageProps, "onJoin" | "onRecover">) {
  return (
    <div>
      <details class="fold">
        <summary>{t().welcome.forgotten}</summary>
        <div class="fold-body">
          <p>{t().welcome.forgottenText}</p>
          <p>
            <LinkButton
              onPress={() => {
                props.onRecover();
              }}
            >
              {t().welcome.recoverChoose}
            </LinkButton>
          </p>
        </div>
      </details>
      <details class="fold">
        <summary>{t().locks.another}</summary>
        <div class="fold-body stack">
          <p>{t().locks.anotherText}</p>
          <div>
            <Button
              onPress={() => {
                props.onJoin();
              }}
            >
              {t().welcome.join}
            </Button>
          </div>
        </div>
      </details>
    </div>
  );
}

export function LockPage(props: LockPageProps) {
  const opening = createOpening(props);
  const { form } = opening;
  const houses = () =>
    [...new Set(props.vaults.map((label) => label.siteName ?? ""))].filter((name) => name !== "");
  return (
    <Outside narrow title={t().shell.pages.locked}>
      <div class="stack stack-wide">
        <div class="lock-house">
          <Sign size={56} />
          <h1>{houses().join(" · ") || t().shell.app}</h1>
        </div>
        <Form state={form} label={t().welcome.unlock}>
          <Show when={props.vaults.length > 1}>
            <Choices
              id="field-vault"
              label={t().locks.whose}
              value={opening.vault()}
              onValue={opening.choose}
              error={form.errorOf("field-vault")}
              options={props.vaults.map((label) => ({
                value: label.vault,
                label: wordBadge(t(), label),
                icon: BADGE_ICONS[label.badge],
              }))}
            />
          </Show>
          <Switch
            fallback={
              <PassphraseField
                id="field-passphrase"
                label={t().welcome.passphrase}
                value={opening.typed()}
                onValue={opening.setTyped}
                error={form.errorOf("field-passphrase")}
                autocomplete="current-password"
                autofocus
              />
            }
          >
            <Match when={opening.byPin()}>
              <PinField
                id="field-pin"
                label={t().locks.pin}
                hint={t().locks.pinTries(opening.label()?.pinTries ?? 0)}
                value={opening.typed()}
                onValue={opening.setTyped}
                error={form.errorOf("field-pin")}
                autofocus
              />
            </Match>
          </Switch>
          <Show when={!opening.byPin()}>
            <Wait seconds={opening.left()} />
          </Show>
          <Button type="submit" look="primary" wide busy={form.busy()} busyText={t().welcome.unlocking}>
            {t().welcome.unlock}
          </Button>
          <Show when={(opening.label()?.pinTries ?? null) !== null}>
            <div>
              <LinkButton onPress={opening.switchWay}>
                {opening.byPin() ? t().locks.usePassphrase : t().locks.usePin}
              </LinkButton>
            </div>
          </Show>
        </Form>
        <Folds
          onJoin={() => {
            props.onJoin();
          }}
          onRecover={() => {
            props.onRecover();
          }}
        />
      </div>
    </Outside>
  );
}
