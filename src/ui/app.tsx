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
import { clearDrafts, keepDrafts, loadDrafts } from "./drafts.ts";
import { askHub, dialable, giveHubCode, type HubState } from "./hub-link.ts";
import { hubToken } from "./hub-token.ts";
import { away, lockIn } from "./idle.ts";
import { panic } from "./panic.ts";
import { LockPage } from "./pages/lock.tsx";
import { Announcer } from "./parts/announce.tsx";
import { Splash } from "./parts/splash.tsx";
import { Workplace } from "./workplace.tsx";
import type { ProfileState, Standing, VaultId } from "#engine";

const Welcome = lazy(async () => ({ default: (await import("./pages/welcome.tsx")).Welcome }));
const Reader = lazy(async () => ({ default: (await import("./pages/reader.tsx")).Reader }));
const Removed = lazy(async () => ({ default: (await import("./pages/removed.tsx")).Removed }));
const Waiting = lazy(async () => ({ default: (await import("./pages/waiting.tsx")).Waiting }));

/** A base that has lost its power comes back without anybody telling the page. */
const LOOK_AGAIN_MS = 10_000;
const ASK_PAUSE_MS = 500;
const ASK_TIMES = 40;

/** First run or a further person on this computer: `null` when neither is going on. */
type Outside = "choose" | "join" | "recover" | null;

function createHubLink(client: EngineClient, state: () => ProfileState | undefined) {
  const [hub, setHub] = createSignal<HubState | null>(null);
  const mayAdopt = (found: HubState): boolean => {
    const now = state();
    const standing = now?.kind === "open" ? now.standing : null;
    // a hub that carried this house's own request knows the mesh already, and is still nobody's
    const isCoordinator = standing?.kind === "member" && standing.role === "coordinator";
    return isCoordinator && found.canAdopt && hubToken() !== null;
  };
  /** The hub belongs to the house once its request has gone there and back; asks until it says so. */
  const awaitAdoption = async (): Promise<void> => {
    for (let asked = 0; asked < ASK_TIMES && hub()?.canAdopt === true; asked++) {
      await new Promise((resolve) => setTimeout(resolve, ASK_PAUSE_MS));
      setHub(await askHub());
    }
  };
  const refreshOnce = async (): Promise<void> => {
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
  let turn: Promise<void> = Promise.resolve();
  /** One after another: two at once would hand the hub two invites. */
  const refreshHub = (): Promise<void> => {
    turn = turn.then(refreshOnce);
    return turn;
  };
  return { hub, refreshHub };
}

/** Whether the profile is open, locked or empty, as the engine says; empty at once while it locks. */
function createProfile(client: EngineClient) {
  const [state, setState] = createSignal<ProfileState>();
  const [leaving, setLeaving] = createSignal(false);
  /** Whose half-typed forms are in the page, or on their way there. */
  let loaded: VaultId | null = null;
  /** Whose address is in the tab: the same person comes back to the same page, another begins anew. */
  let last: VaultId | null = null;
  let loading: Promise<void> = Promise.resolve();
  const load = (next: ProfileState): Promise<void> => {
    const vault = next.kind === "open" ? next.vault : null;
    if (vault !== null && last !== null && vault !== last) history.replaceState(null, "", location.pathname);
    last = vault ?? last;
    if (vault !== loaded) {
      loaded = vault;
      // who cannot have them back can still work
      loading = vault === null ? Promise.resolve() : loadDrafts(client.engine, vault).catch(() => undefined);
    }
    return loading;
  };
  let turn = 0;
  const refresh = async (): Promise<void> => {
    const mine = ++turn;
    const next = await client.engine.state();
    if (mine !== turn) return;
    await load(next);
    if (mine === turn) setState(next);
  };
  const lock = async (): Promise<void> => {
    setLeaving(true);
    // what was asked before the lock is no answer any more
    turn += 1;
    // in this order: what was typed is sealed while the vault is open
    await Promise.allSettled([clearDrafts(client.engine), client.engine.lock()]);
    // what was open must not come back, not for a moment, where another answer overtakes this one
    setState(undefined);
    setLeaving(false);
    await refresh();
  };
  void refresh();
  onCleanup(
    client.listen((event) => {
      if (event.kind === "profile" || event.kind === "members") void refresh();
    }),
  );
  return { state: () => (leaving() ? undefined : state()), refresh, lock: () => void lock() };
}

/** F8 leaves at once, from any page; what is typed is handed over when the page is hidden or left. */
function listenToPage(client: EngineClient, leave: () => void): void {
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    leave();
  };
  const keep = (): void => void keepDrafts(client.engine);
  addEventListener("keydown", press);
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", keep);
  onCleanup(() => {
    removeEventListener("keydown", press);
    removeEventListener("pagehide", keep);
    document.removeEventListener("visibilitychange", keep);
  });
}

const standingOf = (state: ProfileState | undefined): Standing["kind"] | null =>
  state?.kind === "open" ? state.standing.kind : null;

export interface AppProps {
  readonly client: EngineClient;
  /** Opens another page in place of this one. */
  readonly leaveTo: (page: string) => void;
}

export function App(props: AppProps) {
  // both are made once and never replaced
  // eslint-disable-next-line solid/reactivity
  const { client, leaveTo } = props;
  const profile = createProfile(client);
  const { hub, refreshHub } = createHubLink(client, profile.state);
  const [outside, setOutside] = createSignal<Outside>(null);
  const leave = (): void => void panic(client, leaveTo);
  const app: AppValue = {
    ...client,
    state: profile.state,
    hub,
    refreshHub,
    lock: profile.lock,
    panic: leave,
  };
  listenToPage(client, leave);

  createEffect(() => {
    if (profile.state()?.kind === "empty") setOutside((now) => now ?? "choose");
  });
  // not on every change of the state: each asking may hand the hub an invite
  const standing = createMemo(() => standingOf(profile.state()));
  createEffect(on([standing, hubToken], () => void refreshHub()));
  createEffect(() => {
    if (hub() !== null || standing() === null) return;
    const again = setInterval(() => void refreshHub(), LOOK_AGAIN_MS);
    onCleanup(() => {
      clearInterval(again);
    });
  });
  createEffect(() => {
    const due = lockIn() === 0 || away();
    if (due && profile.state()?.kind === "open" && outside() === null) profile.lock();
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
                refresh={profile.refresh}
                onJoin={() => setOutside("join")}
                onRecover={() => setOutside("recover")}
              />
            )}
          </Match>
          <Match when={waiting()}>{(standing) => <Waiting standing={standing()} />}</Match>
          <Match when={standing() === "removed"}>
            <Removed />
          </Match>
          <Match when={standing() === "reader"}>
            <Reader />
          </Match>
          <Match when={standing() === "member"}>
            <Workplace />
          </Match>
        </Switch>
      </Suspense>
    </AppContext.Provider>
  );
}
