/** A dialog: focus goes in, Esc closes, focus goes back to where it was. */
import { Dialog as Kobalte } from "@kobalte/core/dialog";
import X from "lucide-solid/icons/x";
import type { ParentProps } from "solid-js";
import { t } from "../look.ts";

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
}

export function Dialog(props: ParentProps<DialogProps>) {
  return (
    <Kobalte
      open={props.open}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Kobalte.Portal>
        <Kobalte.Overlay class="dialog-veil" />
        <div class="dialog-place">
          <Kobalte.Content class="dialog">
            <div class="row row-apart">
              <Kobalte.Title>{props.title}</Kobalte.Title>
              <Kobalte.CloseButton class="button button-plain button-icon" aria-label={t().shell.close}>
                <X />
              </Kobalte.CloseButton>
            </div>
            {props.children}
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}
