/** Keys and words: the same help from every page. */
import { For } from "solid-js";
import { t } from "../look.ts";
import { Dialog } from "./dialog.tsx";

export function HelpDialog(props: { readonly onClose: () => void }) {
  return (
    <Dialog
      open
      title={t().shell.helpTitle}
      onClose={() => {
        props.onClose();
      }}
    >
      <h3>{t().shell.helpKeys}</h3>
      <dl class="keys">
        <For each={t().shell.keys}>
          {([key, meaning]) => (
            <>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </>
          )}
        </For>
      </dl>
      <h3>{t().shell.helpWords}</h3>
      <dl class="stack stack-tight">
        <For each={t().shell.words}>
          {([word, meaning]) => (
            <div>
              <dt>
                <strong>{word}</strong>
              </dt>
              <dd class="quiet">{meaning}</dd>
            </div>
          )}
        </For>
      </dl>
    </Dialog>
  );
}
