/** What is asked first at the door, beside the age: whether a minor is alone, and what staff see. By it the rest is sealed. */
import { Show } from "solid-js";
import { type DoorMark, goesProtected, mayBeMinor } from "../arrival-fields.ts";
import { t } from "../look.ts";
import { Choices, Select } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import type { ArrivalPart } from "./arrival-lines.tsx";

export function GuardLine(props: ArrivalPart) {
  return (
    <div class="stack stack-tight">
      <Show when={mayBeMinor(props.draft.values)}>
        <Choices
          id="field-alone"
          label={t().protection.alone}
          hint={t().protection.aloneHint}
          value={props.draft.values.alone}
          onValue={(alone) => {
            props.draft.set({ alone });
          }}
          options={[
            { value: "no", label: t().protection.aloneNo },
            { value: "yes", label: t().protection.aloneYes },
          ]}
        />
      </Show>
      <Select<DoorMark>
        id="field-protect"
        label={t().protection.mark}
        value={props.draft.values.mark}
        onValue={(mark) => {
          props.draft.set({ mark });
        }}
        options={[
          { value: "none", label: t().protection.markNone },
          { value: "trafficking", label: t().protection.whys.trafficking },
          { value: "gender-violence", label: t().protection.whys["gender-violence"] },
        ]}
      />
      <Show when={goesProtected(props.draft.values)}>
        <Notice kind="protect" role="status">
          <p>{t().protection.goesProtected}</p>
        </Notice>
      </Show>
    </div>
  );
}
