/** Coming back with the twelve words of the recovery sheet: the words, a name, a passphrase. */
import { createStore, unwrap } from "solid-js/store";
import { useApp } from "../app-context.ts";
import { dialable } from "../hub-link.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { createForm, Form, type FormError } from "../parts/form.tsx";
import { Newcomer, newcomerErrors } from "../parts/newcomer.tsx";
import {
  ProtectedWords,
  RecoveryWords,
  WORD_COUNT,
  wordErrors,
  wordField,
} from "../parts/recovery-words.tsx";
import { WayIn } from "../parts/way-in.tsx";

interface Values {
  words: string[];
  protectedWords: string;
  personName: string;
  passphrase: string;
  again: string;
}

const BLAME = {
  "passphrase-too-short": "field-passphrase",
  "recovery-words-mistyped": wordField(0),
  "recovery-words-unknown": wordField(0),
  "recovery-words-void": wordField(0),
} as const;

const check = (values: Values): readonly FormError[] => [
  ...wordErrors(values.words),
  ...newcomerErrors(values),
];

export interface RecoverFormProps {
  readonly onRecovered: () => void;
  readonly onBack: () => void;
}

export function RecoverForm(props: RecoverFormProps) {
  const app = useApp();
  const [values, set] = createStore<Values>({
    words: Array.from({ length: WORD_COUNT }, () => ""),
    protectedWords: "",
    personName: "",
    passphrase: "",
    again: "",
  });
  const form = createForm({
    check: () => check(values),
    blame: BLAME,
    send: async () => {
      const { words, protectedWords, personName, passphrase } = unwrap(values);
      const peers = dialable(app.hub()?.peers ?? []);
      const given = protectedWords.trim() === "" ? null : protectedWords;
      await app.engine.recover({
        words: words.join(" "),
        protectedWords: given,
        personName,
        passphrase,
        peers,
      });
      props.onRecovered();
    },
  });
  return (
    <WayIn heading={t().welcome.recoverHeading} lead={t().welcome.recoverLead} onBack={props.onBack}>
      <Form state={form}>
        <RecoveryWords
          words={values.words}
          form={form}
          onWord={(at, word) => {
            set("words", at, word);
          }}
        />
        <ProtectedWords
          value={values.protectedWords}
          onValue={(value) => {
            set("protectedWords", value);
          }}
        />
        <Newcomer
          values={values}
          form={form}
          onValue={(part, value) => {
            set(part, value);
          }}
        />
        <div class="actions">
          <Button type="submit" look="primary" busy={form.busy()} busyText={t().welcome.recovering}>
            {t().welcome.recover}
          </Button>
        </div>
      </Form>
    </WayIn>
  );
}
