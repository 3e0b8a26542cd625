/** Coming back from a backup: its file, and one of the three things that open it. */
import { createSignal, Match, Show, Switch } from "solid-js";
import { createStore, type SetStoreFunction, unwrap } from "solid-js/store";
import type { Fault, Restoring } from "#engine";
import { useApp } from "../app-context.ts";
import { dialable, giveHubCode } from "../hub-link.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Choices, TextArea } from "../parts/field.tsx";
import { FileField } from "../parts/file-field.tsx";
import { createForm, Form, type FormError, type FormState } from "../parts/form.tsx";
import { Newcomer, newcomerErrors } from "../parts/newcomer.tsx";
import { PassphraseField } from "../parts/passphrase-field.tsx";
import {
  ProtectedWords,
  RecoveryWords,
  WORD_COUNT,
  wordErrors,
  wordField,
} from "../parts/recovery-words.tsx";
import { WayIn } from "../parts/way-in.tsx";

interface Values {
  by: Restoring["by"];
  words: string[];
  protectedWords: string;
  code: string;
  personName: string;
  passphrase: string;
  again: string;
}

const FILE_FIELD = "field-backup";
const PASSPHRASE_FIELD = "field-backup-passphrase";

/** The field of what is to open the file. */
const OPENER: Readonly<Record<Restoring["by"], string>> = {
  words: wordField(0),
  invite: "field-code",
  passphrase: PASSPHRASE_FIELD,
};

const blameOf = (by: Restoring["by"]): Partial<Record<Fault["code"], string>> => ({
  "not-a-backup": FILE_FIELD,
  "backup-not-yours": OPENER[by],
  "passphrase-too-short": "field-passphrase",
  "recovery-words-mistyped": OPENER.words,
  "recovery-words-void": OPENER.words,
  "code-mistyped": OPENER.invite,
  "code-unknown": OPENER.invite,
  "seed-unknown": OPENER.invite,
  "seed-no-hub": OPENER.invite,
  "invite-expired": OPENER.invite,
  "invite-used": OPENER.invite,
});

function openerErrors(values: Values): readonly FormError[] {
  const words = t().welcome;
  switch (values.by) {
    case "words":
      return [...wordErrors(values.words), ...newcomerErrors(values)];
    case "invite":
      return [
        ...(values.code.trim() === "" ? [{ field: OPENER.invite, text: words.needCode }] : []),
        ...newcomerErrors(values),
      ];
    case "passphrase":
      return values.passphrase === "" ? [{ field: PASSPHRASE_FIELD, text: words.needPassphrase }] : [];
  }
}

function wishOf(values: Values, peers: readonly string[]): Restoring {
  const { by, words, protectedWords, code, personName, passphrase } = values;
  switch (by) {
    case "words": {
      const given = protectedWords.trim() === "" ? null : protectedWords;
      return { by, words: words.join(" "), protectedWords: given, personName, passphrase, peers };
    }
    case "invite":
      return { by, code, personName, passphrase, peers };
    case "passphrase":
      return { by, passphrase };
  }
}

interface OpenerProps {
  readonly values: Values;
  readonly set: SetStoreFunction<Values>;
  readonly form: FormState;
}

function OpenerChoice(props: OpenerProps) {
  return (
    <Choices<Restoring["by"]>
      id="field-backup-by"
      column
      label={t().backup.by}
      value={props.values.by}
      onValue={(by) => {
        props.set("by", by);
        props.form.clear();
      }}
      options={[
        { value: "words", label: t().backup.byWords, hint: t().backup.byWordsHint },
        { value: "invite", label: t().backup.byInvite, hint: t().backup.byInviteHint },
        { value: "passphrase", label: t().backup.byPassphrase, hint: t().backup.byPassphraseHint },
      ]}
    />
  );
}

function Opener(props: OpenerProps) {
  return (
    <Switch>
      <Match when={props.values.by === "words"}>
        <RecoveryWords
          words={props.values.words}
          form={props.form}
          onWord={(at, word) => {
            props.set("words", at, word);
          }}
        />
        <ProtectedWords
          value={props.values.protectedWords}
          onValue={(value) => {
            props.set("protectedWords", value);
          }}
        />
      </Match>
      <Match when={props.values.by === "invite"}>
        <TextArea
          id={OPENER.invite}
          label={t().welcome.code}
          hint={t().welcome.codeHint}
          error={props.form.errorOf(OPENER.invite)}
          code
          rows={4}
          value={props.values.code}
          onValue={(value) => {
            props.set("code", value);
          }}
        />
      </Match>
      <Match when={props.values.by === "passphrase"}>
        <PassphraseField
          id={PASSPHRASE_FIELD}
          label={t().backup.passphrase}
          autocomplete="current-password"
          value={props.values.passphrase}
          error={props.form.errorOf(PASSPHRASE_FIELD)}
          onValue={(value) => {
            props.set("passphrase", value);
          }}
        />
      </Match>
    </Switch>
  );
}

/** Who comes in with words or an invitation takes a name and a passphrase of their own. */
function Person(props: OpenerProps) {
  return (
    <Newcomer
      values={props.values}
      form={props.form}
      onValue={(part, value) => {
        props.set(part, value);
      }}
    />
  );
}

const EMPTY: Readonly<Values> = {
  by: "words",
  words: Array.from({ length: WORD_COUNT }, () => ""),
  protectedWords: "",
  code: "",
  personName: "",
  passphrase: "",
  again: "",
};

/** The form's state: what was typed, the chosen file, and how both are sent. */
function createRestoring(onRestored: () => void) {
  const app = useApp();
  const [values, set] = createStore<Values>({ ...EMPTY, words: [...EMPTY.words] });
  const [file, setFile] = createSignal<File | null>(null);
  const form = createForm({
    check: () => [
      ...(file() === null ? [{ field: FILE_FIELD, text: t().backup.needFile }] : []),
      ...openerErrors(values),
    ],
    get blame() {
      return blameOf(values.by);
    },
    send: async () => {
      const chosen = file();
      if (chosen === null) return;
      const hub = app.hub();
      const wish = wishOf(unwrap(values), dialable(hub?.peers ?? []));
      await app.engine.restore(new Uint8Array(await chosen.arrayBuffer()), wish);
      // as whoever joins: a hub without a house carries the request of the one that it is given to
      if (wish.by === "invite" && hub !== null && !hub.mesh && hub.canAdopt) await giveHubCode(wish.code);
      onRestored();
    },
  });
  return { values, set, file, setFile, form };
}

export interface RestoreFormProps {
  readonly onRestored: () => void;
  readonly onBack: () => void;
}

export function RestoreForm(props: RestoreFormProps) {
  const { values, set, file, setFile, form } = createRestoring(() => {
    props.onRestored();
  });
  return (
    <WayIn heading={t().backup.restoreHeading} lead={t().backup.restoreLead} onBack={props.onBack}>
      <Form state={form}>
        <FileField
          id={FILE_FIELD}
          label={t().backup.file}
          hint={t().backup.fileHint}
          error={form.errorOf(FILE_FIELD)}
          file={file()}
          onFile={setFile}
        />
        <OpenerChoice values={values} set={set} form={form} />
        <Opener values={values} set={set} form={form} />
        <Show when={values.by !== "passphrase"}>
          <Person values={values} set={set} form={form} />
        </Show>
        <div class="actions">
          <Button type="submit" look="primary" busy={form.busy()} busyText={t().backup.restoring}>
            {t().backup.restore}
          </Button>
        </div>
      </Form>
    </WayIn>
  );
}
