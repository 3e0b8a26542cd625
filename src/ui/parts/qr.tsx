/** A QR code as one path, black on white in every theme, because cameras need it so. */
import { createMemo } from "solid-js";
import { encode } from "uqr";

const QUIET_ZONE = 4;

function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : "")))
    .join("");
}

export function Qr(props: { readonly text: string; readonly label: string }) {
  const code = createMemo(() => encode(props.text, { ecc: "M", border: QUIET_ZONE }));
  return (
    <svg
      class="qr"
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${String(code().size)} ${String(code().size)}`}
      shape-rendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#ffffff" />
      <path d={pathOf(code().data)} fill="#000000" />
    </svg>
  );
}
