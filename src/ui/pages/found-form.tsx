/** Starting a mesh: its name, the house, who founds it, and the passphrase of this computer. */
import { createStore, unwrap } from "solid-js/store";
import type { Founding } from "#engine";
import type { ShownWords } from "./recovery-sheet.tsx";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Choices, TextField } from "../parts/field.tsx";
import { createForm, Form, type FormError } from "../parts/form.tsx";
import { Newcomer, newcomerErrors } from "../parts/newcomer.tsx";
import { WayIn } from "../parts/way-in.tsx";

type Values = { -readonly [K in keyof Founding]: Founding[K] } & { again: string };

const EMPTY: Readonly<Values> = {
  meshName: "",
  siteName: "",
  siteKind: "shelter",
  personName: "",
  passphrase: "",
  again: "",
};

export interface FoundFormProps {
  readonly onFounded: (shown: ShownWords) => void;
  readonly onBack: () => void;
}

function check(values: Values): readonly FormError[] {
  const words = t().welcome;
  const needed: readonly (readonly [string, string, string])[] = [
    [values.meshName, "field-mesh-name", words.needMeshName],
    [values.siteName, "field-site-name", words.needSiteName],
  ];
  const missing = needed.filter(([value]) => value.trim() === "").map(([, field, text]) => ({ field, text }));
  return [...missing, ...newcomerErrors(values)];
}

export function FoundForm(props: FoundFormProps) {
  const app = useApp();
  const [values, set] = createStore<Values>({ ...EMPTY });
  const form = createForm({
    check: () => check(values),
    blame: { "passphrase-too-short": "field-passphrase" },
    send: async () => {
      const { again: _again, ...founding } = unwrap(values);
      const { recoveryWords, protectedWords } = await app.engine.found({ ...founding });
      props.onFounded({ recoveryWords, protectedWords, house: founding.siteName.trim() });
    },
  });
  return (
    <WayIn heading={t().welcome.foundHeading} onBack={props.onBack}>
      <Form state={form}>
        <TextField
          id="field-mesh-name"
          label={t().welcome.meshName}
          hint={t().welcome.meshNameHint}
          error={form.errorOf("field-mesh-name")}
          value={values.meshName}
          onValue={(value) => {
            set("meshName", value);
          }}
        />
        <TextField
          id="field-site-name"
          label={t().welcome.siteName}
          hint={t().welcome.siteNameHint}
          error={form.errorOf("field-site-name")}
          autocomplete="organization"
          value={values.siteName}
          onValue={(value) => {
            set("siteName", value);
          }}
        />
        <Choices
          id="field-site-kind"
          column
          label={t().welcome.siteKind}
          value={values.siteKind}
          onValue={(value) => {
            set("siteKind", value);
          }}
          options={[
            { value: "shelter", label: t().welcome.shelter, hint: t().welcome.shelterHint },
            { value: "advocates", label: t().welcome.advocates, hint: t().welcome.advocatesHint },
          ]}
        />
        <Newcomer
          values={values}
          form={form}
          onValue={(part, value) => {
            set(part, value);
          }}
        />
        <div class="actions">
          <Button type="submit" look="primary" busy={form.busy()} busyText={t().welcome.founding}>
            {t().welcome.found}
          </Button>
        </div>
      </Form>
    </WayIn>
  );
}
