/** The hub that serves the page, whom this computer is in contact with, and what it alone has. */
import Link from "lucide-solid/icons/link";
import Unlink from "lucide-solid/icons/unlink";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { CheckReport, PeerView, StatusView } from "#engine";
import { useApp, useMember } from "../app-context.ts";
import { now } from "../clock.ts";
import { giveHubCode } from "../hub-link.ts";
import { f, t } from "../look.ts";
import { ProgressLine } from "../parts/banners.tsx";
import { Button } from "../parts/button.tsx";
import { needsHubAddress } from "../parts/hub-address-notice.tsx";
import { LanFacts, LanNotice } from "../parts/lan-notice.tsx";
import { Notice } from "../parts/notice.tsx";
import { wordError } from "../wording.ts";

const STATES = { given: "done", refused: "failed", "needs-address": "idle" } as const;

export function HubCard() {
  const app = useApp();
  const member = useMember();
  const [state, setState] = createSignal<"idle" | "busy" | "done" | "failed">("idle");
  const mayAdopt = () => member()?.role === "coordinator" && app.hub()?.canAdopt === true;
  const adopt = async (): Promise<void> => {
    setState("busy");
    try {
      const { code } = await app.engine.hubInvite();
      setState(STATES[await giveHubCode(code)]);
      await app.refreshHub();
    } catch {
      setState("failed");
    }
  };
  return (
    <section class="card" aria-labelledby="hub-title">
      <h2 id="hub-title">{t().mesh.hubTitle}</h2>
      <Switch fallback={<p>{t().mesh.hubNone}</p>}>
        <Match when={app.hub()?.canAdopt === true}>
          <p>{t().mesh.hubFree}</p>
        </Match>
        <Match when={app.hub()?.mesh === true}>
          <p>{t().mesh.hubAdopted}</p>
        </Match>
        <Match when={app.hub() !== null}>
          <p>{t().mesh.hubForeign}</p>
        </Match>
      </Switch>
      <LanFacts />
      <LanNotice />
      <Show when={mayAdopt()}>
        <Show
          when={!needsHubAddress(app.hub())}
          fallback={<Notice kind="info">{t().mesh.hubFullAddress}</Notice>}
        >
          <div>
            <Button busy={state() === "busy"} busyText={t().mesh.hubAdopting} onPress={() => void adopt()}>
              {t().mesh.hubAdopt}
            </Button>
          </div>
        </Show>
      </Show>
      <Show when={state() === "failed"}>
        <Notice kind="error" role="alert">
          {t().mesh.hubFailed}
        </Notice>
      </Show>
      <Show when={state() === "done"}>
        <Notice kind="ok" role="status">
          {t().mesh.hubDone}
        </Notice>
      </Show>
    </section>
  );
}

function Peer(props: { readonly peer: PeerView }) {
  const heard = () =>
    props.peer.lastHeard === null
      ? t().mesh.heardNever
      : t().mesh.heard(f().moment(props.peer.lastHeard, now()));
  return (
    <li class="device">
      <Dynamic component={props.peer.connected ? Link : Unlink} />
      <span class="device-name">{props.peer.siteName ?? t().mesh.contactUnknown}</span>
      <span class="quiet small">
        {props.peer.connected ? t().mesh.contactNow : t().mesh.contactGone} · {heard()}
        <Show when={props.peer.progress}>{(progress) => <ProgressLine progress={progress()} />}</Show>
      </span>
    </li>
  );
}

export function PeerList(props: { readonly peers: readonly PeerView[] }) {
  return (
    <Show when={props.peers.length > 0} fallback={<p class="quiet">{t().mesh.contactsNone}</p>}>
      <ul class="device-list">
        <For each={props.peers}>{(peer) => <Peer peer={peer} />}</For>
      </ul>
    </Show>
  );
}

function Check() {
  const app = useApp();
  const [busy, setBusy] = createSignal(false);
  const [report, setReport] = createSignal<CheckReport | null>(null);
  const [error, setError] = createSignal<unknown>();
  const check = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      setReport(await app.engine.check());
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div>
        <Button busy={busy()} busyText={t().mesh.checking} onPress={() => void check()}>
          {t().mesh.checkButton}
        </Button>
      </div>
      <Show when={error()}>
        <Notice kind="error" role="alert">
          {wordError(error())}
        </Notice>
      </Show>
      <Show when={report()}>
        {(done) => (
          <Notice kind={done().ok ? "ok" : "error"} role="status">
            <p>{done().ok ? t().mesh.checkOk(done().entries) : t().mesh.checkBad(done().problems.length)}</p>
            <Show when={!done().ok}>
              <ul class="code small">
                <For each={done().problems}>
                  {(problem) => (
                    <li>
                      {problem.code}: {problem.where}
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </Notice>
        )}
      </Show>
    </>
  );
}

export function OnlyHere(props: { readonly status: StatusView }) {
  return (
    <section class="card" aria-labelledby="only-here-title">
      <h2 id="only-here-title">{t().mesh.onlyHereTitle}</h2>
      <p>
        {props.status.onlyHere > 0
          ? t().mesh.onlyHereSome(props.status.onlyHere)
          : wordAllCopied(props.status)}
      </p>
      <Show when={props.status.refused > 0}>
        <Notice kind="warn">{t().mesh.refused(props.status.refused)}</Notice>
      </Show>
      <Check />
    </section>
  );
}

const wordAllCopied = (status: StatusView): string =>
  status.records === 0 ? t().shell.nothingSaved : t().mesh.onlyHereNone;
