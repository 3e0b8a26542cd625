/** Who comes in, whichever the way: a name, and a passphrase typed twice. */
import { t } from "../look.ts";
import { TextField } from "./field.tsx";
import type { FormError, FormState } from "./form.tsx";
import { NewPassphrase, passphraseErrors } from "./new-passphrase.tsx";

export interface NewcomerValues {
  readonly personName: string;
  readonly passphrase: string;
  readonly again: string;
}

export const newcomerErrors = ({ personName, passphrase, again }: NewcomerValues): readonly FormError[] => [
  ...(personName.trim() === "" ? [{ field: "field-person-name", text: t().welcome.needPersonName }] : []),
  ...passphraseErrors(passphrase, again),
];

export interface NewcomerProps {
  readonly values: NewcomerValues;
  readonly form: FormState;
  readonly onValue: (part: keyof NewcomerValues, value: string) => void;
}

export function Newcomer(props: NewcomerProps) {
  return (
    <>
      <TextField
        id="field-person-name"
        label={t().welcome.personName}
        hint={t().welcome.personNameHint}
        error={props.form.errorOf("field-person-name")}
        autocomplete="name"
        value={props.values.personName}
        onValue={(value) => {
          props.onValue("personName", value);
        }}
      />
      <NewPassphrase
        passphrase={props.values.passphrase}
        again={props.values.again}
        form={props.form}
        onValue={(part, value) => {
          props.onValue(part, value);
        }}
      />
    </>
  );
}
