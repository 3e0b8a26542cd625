/** What was agreed with one house: noted, changed, taken off. */
import { createSignal, Show, untrack } from "solid-js";
import type { SharingView } from "#engine";
import { SHARED, type Shared } from "#model";
import { useApp } from "../app-context.ts";
import { countryOptions } from "../countries.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Choices, Select, TextField } from "../parts/field.tsx";
import { createForm, Form, type FormState } from "../parts/form.tsx";
import { Ticks } from "../parts/ticks.tsx";
import { wordHouse } from "../route.ts";
import { SaveOrCancel } from "../parts/save-or-cancel.tsx";

export interface SharingAgreementFormProps {
  /** As it was when the form was opened. */
  readonly view: SharingView;
  readonly onDone: () => void;
}

interface Typed {
  readonly isAgreed: boolean;
  readonly allows: readonly Shared[];
  readonly until: string;
  readonly country: string;
}

/** What that house says itself is not noted as the own house's word by saving. */
const typedFrom = ({ allows, until, country }: SharingView): Typed => ({
  isAgreed: allows !== null,
  allows: allows ?? [],
  until: until ?? "",
  country: country?.saidBy === "own-house" ? (country.codes[0] ?? "") : "",
});

const FIELDS: Readonly<Record<string, string>> = {
  allows: "sharing-allows",
  until: "sharing-until",
  country: "sharing-country",
};

interface PartProps {
  readonly form: FormState;
  readonly typed: Typed;
  readonly onTyped: (change: Partial<Typed>) => void;
}

function Terms(props: PartProps) {
  return (
    <>
      <Ticks<Shared>
        id="sharing-allows"
        label={t().sharing.allows}
        hint={t().sharing.allowsHint}
        error={props.form.errorOf("sharing-allows")}
        options={SHARED.map((value) => ({ value, label: t().sharing.shared[value] }))}
        value={props.typed.allows}
        onValue={(allows) => {
          props.onTyped({ allows });
        }}
      />
      <TextField
        id="sharing-until"
        label={t().sharing.until}
        hint={t().sharing.untilHint}
        optional
        error={props.form.errorOf("sharing-until")}
        class="input-medium"
        value={props.typed.until}
        onValue={(until) => {
          props.onTyped({ until });
        }}
      />
    </>
  );
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export function SharingAgreementForm(props: SharingAgreementFormProps) {
  const app = useApp();
  const view = untrack(() => props.view);
  const [typed, setTyped] = createSignal(typedFrom(view));
  const change = (part: Partial<Typed>): void => {
    setTyped((before) => ({ ...before, ...part }));
  };
  const form = createForm({
    check: () => [],
    fieldOf: (path) => FIELDS[path] ?? null,
    send: async () => {
      const { isAgreed, allows, until, country } = typed();
      await app.engine.agreeSharing(view.site, {
        allows: isAgreed ? allows : null,
        until: isAgreed ? orNull(until) : null,
        country: orNull(country),
      });
      announce(t().sharing.saved(wordHouse(view)));
      props.onDone();
    },
  });
  const countries = () => [{ value: "", label: t().sharing.noCountry }, ...countryOptions()];
  return (
    <Form state={form} label={t().sharing.changeOf(wordHouse(view))}>
      <Choices<"none" | "some">
        id="sharing-agreed"
        label={t().sharing.agreement}
        column
        options={(["none", "some"] as const).map((value) => ({
          value,
          label: t().sharing.agreementWords[value],
        }))}
        value={typed().isAgreed ? "some" : "none"}
        onValue={(value) => {
          change({ isAgreed: value === "some" });
        }}
      />
      <Show when={typed().isAgreed}>
        <Terms form={form} typed={typed()} onTyped={change} />
      </Show>
      <Select
        id="sharing-country"
        label={t().sharing.country}
        hint={t().sharing.countryHint}
        error={form.errorOf("sharing-country")}
        optional
        options={countries()}
        value={typed().country}
        onValue={(country) => {
          change({ country });
        }}
      />
      <p class="quiet small">{t().sharing.before}</p>
      <SaveOrCancel
        form={form}
        save={t().sharing.save}
        onCancel={() => {
          props.onDone();
        }}
      />
    </Form>
  );
}
