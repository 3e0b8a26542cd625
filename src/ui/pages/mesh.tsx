/**
 * The network: who is in it, when each was last heard, what only this computer has; and what makes
 * it grow: invitations, and requests confirmed after four words were compared.
 */
import { A } from "@solidjs/router";
import { createSignal, For, Match, Show, Suspense, Switch } from "solid-js";
import type { DeviceView, MembersView, SiteView, StatusView } from "#engine";
import { maySeeSharing } from "../access.ts";
import { useApp, useMember } from "../app-context.ts";
import { now } from "../clock.ts";
import { createLive } from "../live.ts";
import { later } from "../later.ts";
import { t } from "../look.ts";
import { paths } from "../paths.ts";
import { Button } from "../parts/button.tsx";
import { ConnectForm } from "../parts/connect-form.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { RouteLinks } from "../parts/route-links.tsx";
import { wordError } from "../wording.ts";
import { Approvals } from "./mesh-approvals.tsx";
import { HubCard, OnlyHere, PeerList } from "./mesh-contacts.tsx";
import { HouseLimits } from "./mesh-limits.tsx";
import { LateRequests } from "./mesh-late.tsx";
import { type MadeWords, MadeSheet, NewWordsNeeded } from "./new-words.tsx";
import { KeptDevices } from "./mesh-kept.tsx";
import { OtherSite, OwnSite, PendingRequests, personName } from "./mesh-sites.tsx";

const InviteDialog = later(async () => (await import("./invite-dialog.tsx")).InviteDialog);

const AccessDialog = later(async () => (await import("./mesh-access.tsx")).AccessDialog);

const HouseDialog = later(async () => (await import("./mesh-house.tsx")).HouseDialog);

const DAY_MS = 86_400_000;

function wordHeard(members: MembersView): string {
  const others = members.sites.filter((site) => !site.ownSite);
  if (others.length === 0) return t().mesh.alone;
  const lately = others.filter((site) => site.lastHeard !== null && now() - site.lastHeard < DAY_MS);
  return lately.length === 0 ? t().mesh.heardNone : t().mesh.heardDay(lately.length);
}

interface SitesProps {
  readonly members: MembersView;
  readonly status: StatusView | undefined;
  readonly onManage: (device: DeviceView) => void;
  readonly onManageHouse: (site: SiteView) => void;
}

function Sites(props: SitesProps) {
  const own = () => props.members.sites.filter((site) => site.ownSite);
  const others = () => props.members.sites.filter((site) => !site.ownSite);
  const distrustedBy = (site: SiteView): readonly string[] =>
    props.members.sites.filter((one) => site.distrustedBy.includes(one.site)).map(({ name }) => name);
  const missingOf = (site: string) => props.status?.sites.find((one) => one.site === site)?.missing ?? null;
  return (
    <>
      <section class="stack" aria-labelledby="own-site">
        <h2 id="own-site">{t().mesh.ownSite}</h2>
        <For each={own()}>
          {(site) => <OwnSite site={site} distrustedBy={distrustedBy(site)} onManage={props.onManage} />}
        </For>
      </section>
      <Show when={others().length > 0}>
        <section class="stack" aria-labelledby="other-sites">
          <h2 id="other-sites">{t().mesh.otherSites}</h2>
          <Show when={props.members.sites.some((site) => site.alike.length > 0)}>
            <Notice kind="warn">{t().trust.alikeHouses}</Notice>
          </Show>
          <div class="card">
            <ul class="device-list">
              <For each={others()}>
                {(site) => (
                  <OtherSite
                    site={site}
                    missing={missingOf(site.site)}
                    distrustedBy={distrustedBy(site)}
                    onManage={props.onManageHouse}
                  />
                )}
              </For>
            </ul>
          </div>
        </section>
      </Show>
    </>
  );
}

const INVITING_ROLES: readonly string[] = ["coordinator", "staff"];

export function MeshPage() {
  const app = useApp();
  const member = useMember();
  const [inviting, setInviting] = createSignal(false);
  const [made, setMade] = createSignal<MadeWords>();
  const [managing, setManaging] = createSignal<DeviceView>();
  const [house, setHouse] = createSignal<SiteView>();
  const members = createLive({
    key: () => "members",
    ask: () => app.engine.members(),
    concerns: (event) => event.kind === "members" || event.kind === "peers",
  });
  const status = createLive({
    key: () => "status",
    ask: () => app.engine.status(),
    concerns: (event) => event.kind === "peers" || event.kind === "records" || event.kind === "members",
  });
  const mayInvite = () => INVITING_ROLES.includes(member()?.role ?? "");
  return (
    <Page
      title={t().shell.pages.mesh}
      lead={<Show when={members.value()}>{(view) => <>{wordHeard(view())}</>}</Show>}
      head={
        <>
          <RouteLinks />
          <Show when={maySeeSharing(member())}>
            <p>
              <A class="place-link" href={paths.sharing}>
                {t().sharing.link}
              </A>
            </p>
          </Show>
          <Show when={mayInvite()}>
            <div>
              <Button look="primary" onPress={() => setInviting(true)}>
                {t().mesh.invite}
              </Button>
            </div>
          </Show>
        </>
      }
    >
      <Show when={made()}>
        {(shown) => (
          <MadeSheet
            made={shown()}
            onDone={() => {
              setMade(undefined);
            }}
          />
        )}
      </Show>
      <div class="columns" hidden={made() !== undefined}>
        <Switch fallback={<p class="quiet">{t().shell.loading}</p>}>
          <Match when={members.value()}>
            {(view) => (
              <div class="stack stack-wide">
                <NewWordsNeeded needed={view().wordsNeeded} onMade={setMade} />
                <PendingRequests members={view()} />
                <LateRequests members={view()} />
                <Approvals members={view()} />
                <KeptDevices />
                <Sites
                  members={view()}
                  status={status.value()}
                  onManage={setManaging}
                  onManageHouse={setHouse}
                />
              </div>
            )}
          </Match>
          <Match when={members.error()}>
            <Notice kind="error" role="alert">
              {wordError(members.error())}
            </Notice>
          </Match>
        </Switch>
        <div class="stack stack-wide">
          <HubCard />
          <Show when={status.value()}>{(current) => <OnlyHere status={current()} />}</Show>
          <section class="card" aria-labelledby="contacts-title">
            <h2 id="contacts-title">{t().mesh.contactsTitle}</h2>
            <PeerList peers={status.value()?.peers ?? []} />
            <details class="fold">
              <summary>{t().mesh.connect}</summary>
              <div class="fold-body">
                <ConnectForm />
              </div>
            </details>
          </section>
          <HouseLimits />
        </div>
      </div>
      <Show when={managing()}>
        {(device) => (
          <Suspense>
            <AccessDialog
              device={device()}
              name={personName(device())}
              onClose={() => {
                setManaging(undefined);
              }}
            />
          </Suspense>
        )}
      </Show>
      <Show when={house()}>
        {(site) => (
          <Suspense>
            <HouseDialog
              site={site()}
              houses={members.value()?.sites.length ?? 0}
              onClose={() => {
                setHouse(undefined);
              }}
            />
          </Suspense>
        )}
      </Show>
      <Show when={inviting()}>
        <Suspense>
          <InviteDialog onClose={() => setInviting(false)} />
        </Suspense>
      </Show>
    </Page>
  );
}
