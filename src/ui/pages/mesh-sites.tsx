/** Sites with their devices, and the requests that wait for somebody to compare four words. */
import Clock from "lucide-solid/icons/clock";
import HeartHandshake from "lucide-solid/icons/heart-handshake";
import House from "lucide-solid/icons/house";
import Laptop from "lucide-solid/icons/laptop";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { createSignal, For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { DeviceView, MembersView, SiteView } from "#engine";
import { mayManage, mayJudgeHouse } from "../access.ts";
import { useApp, useMember } from "../app-context.ts";
import { now } from "../clock.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { wordError, wordNames } from "../wording.ts";

const WEEK_MS = 7 * 86_400_000;

const wordLastHeard = (at: number | null): string =>
  at === null ? t().mesh.heardNever : t().mesh.heard(f().moment(at, now()));

/** What a device of the own house is called where people read of it. */
export const personName = (device: DeviceView): string => {
  if (device.role === "hub") return t().mesh.hubDevice;
  return device.person ?? t().mesh.personNameless;
};

const hasEnded = ({ endsAt }: DeviceView): boolean => endsAt !== null && endsAt < now();

/** What is out of the ordinary with a device. */
function DeviceTags(props: { readonly device: DeviceView }) {
  return (
    <>
      <Show when={props.device.thisDevice}>
        <span class="tag">{t().mesh.thisDevice}</span>
      </Show>
      <Show when={props.device.state === "removed"}>
        <span class="tag tag-warn">{t().trust.outsideTag}</span>
      </Show>
      <Show when={props.device.state === "member" && hasEnded(props.device)}>
        <span class="tag tag-warn">{t().trust.endedTag}</span>
      </Show>
      <Show when={props.device.copied}>
        <span class="tag tag-warn">{t().trust.copiedTag}</span>
      </Show>
      <Show when={props.device.votes > 0}>
        <span class="tag tag-warn">{t().trust.votesTag(props.device.votes)}</span>
      </Show>
    </>
  );
}

/** That it came in by recovery words: everybody is to see it. */
function Enrolled(props: { readonly device: DeviceView }) {
  return (
    <Show when={props.device.enrolledAt}>{(at) => <> · {t().trust.enrolled(f().dateTime(at()))}</>}</Show>
  );
}

interface DeviceProps {
  readonly device: DeviceView;
  readonly onManage: (device: DeviceView) => void;
}

function Device(props: DeviceProps) {
  const member = useMember();
  return (
    <li class="device">
      <Dynamic
        component={props.device.state === "waiting" ? Clock : props.device.role === "hub" ? House : Laptop}
      />
      <span class="device-name">
        {personName(props.device)}
        <DeviceTags device={props.device} />
      </span>
      <span class="quiet small">
        {t().mesh.roles[props.device.role]}
        <Show when={props.device.thisDevice ? null : props.device.lastHeard}>
          {(heard) => <> · {wordLastHeard(heard())}</>}
        </Show>
        <Enrolled device={props.device} />
      </span>
      <Show when={mayManage(member(), props.device)}>
        <div class="device-action">
          <Button
            onPress={() => {
              props.onManage(props.device);
            }}
            aria-label={t().trust.manageOf(personName(props.device))}
          >
            {t().trust.manage}
          </Button>
        </div>
      </Show>
    </li>
  );
}

/** The names of houses that say they do not trust this one. */
function DistrustTag(props: { readonly by: readonly string[] }) {
  return (
    <Show when={props.by.length > 0}>
      <span class="tag tag-warn">{t().trust.distrustedTag(props.by.join(", "))}</span>
    </Show>
  );
}

/** The names of houses that it could be taken for. */
function AlikeTag(props: { readonly to: SiteView["alike"] }) {
  return (
    <Show when={props.to.length > 0}>
      <span class="tag tag-warn">{t().trust.alikeTag(wordNames(props.to))}</span>
    </Show>
  );
}

interface OwnSiteProps {
  readonly site: SiteView;
  readonly distrustedBy: readonly string[];
  readonly onManage: (device: DeviceView) => void;
}

export function OwnSite(props: OwnSiteProps) {
  const devices = () => props.site.devices.filter((device) => device.state !== "waiting");
  return (
    <article class="card">
      <div class="site-head">
        <h3>{props.site.name}</h3>
        <span class="tag">{t().mesh.kinds[props.site.kind]}</span>
        <DistrustTag by={props.distrustedBy} />
        <AlikeTag to={props.site.alike} />
      </div>
      <ul class="device-list">
        <For each={devices()}>{(device) => <Device device={device} onManage={props.onManage} />}</For>
      </ul>
    </article>
  );
}

const isLongAgo = (at: number | null): boolean => at !== null && now() - at > WEEK_MS;

interface OtherSiteProps {
  readonly site: SiteView;
  /** How much of what this device has the site is not known to hold; null while that is not known. */
  readonly missing: number | null;
  readonly distrustedBy: readonly string[];
  readonly onManage: (site: SiteView) => void;
}

export function OtherSite(props: OtherSiteProps) {
  const member = useMember();
  const missing = () => {
    if (props.missing === null) return null;
    return props.missing === 0 ? t().mesh.missingNone : t().mesh.missing(props.missing);
  };
  return (
    <li class="device">
      <Dynamic component={props.site.kind === "shelter" ? House : HeartHandshake} />
      <span class="device-name">
        {props.site.name}
        <span class="tag">{t().mesh.kinds[props.site.kind]}</span>
        <Show when={isLongAgo(props.site.lastHeard)}>
          <span class="tag tag-warn">
            <TriangleAlert size={16} />
            {t().mesh.longAgo}
          </span>
        </Show>
        <Show when={props.site.votes.length > 0}>
          <span class="tag tag-warn">{t().trust.houseVotesTag(props.site.votes.length)}</span>
        </Show>
        <DistrustTag by={props.distrustedBy} />
        <AlikeTag to={props.site.alike} />
      </span>
      <span class="quiet small">
        {wordLastHeard(props.site.lastHeard)}
        <Show when={missing()}>{(text) => <> · {text()}</>}</Show>
        <For each={props.site.devices}>{(device) => <Enrolled device={device} />}</For>
      </span>
      <Show when={mayJudgeHouse(member(), props.site)}>
        <div class="device-action">
          <Button
            onPress={() => {
              props.onManage(props.site);
            }}
            aria-label={t().trust.houseOf(props.site.name)}
          >
            {t().trust.houseManage}
          </Button>
        </div>
      </Show>
    </li>
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
      <h3>
        {t().mesh.pendingFrom(
          props.device.person ?? t().mesh.pendingUnnamed,
          t().mesh.roles[props.device.role],
        )}
      </h3>
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
        {/* by id: the list is made anew at each change, and what somebody answered must stay */}
        <For each={mine().map(({ device }) => device)}>
          {(id) => (
            <Show when={mine().find(({ device }) => device === id)}>
              {(view) => <Request device={view()} words={view().words ?? ""} />}
            </Show>
          )}
        </For>
        <For each={others()}>
          {(device) => <p class="quiet">{t().mesh.pendingOther(device.person ?? t().mesh.pendingUnnamed)}</p>}
        </For>
      </section>
    </Show>
  );
}
