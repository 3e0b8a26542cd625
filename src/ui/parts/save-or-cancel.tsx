/** The two ways out of a form that stands in the place of what it changes: saving it, and leaving it as it was. */
import { t } from "../look.ts";
import { Button } from "./button.tsx";
import type { FormState } from "./form.tsx";

export interface SaveOrCancelProps {
  readonly form: FormState;
  /** What saving is called here. */
  readonly save: string;
  readonly onCancel: () => void;
}

export function SaveOrCancel(props: SaveOrCancelProps) {
  return (
    <div class="actions">
      <Button type="submit" look="primary" busy={props.form.busy()} busyText={t().shell.saving}>
        {props.save}
      </Button>
      <Button
        onPress={() => {
          props.onCancel();
        }}
      >
        {t().shell.cancel}
      </Button>
    </div>
  );
}
