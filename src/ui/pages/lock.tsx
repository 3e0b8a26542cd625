/**
 * The locked screen: the house's name and a passphrase, nobody's name and no counts. Pasting is
 * allowed; a wrong phrase keeps the field and says what to check.
 */
import { createSignal, Show } from "solid-js";
import type { VaultId, VaultLabel } from "#engine";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { Sign } from "../parts/brand.tsx";
import { Button, LinkButton } from "../parts/button.tsx";
import { Choices } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Outside } from "../parts/outside.tsx";
import { PassphraseField } from "../parts/passphrase-field.tsx";

export interface LockPageProps {
  readonly vaults: readonly VaultLabel[];
  readonly onOpened: () => Promise<void>;
  /** Someone new comes in on this computer. */
  readonly onJoin: () => void;
}

export function LockPage(props: LockPageProps) {
  const app = useApp();
  const [passphrase, setPassphrase] = createSignal("");
  const [chosen, setChosen] = createSignal<VaultId | null>(null);
  const vault = () => chosen() ?? props.vaults[0]?.vault ?? null;
  const houses = () =>
    [...new Set(props.vaults.map((label) => label.siteName ?? ""))].filter((name) => name !== "");
  const form = createForm({
    check: () =>
      passphrase() === "" ? [{ field: "field-passphrase", text: t().welcome.needPassphrase }] : [],
    blame: { "wrong-passphrase": "field-passphrase" },
    send: async () => {
      const of = vault();
      await app.engine.unlock({ passphrase: passphrase(), ...(of === null ? {} : { vault: of }) });
      setPassphrase("");
      await props.onOpened();
    },
  });
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
              label={t().welcome.lockedVault}
              value={vault()}
              onValue={setChosen}
              options={props.vaults.map((label, at) => ({
                value: label.vault,
                label: `${t().welcome.vaultNumber(at + 1)}${label.siteName === null ? "" : ` · ${label.siteName}`}`,
              }))}
            />
          </Show>
          <PassphraseField
            id="field-passphrase"
            label={t().welcome.passphrase}
            value={passphrase()}
            onValue={setPassphrase}
            error={form.errorOf("field-passphrase")}
            autocomplete="current-password"
            autofocus
          />
          <Button type="submit" look="primary" wide busy={form.busy()} busyText={t().welcome.unlocking}>
            {t().welcome.unlock}
          </Button>
        </Form>
        <details class="fold">
          <summary>{t().welcome.forgotten}</summary>
          <div class="fold-body">
            <p>{t().welcome.forgottenText}</p>
          </div>
        </details>
        <div>
          <LinkButton
            onPress={() => {
              props.onJoin();
            }}
          >
            {t().welcome.join}
          </LinkButton>
        </div>
      </div>
    </Outside>
  );
}
