/** Sites with their devices, and the requests that wait for somebody to compare four words. */
import Clock from "lucide-solid/icons/clock";
import House from "lucide-solid/icons/house";
import Laptop from "lucide-solid/icons/laptop";
import { createSignal, For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { DeviceView, MembersView, SiteView } from "#engine";
import { useApp } from "../app-context.ts";
import { now } from "../clock.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { wordError } from "../wording.ts";

const WEEK_MS = 7 * 86_400_000;

/** "hace 20 min", with a warning sign in words after a week; or that nothing was heard. */
function wordLastHeard(at: number | null): string {
  if (at === null) return t().mesh.heardNever;
  const long = now() - at > WEEK_MS ? ` (${t().mesh.longAgo})` : "";
  return t().mesh.heard(f().moment(at, now())) + long;
}

const personName = (device: DeviceView): string => {
  if (device.role === "hub") return t().mesh.hubDevice;
  return device.person ?? t().mesh.personUnknown;
};

function Device(props: { readonly device: DeviceView }) {
  return (
    <li class="device">
      <Dynamic
        component={props.device.state === "waiting" ? Clock : props.device.role === "hub" ? House : Laptop}
      />
      <span class="device-name">
        {personName(props.device)}
        <Show when={props.device.thisDevice}>
          <span class="tag">{t().mesh.thisDevice}</span>
        </Show>
      </span>
      <span class="quiet small">
        {t().mesh.roles[props.device.role]}
        <Show when={!props.device.thisDevice}> · {wordLastHeard(props.device.lastHeard)}</Show>
      </span>
    </li>
  );
}

function wordMissing(missing: number): string {
  return missing === 0 ? t().mesh.missingNone : t().mesh.missing(missing);
}

export function SiteCard(props: { readonly site: SiteView; readonly missing: number | null }) {
  const devices = () => props.site.devices.filter((device) => device.state === "member");
  return (
    <article class="card">
      <div class="stack stack-tight">
        <div class="site-head">
          <h3>{props.site.name}</h3>
          <span class="tag">{t().mesh.kinds[props.site.kind]}</span>
        </div>
        <Show when={!props.site.ownSite}>
          <p class="quiet">
            {wordLastHeard(props.site.lastHeard)}
            <Show when={props.missing !== null}> · {wordMissing(props.missing ?? 0)}</Show>
          </p>
        </Show>
      </div>
      <Show
        when={props.site.ownSite}
        fallback={<p class="quiet small">{t().mesh.devices(devices().length)}</p>}
      >
        <ul class="device-list">
          <For each={devices()}>{(device) => <Device device={device} />}</For>
        </ul>
      </Show>
    </article>
  );
}

function Request(props: { readonly device: DeviceView; readonly words: string }) {
  const app = useApp();
  const [state, setState] = createSignal<"asked" | "busy" | "differ">("asked");
  const [error, setError] = createSignal<unknown>();
  const confirm = async (): Promise<void> => {
    setState("busy");
    setError(undefined);
    try {
      await app.engine.confirm({ device: props.device.device, words: props.words });
    } catch (caught) {
      setError(caught);
      setState("asked");
    }
  };
  return (
    <article class="card">
      <h3>{t().mesh.pendingFrom(props.device.person ?? t().mesh.pendingUnnamed, t().mesh.roles[props.device.role])}</h3>
      <ol class="four-words" lang="es">
        <For each={props.words.split(/\s+/u)}>{(word) => <li>{word}</li>}</For>
      </ol>
      <Show when={error()}>
        <Notice kind="error" role="alert">
          {wordError(error())}
        </Notice>
      </Show>
      <Show
        when={state() !== "differ"}
        fallback={
          <Notice kind="warn" role="status">
            {t().mesh.differText}
          </Notice>
        }
      >
        <div class="actions">
          <Button busy={state() === "busy"} busyText={t().mesh.matching} onPress={() => void confirm()}>
            {t().mesh.match}
          </Button>
          <Button look="danger" onPress={() => setState("differ")}>
            {t().mesh.differ}
          </Button>
        </div>
      </Show>
    </article>
  );
}

export function PendingRequests(props: { readonly members: MembersView }) {
  const waiting = () =>
    props.members.sites.flatMap((site) => site.devices).filter((device) => device.state === "waiting");
  const mine = () => waiting().filter((device) => device.words !== null);
  const others = () => waiting().filter((device) => device.words === null);
  return (
    <Show when={waiting().length > 0}>
      <section class="stack" aria-labelledby="pending-title">
        <h2 id="pending-title">{t().mesh.pendingTitle}</h2>
        <Show when={mine().length > 0}>
          <p>{t().mesh.pendingHow}</p>
        </Show>
        <For each={mine()}>{(device) => <Request device={device} words={device.words ?? ""} />}</For>
        <For each={others()}>
          {(device) => (
            <p class="quiet">{t().mesh.pendingOther(device.person ?? t().mesh.pendingUnnamed)}</p>
          )}
        </For>
      </section>
    </Show>
  );
}
