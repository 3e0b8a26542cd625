/** What is the same wherever a guest is asked what they allow: the sentence to read aloud, and how it was asked. */
import type { ConsentView } from "#engine";
import { CONSENT_BASES, type ConsentBasis } from "#model";
import { t } from "../look.ts";
import { Choices, TextField } from "./field.tsx";

/** What is asked. */
export type Asked = Pick<ConsentView, "purpose" | "to" | "toName"> & { readonly toService?: boolean };

export const nameOf = ({ toName }: Asked): string => toName ?? t().consent.unknownSite;

export const titleOf = (asked: Asked): string =>
  asked.purpose === "refer" ? t().consent.referTo(nameOf(asked)) : t().consent.purposes[asked.purpose];

export function aloudOf(asked: Asked): string {
  if (asked.purpose !== "refer") return t().consent.aloud[asked.purpose];
  return asked.toService === true ? t().slips.aloud(nameOf(asked)) : t().consent.aloudRefer(nameOf(asked));
}

export interface How {
  readonly basis: ConsentBasis;
  readonly language: string;
  readonly interpreter: string;
}

export function HowFields(props: { readonly how: How; readonly onHow: (change: Partial<How>) => void }) {
  return (
    <>
      <Choices
        id="field-consent-basis"
        label={t().consent.saidBy}
        options={CONSENT_BASES.map((value) => ({ value, label: t().consent.bases[value] }))}
        value={props.how.basis}
        onValue={(basis) => {
          props.onHow({ basis });
        }}
        column
      />
      <TextField
        id="field-consent-language"
        label={t().consent.language}
        value={props.how.language}
        onValue={(language) => {
          props.onHow({ language });
        }}
        optional
      />
      <TextField
        id="field-consent-interpreter"
        label={t().consent.interpreter}
        value={props.how.interpreter}
        onValue={(interpreter) => {
          props.onHow({ interpreter });
        }}
        optional
      />
    </>
  );
}

export const toldOf = ({ basis, language, interpreter }: How) => ({
  basis,
  ...(language.trim() === "" ? {} : { language }),
  ...(interpreter.trim() === "" ? {} : { interpreter }),
});
