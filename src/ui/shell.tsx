/**
 * What stands around every page of the work: house, person on shift, where today's records are,
 * lock and help; the ways to the other pages; and the keys that work everywhere.
 */
import { A, type RouteSectionProps, useLocation, useNavigate } from "@solidjs/router";
import CircleQuestionMark from "lucide-solid/icons/circle-question-mark";
import LogIn from "lucide-solid/icons/log-in";
import Lock from "lucide-solid/icons/lock";
import LogOut from "lucide-solid/icons/log-out";
import Megaphone from "lucide-solid/icons/megaphone";
import Forward from "lucide-solid/icons/forward";
import Network from "lucide-solid/icons/network";
import Search from "lucide-solid/icons/search";
import Settings from "lucide-solid/icons/settings";
import { createSignal, For, onCleanup, onMount, Show, Suspense } from "solid-js";
import { Dynamic } from "solid-js/web";
import { useApp, useMember } from "./app-context.ts";
import { createLive } from "./live.ts";
import { later } from "./later.ts";
import { createMatches, proposedIn } from "./matches.ts";
import { t } from "./look.ts";
import { Sign } from "./parts/brand.tsx";
import { ShapeMark } from "./parts/place.tsx";
import { Banners } from "./parts/banners.tsx";
import { paths } from "./paths.ts";

const HelpDialog = later(async () => (await import("./parts/help-dialog.tsx")).HelpDialog);

const ICONS = {
  arrivals: LogIn,
  search: Search,
  reports: Megaphone,
  referrals: Forward,
  mesh: Network,
  settings: Settings,
};
type Entry = keyof typeof ICONS;

/** Pages of two columns, or of rows with many fields. */
const WIDE: readonly string[] = [paths.arrivals, paths.mesh, paths.paperList];

/** Advocates receive nobody; volunteers of the desk see neither who is sought nor referrals. */
function entriesFor(siteKind: string | undefined, role: string | undefined): readonly Entry[] {
  const all: readonly Entry[] = ["arrivals", "search", "reports", "referrals", "mesh", "settings"];
  if (siteKind === "advocates") return all.filter((entry) => entry !== "arrivals");
  const unseen: readonly Entry[] = ["reports", "referrals"];
  return role === "volunteer" ? all.filter((entry) => !unseen.includes(entry)) : all;
}

const FIRST_FIELDS: Readonly<Record<string, string>> = { F2: "field-search", F4: "field-age" };

function createKeys(openHelp: () => void): void {
  const app = useApp();
  const member = useMember();
  const navigate = useNavigate();
  const go = (key: string, path: string): void => {
    navigate(path);
    queueMicrotask(() => document.getElementById(FIRST_FIELDS[key] ?? "")?.focus());
  };
  const keys: Readonly<Record<string, () => void>> = {
    F1: openHelp,
    F2: () => {
      go("F2", paths.search);
    },
    F4: () => {
      if (member()?.siteKind === "shelter") go("F4", paths.arrivals);
    },
    F9: () => {
      app.lock();
    },
  };
  const press = (event: KeyboardEvent): void => {
    const action = keys[event.key];
    if (action === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    action();
  };
  onMount(() => {
    addEventListener("keydown", press);
  });
  onCleanup(() => {
    removeEventListener("keydown", press);
  });
}

function CopiesChip() {
  const app = useApp();
  const status = createLive({
    key: () => "status",
    ask: () => app.engine.status(),
    concerns: (event) => event.kind === "records" || event.kind === "peers",
  });
  const wording = (onlyHere: number, records: number): string => {
    if (records === 0) return t().shell.nothingSaved;
    return onlyHere > 0 ? t().shell.onlyHere(onlyHere) : t().shell.notOnlyHere;
  };
  return (
    <Show when={status.value()}>
      {(now) => (
        <span class="header-chip">
          <span class={now().onlyHere > 0 ? "place-wait" : "place-step"}>
            <ShapeMark shape={now().onlyHere > 0 ? "half" : now().records === 0 ? "empty" : "full"} />
          </span>
          {wording(now().onlyHere, now().records)}
        </span>
      )}
    </Show>
  );
}

function PanicButton() {
  const app = useApp();
  return (
    <button
      type="button"
      class="button button-icon"
      title={t().locks.panicHint}
      aria-label={t().locks.panic}
      onClick={() => {
        app.panic();
      }}
    >
      <LogOut />
      <span class="button-word">{t().locks.panic}</span>
    </button>
  );
}

function Header(props: { readonly onHelp: () => void }) {
  const app = useApp();
  const member = useMember();
  return (
    <header class="header">
      <div class="header-place">
        <span class="header-site">{member()?.siteName}</span>
        <span class="header-shift">{t().shell.shift(member()?.personName ?? "")}</span>
      </div>
      <CopiesChip />
      <div class="header-actions">
        <button
          type="button"
          class="button button-icon"
          title={t().shell.lockHint}
          aria-label={t().shell.lock}
          onClick={() => {
            app.lock();
          }}
        >
          <Lock />
          <span class="button-word">{t().shell.lock}</span>
        </button>
        <PanicButton />
        <button
          type="button"
          class="button button-plain button-icon"
          title={t().shell.helpHint}
          aria-label={t().shell.help}
          onClick={() => {
            props.onHelp();
          }}
        >
          <CircleQuestionMark />
          <span class="button-word">{t().shell.help}</span>
        </button>
      </div>
    </header>
  );
}

function Navigation() {
  const member = useMember();
  const location = useLocation();
  const isCurrent = (entry: Entry): boolean => location.pathname.startsWith(paths[entry]);
  const matches = createMatches(() => null);
  const proposals = () => proposedIn(matches.value()).length;
  return (
    <nav class="nav" aria-label={t().shell.navigation}>
      <div class="nav-stay">
        <div class="brand" aria-hidden="true">
          <Sign />
          <span class="brand-word">{t().shell.app}</span>
        </div>
        <ul>
          <For each={entriesFor(member()?.siteKind, member()?.role)}>
            {(entry) => (
              <li>
                <A href={paths[entry]} aria-current={isCurrent(entry) ? "page" : undefined}>
                  <Dynamic component={ICONS[entry]} />
                  <span>{t().shell.pages[entry]}</span>
                  <Show when={entry === "reports" && proposals() > 0}>
                    <span class="nav-count" aria-hidden="true">
                      {proposals()}
                    </span>
                    <span class="visually-hidden"> {t().matches.inNavigation(proposals())}</span>
                  </Show>
                </A>
              </li>
            )}
          </For>
        </ul>
      </div>
    </nav>
  );
}

export function Shell(props: RouteSectionProps) {
  const [help, setHelp] = createSignal(false);
  createKeys(() => setHelp(true));
  const location = useLocation();
  const isWide = () => WIDE.some((path) => location.pathname.startsWith(path));
  return (
    <div class="shell">
      <a
        class="skip-link"
        href="#main"
        on:click={(event) => {
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {t().shell.skip}
      </a>
      <Header onHelp={() => setHelp(true)} />
      <Navigation />
      <main class="main" classList={{ "main-wide": isWide() }} id="main" tabindex="-1">
        <Banners />
        <Suspense>{props.children}</Suspense>
      </main>
      <Show when={help()}>
        <Suspense>
          <HelpDialog onClose={() => setHelp(false)} />
        </Suspense>
      </Show>
    </div>
  );
}
