/**
 * New recovery words: asked for while the house lacks a set, made when somebody presses, shown once on the
 * recovery sheet. Only who may make them is asked.
 */
import { createSignal, For, Show } from "solid-js";
import type { WordsKind } from "#engine";
import { useApp, useMember } from "../app-context.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { wordError } from "../wording.ts";
import { RecoverySheet } from "./recovery-sheet.tsx";

/** Words that were made and are on the screen. */
export interface MadeWords {
  readonly kind: WordsKind;
  readonly words: string;
}

export interface NewWordsProps {
  readonly needed: readonly WordsKind[];
  readonly onMade: (made: MadeWords) => void;
}

export function NewWordsNeeded(props: NewWordsProps) {
  const app = useApp();
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>(null);
  const make = async (kind: WordsKind): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { recoveryWords } = await app.engine.newWords(kind);
      props.onMade({ kind, words: recoveryWords });
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <For each={props.needed}>
      {(kind) => (
        <Notice kind="warn">
          <p>{kind === "site" ? t().trust.wordsNeeded : t().trust.protectedWordsNeeded}</p>
          <Show when={error()}>{(fault) => <p role="alert">{wordError(fault())}</p>}</Show>
          <Button busy={busy()} onPress={() => void make(kind)}>
            {t().trust.makeWords}
          </Button>
        </Notice>
      )}
    </For>
  );
}

/** The sheet of words that were just made; they are gone when it is left. */
export function MadeSheet(props: { readonly made: MadeWords; readonly onDone: () => void }) {
  const member = useMember();
  return (
    <RecoverySheet
      words={props.made.words}
      of={props.made.kind}
      house={member()?.siteName ?? ""}
      onDone={() => {
        props.onDone();
      }}
    />
  );
}
