/**
 * The token that lets this page give its hub to a house. It comes in the address that the hub shows when it starts, after
 * `#base=`, is taken out of the address bar at once, and stays in this page's memory alone: what a browser keeps for a
 * tab (sessionStorage too) it writes to its profile, to bring tabs back. Who reloads the page before the hub belongs to
 * a house opens that address once more.
 */
import { createSignal } from "solid-js";

const FRAGMENT = /^#base=([\w-]+)/u;

const [token, setToken] = createSignal<string | null>(null);

/** Null for a page that was opened without it. */
export const hubToken = token;

export const forgetHubToken = (): void => {
  setToken(null);
};

/** Takes the token out of the address, if it has one, and puts this fragment there. */
function takeToken(before: string): void {
  const [, shown] = FRAGMENT.exec(location.hash) ?? [];
  if (shown === undefined) return;
  history.replaceState(history.state, "", `${location.pathname}${before}`);
  setToken(shown);
}

/**
 * Takes it from the address now, and whenever the address is opened in this tab again: then only the fragment changes,
 * and the page goes on where it was. To be called before a router reads the address.
 */
export function watchForToken(): void {
  takeToken("");
  addEventListener("hashchange", ({ oldURL }) => {
    takeToken(new URL(oldURL).hash);
  });
}
