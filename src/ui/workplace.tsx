/**
 * The routes of an open vault. Paths live after the `#`, so that they never reach a server; they
 * hold ids, never names.
 */
import { HashRouter, Navigate, Route } from "@solidjs/router";
import { type JSX, onCleanup, onMount, Show } from "solid-js";
import { useApp, useMember } from "./app-context.ts";
import { later, loadLater } from "./later.ts";
import { paths } from "./paths.ts";
import { ArrivalsPage } from "./pages/arrivals.tsx";
import { SearchPage } from "./pages/search.tsx";
import { Shell } from "./shell.tsx";

const ReportPage = later(async () => (await import("./pages/report.tsx")).ReportPage);
const RecordPage = later(async () => (await import("./pages/record.tsx")).RecordPage);
const PersonCopyPage = later(async () => (await import("./pages/person-copy.tsx")).PersonCopyPage);
const ReportsPage = later(async () => (await import("./pages/reports.tsx")).ReportsPage);
const RollCallPage = later(async () => (await import("./pages/roll-call.tsx")).RollCallPage);
const PaperListPage = later(async () => (await import("./pages/paper-list.tsx")).PaperListPage);
const HandOutPage = later(async () => (await import("./pages/hand-out.tsx")).HandOutPage);
const DoorPage = later(async () => (await import("./pages/door.tsx")).DoorPage);
const PastePage = later(async () => (await import("./pages/paste.tsx")).PastePage);
const ReferralsPage = later(async () => (await import("./pages/referrals.tsx")).ReferralsPage);
const SlipPage = later(async () => (await import("./pages/slip.tsx")).SlipPage);
const ReferralPage = later(async () => (await import("./pages/referral.tsx")).ReferralPage);
const ProtectedPage = later(async () => (await import("./pages/protected.tsx")).ProtectedPage);
const VisitsPage = later(async () => (await import("./pages/visits.tsx")).VisitsPage);
const OpenCardPage = later(async () => (await import("./pages/open-card.tsx")).OpenCardPage);
const NewCardPage = later(async () => (await import("./pages/new-card.tsx")).NewCardPage);
const PosterPage = later(async () => (await import("./pages/poster.tsx")).PosterPage);
const SharingPage = later(async () => (await import("./pages/sharing.tsx")).SharingPage);
const RouteBoardPage = later(async () => (await import("./pages/route-board.tsx")).RouteBoardPage);
const DirectoryPage = later(async () => (await import("./pages/directory.tsx")).DirectoryPage);
const MeshPage = later(async () => (await import("./pages/mesh.tsx")).MeshPage);
const SettingsPage = later(async () => (await import("./pages/settings.tsx")).SettingsPage);
const AuditPage = later(async () => (await import("./pages/audit.tsx")).AuditPage);
const MissingPage = later(async () => (await import("./pages/missing.tsx")).MissingPage);

function First() {
  const member = useMember();
  return <Navigate href={member()?.siteKind === "advocates" ? paths.search : paths.arrivals} />;
}

/** Advocates receive nobody. */
const ofShelters = (Page: () => JSX.Element) => () => {
  const member = useMember();
  return (
    <Show when={member()?.siteKind !== "advocates"} fallback={<First />}>
      <Page />
    </Show>
  );
};
const RollCall = ofShelters(() => <RollCallPage />);
const PaperList = ofShelters(() => <PaperListPage />);
const HandOut = ofShelters(() => <HandOutPage />);

const Arrivals = ofShelters(() => <ArrivalsPage />);

/** The house says what it compared also while nobody looks at the list. */
function compareOn(): void {
  const app = useApp();
  onMount(() => {
    // a lock that comes first is answer enough; the next one who opens begins it again
    app.engine.keepComparing().catch(() => undefined);
  });
}

export function Workplace() {
  compareOn();
  onCleanup(loadLater());
  return (
    <HashRouter root={Shell}>
      <Route path="/" component={First} />
      <Route path={paths.arrivals} component={Arrivals} />
      <Route path={paths.rollCall} component={RollCall} />
      <Route path={paths.paperList} component={PaperList} />
      <Route path={paths.handOut} component={HandOut} />
      <Route path={paths.search} component={SearchPage} />
      <Route path={paths.reports} component={ReportsPage} />
      <Route path={`${paths.report}/:step`} component={ReportPage} />
      <Route path={paths.door} component={DoorPage} />
      <Route path={paths.paste} component={PastePage} />
      <Route path={`${paths.record}/:id`} component={RecordPage} />
      <Route path={`${paths.record}/:id/copia`} component={PersonCopyPage} />
      <Route path={`${paths.record}/:id/cartel`} component={PosterPage} />
      <Route path={paths.referrals} component={ReferralsPage} />
      <Route path={`${paths.referrals}/:id`} component={ReferralPage} />
      <Route path={`${paths.referrals}/:id/papel`} component={SlipPage} />
      <Route path={paths.protectedPeople} component={ProtectedPage} />
      <Route path={paths.visits} component={VisitsPage} />
      <Route path={paths.card} component={OpenCardPage} />
      <Route path={paths.newCard} component={NewCardPage} />
      <Route path={paths.board} component={RouteBoardPage} />
      <Route path={`${paths.directory}/:need?`} component={DirectoryPage} />
      <Route path={paths.sharing} component={SharingPage} />
      <Route path={paths.mesh} component={MeshPage} />
      <Route path={paths.settings} component={SettingsPage} />
      <Route path={paths.audit} component={AuditPage} />
      <Route path="*" component={MissingPage} />
    </HashRouter>
  );
}
