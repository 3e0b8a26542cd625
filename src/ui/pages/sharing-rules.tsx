/** The rules of the house for all others: only where there is an agreement, and countries that are told nothing. */
import { createSignal, untrack } from "solid-js";
import type { SharingRules } from "#model";
import { useApp } from "../app-context.ts";
import { countryOptions } from "../countries.ts";
import { f, t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Select, Tick } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Ticks } from "../parts/ticks.tsx";
import { SaveOrCancel } from "../parts/save-or-cancel.tsx";

export interface SharingRulesFormProps {
  /** As they were when the form was opened. */
  readonly rules: SharingRules;
  readonly onDone: () => void;
}

export function SharingRulesForm(props: SharingRulesFormProps) {
  const app = useApp();
  const before = untrack(() => props.rules);
  const [onlyAgreed, setOnlyAgreed] = createSignal(before.onlyAgreed);
  const [listed, setListed] = createSignal(before.closedCountries);
  const [closed, setClosed] = createSignal(before.closedCountries);
  const form = createForm({
    check: () => [],
    send: async () => {
      await app.engine.setSharingRules({ onlyAgreed: onlyAgreed(), closedCountries: closed() });
      announce(t().sharing.rulesSaved);
      props.onDone();
    },
  });
  const others = () => [
    { value: "", label: t().sharing.chooseCountry },
    ...countryOptions().filter(({ value }) => !listed().includes(value)),
  ];
  const close = (country: string): void => {
    if (country === "") return;
    setListed((before) => [...before, country]);
    setClosed((before) => [...before, country]);
  };
  return (
    <Form state={form} label={t().sharing.rulesTitle}>
      <Tick label={t().sharing.onlyAgreed} checked={onlyAgreed()} onValue={setOnlyAgreed} />
      <Ticks
        id="closed-countries"
        label={t().sharing.closedCountries}
        hint={t().sharing.closedCountriesHint}
        options={listed().map((value) => ({ value, label: f().country(value) }))}
        value={closed()}
        onValue={setClosed}
      />
      <Select
        id="close-country"
        label={t().sharing.closeCountry}
        optional
        options={others()}
        value=""
        onValue={close}
      />
      <SaveOrCancel
        form={form}
        save={t().sharing.saveRules}
        onCancel={() => {
          props.onDone();
        }}
      />
    </Form>
  );
}
