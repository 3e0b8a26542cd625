/** Tabs over one page; arrow keys move between them. */
import { Tabs as Kobalte } from "@kobalte/core/tabs";
import { For, type JSX } from "solid-js";

export interface Tab {
  readonly value: string;
  readonly label: string;
  readonly content: () => JSX.Element;
}

export function Tabs(props: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <Kobalte>
      <Kobalte.List class="tabs-list" aria-label={props.label}>
        <For each={props.tabs}>
          {(tab) => (
            <Kobalte.Trigger class="tab" value={tab.value}>
              {tab.label}
            </Kobalte.Trigger>
          )}
        </For>
      </Kobalte.List>
      <For each={props.tabs}>
        {(tab) => (
          <Kobalte.Content class="tab-panel" value={tab.value}>
            {tab.content()}
          </Kobalte.Content>
        )}
      </For>
    </Kobalte>
  );
}
