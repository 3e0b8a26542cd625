/** How much each house fills of what it may, and the word for more room. */
import { createSignal, For, Show } from "solid-js";
import type { HouseUseView, LimitsView } from "#engine";
import { useApp, useMember } from "../app-context.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { wordError } from "../wording.ts";

function House(props: { readonly house: HouseUseView; readonly view: LimitsView }) {
  const limits = () => props.view.limits;
  const parts = () =>
    [
      t().room.used(f().bytes(props.house.bytes), f().bytes(limits().siteBytes)),
      t().room.devices(props.house.devices, f().number(limits().devices)),
      t().room.operations(f().number(props.house.operations), f().number(limits().operations)),
    ].join(" · ");
  return (
    <li class="progress">
      <span class="device-name">
        {props.house.name}
        <Show when={props.house.near.length > 0}>
          <span class="tag tag-warn">{t().room.near}</span>
        </Show>
      </span>
      <progress
        aria-label={t().room.meterOf(props.house.name)}
        max={limits().siteBytes}
        value={props.house.bytes}
      />
      <span class="quiet small">{parts()}</span>
    </li>
  );
}

const wantsMore = ({ wanted }: HouseUseView, { limits }: LimitsView): boolean =>
  wanted !== null && wanted.siteBytes > limits.siteBytes;

function Wish(props: { readonly view: LimitsView; readonly onAsked: (view: LimitsView) => void }) {
  const app = useApp();
  const [state, setState] = createSignal<"open" | "busy" | "asked">("open");
  const [error, setError] = createSignal<unknown>();
  const ask = async (): Promise<void> => {
    const { devices, operations, deviceBytes, siteBytes } = props.view.limits;
    setState("busy");
    setError(undefined);
    try {
      const doubled = {
        devices: 2 * devices,
        operations: 2 * operations,
        deviceBytes: 2 * deviceBytes,
        siteBytes: 2 * siteBytes,
      };
      props.onAsked(await app.engine.limits(doubled));
      setState("asked");
    } catch (caught) {
      setError(caught);
      setState("open");
    }
  };
  return (
    <>
      <For each={props.view.houses.filter((house) => wantsMore(house, props.view))}>
        {(house) => <p>{t().room.asks(house.name)}</p>}
      </For>
      <Show when={error()}>
        <Notice kind="error" role="alert">
          {wordError(error())}
        </Notice>
      </Show>
      <Show when={state() !== "asked"} fallback={<p role="status">{t().room.asked}</p>}>
        <div class="actions">
          <Button busy={state() === "busy"} busyText={t().room.doubling} onPress={() => void ask()}>
            {t().room.double}
          </Button>
        </div>
      </Show>
    </>
  );
}

/** Open when the own house comes close to a limit, folded away otherwise. */
export function HouseLimits() {
  const app = useApp();
  const member = useMember();
  const [asked, setAsked] = createSignal<LimitsView>();
  const [isOpen, setOpen] = createSignal(false);
  const live = createLive({
    key: () => "limits",
    ask: () => app.engine.limits(),
    concerns: (event) => event.kind === "members" || event.kind === "records",
  });
  const view = () => asked() ?? live.value();
  const isNear = (): boolean => view()?.houses.some((one) => one.ownSite && one.near.length > 0) === true;
  return (
    <Show when={view()}>
      {(shown) => (
        <section class="card" aria-labelledby="limits-title">
          <h2 id="limits-title">{t().room.title}</h2>
          <Show when={isNear()} fallback={<p>{t().room.text}</p>}>
            <Notice kind="warn">{t().room.nearOwn}</Notice>
          </Show>
          <details
            class="fold"
            open={isNear()}
            onToggle={(event) => {
              setOpen(event.currentTarget.open);
            }}
          >
            <summary>{t().room.show}</summary>
            <Show when={isOpen()}>
              <div class="fold-body stack">
                <ul class="stack">
                  <For each={shown().houses}>{(house) => <House house={house} view={shown()} />}</For>
                </ul>
                <Show when={member()?.role === "coordinator"}>
                  <Wish view={shown()} onAsked={setAsked} />
                </Show>
              </div>
            </Show>
          </details>
        </section>
      )}
    </Show>
  );
}
