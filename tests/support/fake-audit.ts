/** An audit of invented people, for the page: the one who is tested may change what it answers. */
import type { AuditCommands, AuditView, Engine } from "../../src/engine/api/index.ts";

type SiteId = AuditView["houses"][number]["site"];
type DeviceId = AuditView["days"][number]["device"];

export interface FakeAudit extends AuditCommands {
  /** What `audit` answers. */
  audited: AuditView;
}

const OWN = "casatapachulaaaaaaaaaaaaaa" as SiteId;
const OAXACA = "casaoaxacaaaaaaaaaaaaaaaaa" as SiteId;
const RAMIRO = "ramiroaaaaaaaaaaaaaaaaaaaa" as DeviceId;
const NIGHT = Date.UTC(2026, 10, 21, 8, 30);

const VIEW: AuditView = {
  since: NIGHT - 7 * 86_400_000,
  houses: [
    { site: OWN, name: "Casa Tapachula", ownSite: true, auditors: [], unreadable: 0 },
    { site: OAXACA, name: "Casa Oaxaca", ownSite: false, auditors: [], unreadable: 2 },
  ],
  alarms: [
    {
      ...{ kind: "many-openings", site: OWN, device: RAMIRO, at: NIGHT, opened: 83, registered: 4 },
      person: "Ramiro Pop",
    },
  ],
  cards: [{ kind: "cards-of-one-guest", site: OAXACA, name: "Casa Oaxaca", cards: 7 }],
  days: [
    {
      ...{ site: OWN, device: RAMIRO, person: "Ramiro Pop", day: "2026-11-21" },
      ...{ opened: 83, searches: 12, byPlace: 0, exports: 1, overrides: 0 },
    },
    {
      ...{ site: OAXACA, device: "otraaaaaaaaaaaaaaaaaaaaaaa" as DeviceId, person: null, day: "2026-11-20" },
      ...{ opened: 3, searches: 1, byPlace: 0, exports: 0, overrides: 0 },
    },
  ],
  opened: [],
  choices: [{ site: OAXACA, name: "Casa Oaxaca" }],
};

interface Host {
  /** Throws where the vault is locked. */
  state: Engine["state"];
}

export function fakeAudit(host: Host): FakeAudit {
  return {
    audited: VIEW,
    async audit() {
      await host.state();
      return this.audited;
    },
    async chooseAuditor(site) {
      const chosen = this.audited.choices.filter((one) => one.site === site);
      const houses = this.audited.houses.map((house) =>
        house.ownSite ? { ...house, auditors: chosen } : house,
      );
      this.audited = { ...this.audited, houses };
      return { auditor: site };
    },
    async noteHandedOut() {
      await host.state();
    },
  };
}
