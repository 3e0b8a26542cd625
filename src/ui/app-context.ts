/** What every page may reach: the engine, its events, and the state of the profile. */
import { type Accessor, createContext, useContext } from "solid-js";
import type { EngineClient } from "./engine-client.ts";
import type { HubState } from "./hub-link.ts";
import type { ProfileState, Standing } from "#engine";

export interface App extends EngineClient {
  readonly state: Accessor<ProfileState | undefined>;
  /** The hub that served the page; null when there is none. */
  readonly hub: Accessor<HubState | null>;
  /** Asks the hub again and reconnects to it. */
  refreshHub(): Promise<void>;
  lock(): void;
  /** Leaves at once: page and keys are gone, and something harmless is shown. */
  panic(): void;
}

export type Membership = Extract<Standing, { kind: "member" }>;

export const AppContext = createContext<App>();

/** The app; throws outside of it. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error("used outside of the app");
  return app;
}

/** Who works here; null while locked or not confirmed. */
export function useMember(): Accessor<Membership | null> {
  const app = useApp();
  return () => {
    const state = app.state();
    return state?.kind === "open" && state.standing.kind === "member" ? state.standing : null;
  };
}
