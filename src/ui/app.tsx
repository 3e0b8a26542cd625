/**
 * Which of the app's faces is shown: first run, lock, waiting to be confirmed, or the work itself.
 * Locking takes everything off the page at once, before the engine has answered.
 */
import {
  createEffect,
  createMemo,
  createSignal,
  lazy,
  Match,
  on,
  onCleanup,
  Suspense,
  Switch,
} from "solid-js";
import { type App as AppValue, AppContext } from "./app-context.ts";
import type { EngineClient } from "./engine-client.ts";
import { askHub, dialable, giveHubCode, type HubState } from "./hub-link.ts";
import { lockIn } from "./idle.ts";
import { LockPage } from "./pages/lock.tsx";
import { Announcer } from "./parts/announce.tsx";
import { Splash } from "./parts/splash.tsx";
import { Workplace } from "./workplace.tsx";
import type { ProfileState } from "#engine";

const Welcome = lazy(async () => ({ default: (await import("./pages/welcome.tsx")).Welcome }));
const Waiting = lazy(async () => ({ default: (await import("./pages/waiting.tsx")).Waiting }));

const ASK_PAUSE_MS = 500;
const ASK_TIMES = 40;

/** First run or a further person on this computer: `null` when neither is going on. */
type Outside = "choose" | "join" | null;

function createHubLink(client: EngineClient, state: () => ProfileState | undefined) {
  const [hub, setHub] = createSignal<HubState | null>(null);
  const mayAdopt = (found: HubState): boolean => {
    const now = state();
    const standing = now?.kind === "open" ? now.standing : null;
    // a hub that carried this house's own request knows the mesh already, and is still nobody's
    return standing?.kind === "member" && standing.role === "coordinator" && found.canAdopt;
  };
  /** The hub belongs to the house once its request has gone there and back; asks until it says so. */
  const awaitAdoption = async (): Promise<void> => {
    for (let asked = 0; asked < ASK_TIMES && hub()?.canAdopt === true; asked++) {
      await new Promise((resolve) => setTimeout(resolve, ASK_PAUSE_MS));
      setHub(await askHub());
    }
  };
  const refreshHub = async (): Promise<void> => {
    const found = await askHub();
    setHub(found);
    if (found === null || state()?.kind !== "open") return;
    try {
      const adopting = mayAdopt(found);
      if (adopting) await giveHubCode((await client.engine.hubInvite()).code);
      const pages = dialable(found.peers);
      await client.engine.connect(
        pages,
        found.peers.filter((peer) => !pages.includes(peer)),
      );
      if (adopting) await awaitAdoption();
    } catch {
      // the network page tells how it stands with the hub, and offers to try again
    }
  };
  return { hub, refreshHub };
}

/** Whether the profile is open, locked or empty, as the engine says; empty at once while it locks. */
function createProfile(client: EngineClient) {
  const [state, setState] = createSignal<ProfileState>();
  const [leaving, setLeaving] = createSignal(false);
  const refresh = async (): Promise<void> => {
    const next = await client.engine.state();
    setState(next);
    setLeaving(false);
  };
  const lock = (): void => {
    setLeaving(true);
    void client.engine.lock().finally(refresh);
  };
  void refresh();
  onCleanup(
    client.listen((event) => {
      if (event.kind === "profile" || event.kind === "members") void refresh();
    }),
  );
  return { state: () => (leaving() ? undefined : state()), refresh, lock };
}

const standingOf = (state: ProfileState | undefined): "member" | "waiting" | null =>
  state?.kind === "open" ? state.standing.kind : null;

export function App(props: { readonly client: EngineClient }) {
  // the client is made once and never replaced
  // eslint-disable-next-line solid/reactivity
  const client = props.client;
  const profile = createProfile(client);
  const { hub, refreshHub } = createHubLink(client, profile.state);
  const [outside, setOutside] = createSignal<Outside>(null);
  const app: AppValue = { ...client, state: profile.state, hub, refreshHub, lock: profile.lock };

  createEffect(() => {
    if (profile.state()?.kind === "empty") setOutside((now) => now ?? "choose");
  });
  // not on every change of the state: each asking may hand the hub an invite
  const standing = createMemo(() => standingOf(profile.state()));
  createEffect(on(standing, () => void refreshHub()));
  createEffect(() => {
    if (lockIn() === 0 && profile.state()?.kind === "open" && outside() === null) profile.lock();
  });

  const locked = () => {
    const state = profile.state();
    return state?.kind === "locked" ? state : null;
  };
  const waiting = () => {
    const state = profile.state();
    return state?.kind === "open" && state.standing.kind === "waiting" ? state.standing : null;
  };
  return (
    <AppContext.Provider value={app}>
      <Announcer />
      <Suspense fallback={<Splash />}>
        <Switch fallback={<Splash />}>
          <Match when={outside()}>
            {(first) => (
              <Welcome
                first={first()}
                onDone={() => {
                  setOutside(null);
                  void profile.refresh();
                }}
                {...(locked() === null ? {} : { onBack: () => setOutside(null) })}
              />
            )}
          </Match>
          <Match when={locked()}>
            {(state) => (
              <LockPage
                vaults={state().vaults}
                onOpened={profile.refresh}
                onJoin={() => setOutside("join")}
              />
            )}
          </Match>
          <Match when={waiting()}>{(standing) => <Waiting standing={standing()} />}</Match>
          <Match when={standing() === "member"}>
            <Workplace />
          </Match>
        </Switch>
      </Suspense>
    </AppContext.Provider>
  );
}
