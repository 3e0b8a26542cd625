/** The frame of each way into a mesh: back, what this is, and its form. */
import { type ParentProps, Show } from "solid-js";
import { t } from "../look.ts";
import { LinkButton } from "./button.tsx";
import { FocusedHeading } from "./focused-heading.tsx";

export interface WayInProps {
  readonly heading: string;
  readonly lead?: string;
  readonly onBack: () => void;
}

export function WayIn(props: ParentProps<WayInProps>) {
  return (
    <div class="stack stack-wide">
      <div>
        <LinkButton
          onPress={() => {
            props.onBack();
          }}
        >
          {t().shell.back}
        </LinkButton>
        <FocusedHeading>{props.heading}</FocusedHeading>
        <Show when={props.lead}>{(lead) => <p class="lead">{lead()}</p>}</Show>
      </div>
      {props.children}
    </div>
  );
}
