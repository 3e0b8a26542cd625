/**
 * The twelve recovery words: shown once, printed or copied by hand, and proven by typing two of
 * them. The printed sheet carries no address and no link.
 */
import Printer from "lucide-solid/icons/printer";
import { createSignal, For, Match, Switch, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { TextField } from "../parts/field.tsx";
import { FocusedHeading } from "../parts/focused-heading.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";

const ASKED = 2;

/** Words that are shown once. */
export interface ShownWords {
  readonly recoveryWords: string;
  readonly protectedWords: string | null;
  readonly house: string;
}

export interface RecoverySheetProps {
  readonly words: string;
  /** Which of the two sets it is. */
  readonly of: "site" | "protected";
  readonly house: string;
  readonly onDone: () => void;
}

const folded = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();

/** Positions to ask for, drawn by chance, in order. */
function drawPositions(count: number): readonly number[] {
  const positions = Array.from({ length: count }, (_, at) => at);
  const drawn = crypto.getRandomValues(new Uint32Array(ASKED));
  const asked = Array.from(drawn, (n) => positions.splice(n % positions.length, 1)[0] ?? 0);
  return asked.toSorted((a, b) => a - b);
}

function Sheet(props: {
  readonly words: readonly string[];
  readonly of: RecoverySheetProps["of"];
  readonly house: string;
  readonly onNext: () => void;
}) {
  return (
    <div class="stack stack-wide">
      <FocusedHeading class="screen-only">
        {props.of === "site" ? t().welcome.sheetHeading : t().welcome.sheetProtectedHeading}
      </FocusedHeading>
      <h1 class="print-only">
        {props.of === "site" ? t().welcome.printTitle : t().welcome.printProtectedTitle}
      </h1>
      <p class="lead screen-only">
        {props.of === "site" ? t().welcome.sheetLead : t().welcome.sheetProtectedLead}
      </p>
      <dl class="print-only sheet-facts">
        <dt>{t().welcome.printHouse}</dt>
        <dd>{props.house}</dd>
        <dt>{t().welcome.printDate}</dt>
        <dd>{f().day(Date.now())}</dd>
        <dt>{t().welcome.printKeepers}</dt>
        <dd />
      </dl>
      <ol class="word-grid" lang="es" aria-label={t().welcome.sheetList}>
        <For each={props.words}>{(word) => <li>{word}</li>}</For>
      </ol>
      <p class="print-only">{t().welcome.printWarning}</p>
      <p class="print-only fold-line">{t().welcome.printFold}</p>
      <div class="screen-only">
        <Notice kind="warn">
          <p>{t().welcome.sheetHow}</p>
        </Notice>
      </div>
      <div class="actions">
        <Button
          look="primary"
          icon={<Printer />}
          onPress={() => {
            print();
          }}
        >
          {t().welcome.sheetPrint}
        </Button>
        <Button
          onPress={() => {
            props.onNext();
          }}
        >
          {t().welcome.sheetNext}
        </Button>
      </div>
    </div>
  );
}

interface CheckProps {
  readonly words: readonly string[];
  readonly onBack: () => void;
  readonly onDone: () => void;
}

function Check(props: CheckProps) {
  // drawn once: another draw while typing would ask for other words
  const asked = untrack(() => drawPositions(props.words.length));
  const [typed, setTyped] = createStore<Record<number, string>>({});
  const form = createForm({
    check: () =>
      asked
        .filter((at) => folded(typed[at] ?? "") !== folded(props.words[at] ?? ""))
        .map((at) => ({ field: `field-word-${String(at)}`, text: t().welcome.sheetWordWrong(at + 1) })),
    send: async () => {
      props.onDone();
    },
  });
  return (
    <div class="stack stack-wide">
      <div class="stack stack-tight">
        <FocusedHeading>{t().welcome.sheetCheckHeading}</FocusedHeading>
        <p class="lead">{t().welcome.sheetCheckLead}</p>
      </div>
      <Form state={form}>
        <For each={asked}>
          {(at) => (
            <TextField
              id={`field-word-${String(at)}`}
              class="input-medium"
              label={t().welcome.sheetWord(at + 1)}
              error={form.errorOf(`field-word-${String(at)}`)}
              autocapitalize="off"
              value={typed[at] ?? ""}
              onValue={(value) => {
                setTyped(at, value);
              }}
            />
          )}
        </For>
        <div class="actions">
          <Button type="submit" look="primary" busy={form.busy()}>
            {t().welcome.sheetDone}
          </Button>
          <Button
            onPress={() => {
              props.onBack();
            }}
          >
            {t().welcome.sheetBack}
          </Button>
        </div>
      </Form>
    </div>
  );
}

export function RecoverySheet(props: RecoverySheetProps) {
  const [checking, setChecking] = createSignal(false);
  const words = () => props.words.trim().split(/\s+/u);
  return (
    <Switch>
      <Match when={!checking()}>
        <Sheet words={words()} of={props.of} house={props.house} onNext={() => setChecking(true)} />
      </Match>
      <Match when={checking()}>
        <Check
          words={words()}
          onBack={() => setChecking(false)}
          onDone={() => {
            props.onDone();
          }}
        />
      </Match>
    </Switch>
  );
}
