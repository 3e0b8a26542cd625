/**
 * First run: start a mesh, join one, or come back with the words of a house or a backup. The recovery sheet comes between the keys being made and
 * the first page, because its words are shown only once.
 */
import Footprints from "lucide-solid/icons/footprints";
import Ticket from "lucide-solid/icons/ticket";
import { createSignal, Match, onMount, Show, Switch } from "solid-js";
import { t } from "../look.ts";
import { Button, LinkButton } from "../parts/button.tsx";
import { NewHubNotice } from "../parts/hub-address-notice.tsx";
import { LanFacts, LanNotice } from "../parts/lan-notice.tsx";
import { Outside } from "../parts/outside.tsx";
import { FoundForm } from "./found-form.tsx";
import { JoinForm } from "./join-form.tsx";
import { RecoverForm } from "./recover-form.tsx";
import { RestoreForm } from "./restore-form.tsx";
import { RecoverySheet, type ShownWords } from "./recovery-sheet.tsx";

type Way = "found" | "join" | "recover" | "restore";

type Step =
  | { readonly kind: Way | "choose" }
  | { readonly kind: "sheet"; readonly shown: ShownWords; readonly of: "site" | "protected" };

export interface WelcomeProps {
  readonly first: "choose" | "join" | "recover";
  readonly onDone: () => void;
  /** Where there is something to go back to. */
  readonly onBack?: () => void;
}

function Choose(props: { readonly onChoose: (kind: Way) => void }) {
  return (
    <div class="stack stack-wide">
      <div class="page-head">
        <h1>{t().welcome.title}</h1>
        <p class="lead">{t().welcome.lead}</p>
      </div>
      <div class="ways">
        <section class="card way">
          <Ticket size={32} />
          <div class="stack stack-tight">
            <h2>{t().welcome.joinTitle}</h2>
            <p>{t().welcome.joinText}</p>
          </div>
          <Button
            look="primary"
            wide
            onPress={() => {
              props.onChoose("join");
            }}
          >
            {t().welcome.join}
          </Button>
        </section>
        <section class="card way">
          <Footprints size={32} />
          <div class="stack stack-tight">
            <h2>{t().welcome.foundTitle}</h2>
            <p>{t().welcome.foundText}</p>
          </div>
          <Button
            wide
            onPress={() => {
              props.onChoose("found");
            }}
          >
            {t().welcome.found}
          </Button>
        </section>
      </div>
      <NewHubNotice />
      <LanNotice />
      <LanFacts />
      <p class="row">
        <LinkButton
          onPress={() => {
            props.onChoose("recover");
          }}
        >
          {t().welcome.recoverChoose}
        </LinkButton>
        <LinkButton
          onPress={() => {
            props.onChoose("restore");
          }}
        >
          {t().backup.restoreChoose}
        </LinkButton>
      </p>
      <p class="quiet">{t().welcome.works}</p>
    </div>
  );
}

export function Welcome(props: WelcomeProps) {
  const [step, setStep] = createSignal<Step>({ kind: "choose" });
  onMount(() => setStep({ kind: props.first }));
  const back = () => {
    if (props.onBack === undefined) setStep({ kind: "choose" });
    else props.onBack();
  };
  const sheetOrDone = (shown: ShownWords | null): void => {
    if (shown === null) props.onDone();
    else setStep({ kind: "sheet", shown, of: "site" });
  };
  /** The second set of words, where there is one, after the first. */
  const afterSheet = ({ shown, of }: Extract<Step, { readonly kind: "sheet" }>): void => {
    if (of === "site" && shown.protectedWords !== null) setStep({ kind: "sheet", shown, of: "protected" });
    else props.onDone();
  };
  const sheet = () => {
    const now = step();
    return now.kind === "sheet" ? now : null;
  };
  return (
    <Outside title={t().shell.pages.welcome}>
      <Switch>
        <Match when={step().kind === "choose"}>
          <Choose onChoose={(kind) => setStep({ kind })} />
        </Match>
        <Match when={step().kind === "found"}>
          <FoundForm onBack={back} onFounded={sheetOrDone} />
        </Match>
        <Match when={step().kind === "join"}>
          <JoinForm onBack={back} onJoined={sheetOrDone} />
        </Match>
        <Match when={step().kind === "recover"}>
          <RecoverForm
            onBack={back}
            onRecovered={() => {
              props.onDone();
            }}
          />
        </Match>
        <Match when={step().kind === "restore"}>
          <RestoreForm
            onBack={back}
            onRestored={() => {
              props.onDone();
            }}
          />
        </Match>
        <Match when={sheet()} keyed>
          {(now) => (
            <RecoverySheet
              words={(now.of === "site" ? now.shown.recoveryWords : now.shown.protectedWords) ?? ""}
              of={now.of}
              house={now.shown.house}
              onDone={() => {
                afterSheet(now);
              }}
            />
          )}
        </Match>
      </Switch>
      <Show when={props.onBack !== undefined && step().kind === "choose"}>
        <Button onPress={back}>{t().shell.back}</Button>
      </Show>
    </Outside>
  );
}
