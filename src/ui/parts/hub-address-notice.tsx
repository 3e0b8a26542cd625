/** Where the hub could be given to a house and this page cannot: what to do. */
import { Show } from "solid-js";
import { useApp } from "../app-context.ts";
import { hubToken } from "../hub-token.ts";
import { t } from "../look.ts";
import { Notice } from "./notice.tsx";

export const needsHubAddress = (hub: { readonly canAdopt: boolean } | null): boolean =>
  hub?.canAdopt === true && hubToken() === null;

/** For somebody whose house is not there yet: a hub that knows a mesh will be given to it. */
export function NewHubNotice() {
  const app = useApp();
  return (
    <Show when={needsHubAddress(app.hub()) && app.hub()?.mesh === false}>
      <Notice kind="warn">
        <p>{t().mesh.hubFree}</p>
        <p>{t().mesh.hubFullAddress}</p>
      </Notice>
    </Show>
  );
}
