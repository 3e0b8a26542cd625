/** A message that stays in its place: shape, colour and words together. */
import CircleAlert from "lucide-solid/icons/circle-alert";
import CircleCheck from "lucide-solid/icons/circle-check";
import Info from "lucide-solid/icons/info";
import ShieldAlert from "lucide-solid/icons/shield-alert";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import type { ParentProps } from "solid-js";
import { Dynamic } from "solid-js/web";

const ICONS = { info: Info, ok: CircleCheck, warn: TriangleAlert, error: CircleAlert, protect: ShieldAlert };

export function Notice(
  props: ParentProps<{ readonly kind: keyof typeof ICONS; readonly role?: "alert" | "status" }>,
) {
  return (
    <div class={`notice notice-${props.kind}`} role={props.role}>
      <Dynamic component={ICONS[props.kind]} />
      <div class="notice-body">{props.children}</div>
    </div>
  );
}
