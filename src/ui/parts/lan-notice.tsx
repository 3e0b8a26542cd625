/**
 * What to compare before a telephone is trusted with the hub's certificate: on the hub's own screen the
 * fingerprints, on the telephone where to look for them.
 */
import { For, Show } from "solid-js";
import { inGroups } from "#i18n";
import { useApp } from "../app-context.ts";
import { isOnLan } from "../hub-link.ts";
import { t } from "../look.ts";
import { Notice } from "./notice.tsx";

function Fingerprint(props: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <h4>{props.label}</h4>
      <p class="fingerprint">
        <For each={inGroups(props.text)}>{(group) => <span>{group} </span>}</For>
      </p>
    </div>
  );
}

/** For the page on the hub's own computer: the other half of the comparison. */
export function LanFacts() {
  const app = useApp();
  const lan = () => (isOnLan() ? null : (app.hub()?.lan ?? null));
  return (
    <Show when={lan()}>
      {(facts) => (
        <div class="stack">
          <h3>{t().mesh.lanTitle}</h3>
          <p>{t().mesh.lanWhere}</p>
          <ul class="code">
            <For each={facts().urls}>{(url) => <li>{url}</li>}</For>
          </ul>
          <p>{t().mesh.lanCompare}</p>
          <Fingerprint label={t().mesh.lanToday} text={facts().today} />
          <Fingerprint label={t().mesh.lanAuthority} text={facts().fingerprint} />
        </div>
      )}
    </Show>
  );
}

/** For a telephone that reached the page over the network. */
export function LanNotice() {
  return (
    <Show when={isOnLan()}>
      <Notice kind="info">
        <p>{t().mesh.lanPhone}</p>
        <p>
          <a href="phone.txt" rel="external">
            {t().mesh.lanSteps}
          </a>{" "}
          ·{" "}
          <a href="ca.crt" rel="external" download="vereda.crt">
            {t().mesh.lanDownload}
          </a>
        </p>
      </Notice>
    </Show>
  );
}
