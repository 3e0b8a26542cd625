/** Copies a code; says so in its own words for a moment. */
import Check from "lucide-solid/icons/check";
import Copy from "lucide-solid/icons/copy";
import { createSignal, Show } from "solid-js";
import { t } from "../look.ts";
import { announce } from "./announce.tsx";
import { Button } from "./button.tsx";

const SAID_MS = 3000;

export function CopyButton(props: { readonly text: string }) {
  const [copied, setCopied] = createSignal(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(props.text);
    setCopied(true);
    announce(t().shell.copied);
    setTimeout(() => setCopied(false), SAID_MS);
  };
  return (
    <Button
      icon={
        <Show when={copied()} fallback={<Copy />}>
          <Check />
        </Show>
      }
      onPress={() => void copy()}
    >
      {copied() ? t().shell.copied : t().shell.copy}
    </Button>
  );
}
