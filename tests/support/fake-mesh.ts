/** The mesh of the fake engine: sites, devices, one pending request, contacts. */
import type {
  Coverage,
  InviteView,
  Membership,
  MembersView,
  QuarantineView,
  StatusView,
  VaultId,
  Waiting,
  WordsKind,
} from "./fake-types.ts";
import { alikeAmong } from "../../src/engine/commands/alike-houses.ts";
import { ALIKE_HOUSE, ALIKE_NEW_HOUSE, OTHER_HOUSES } from "./invented.ts";

const MINUTE = 60_000;

type SiteId = Membership["site"];
type DeviceId = Membership["device"];
type SiteView = MembersView["sites"][number];
type DeviceView = SiteView["devices"][number];

interface Named {
  readonly site: SiteId;
  readonly name: string;
  readonly device: DeviceId;
}

export interface FakeMesh {
  readonly vault: VaultId;
  readonly recoveryWords: string;
  readonly protectedWords: string;
  /** Sets of words that the house lacks; a test may say so. */
  readonly wordsNeeded: Set<WordsKind>;
  standing(): Membership;
  waiting(): Waiting;
  ids(): { readonly mesh: Membership["mesh"]; readonly device: DeviceId };
  ownSite(): Named;
  otherSite(): Named;
  members(): MembersView;
  housesLike(name: string): SiteView["alike"];
  coverage(): readonly Coverage[];
  contacts(): Pick<StatusView, "peers" | "sites">;
  holders(): readonly { readonly site: SiteId; readonly name: string }[];
  invite(expiresAt: number): InviteView;
  confirm(device: DeviceId): boolean;
  takeOut(device: DeviceId): boolean;
  giveRole(device: DeviceId, role: DeviceView["role"]): void;
  removeSite(site: SiteId): boolean;
  distrust(site: SiteId, on: boolean): boolean;
  quarantine(): readonly QuarantineView[];
  /** How many entries count by it. */
  admit(device: DeviceId): number;
  approve(): void;
  found(founding: Pick<Membership, "meshName" | "siteName" | "siteKind" | "personName">): void;
  rename(personName: string): void;
}

export interface FakeMeshOptions extends Pick<Membership, "meshName" | "siteName" | "siteKind" | "role"> {
  readonly alone: boolean;
  readonly alike: boolean;
  readonly now: number;
}

/** 26 characters that end as 16 bytes in base32 do. */
const idOf = (seed: string): string =>
  `${seed
    .toLowerCase()
    .replace(/[^a-z2-7]/gu, "")
    .padEnd(25, "a")
    .slice(0, 25)}a`;

const CODE = "mfzw k3tj nzxw qylc mvzg 2zlt orqw 4zdb mrxw 4ylt mfwg y3dp nztq".replaceAll(" ", "-");
const KEPT = idOf("keptdevice") as DeviceId;
const NEWCOMER = idOf("newcomer") as DeviceId;

/** Each fake has a vault of its own, so that drafts of one test do not come back in another. */
let vaults = 0;

const device = (name: string, view: Partial<DeviceView>): DeviceView => ({
  device: idOf(name) as DeviceId,
  person: name,
  role: "staff",
  state: "member",
  words: null,
  enrolledAt: null,
  lastHeard: null,
  thisDevice: false,
  endsAt: null,
  votes: 0,
  copied: false,
  onlyProtection: false,
  ...view,
});

export function createFakeMesh(options: FakeMeshOptions): FakeMesh {
  const { now } = options;
  let alone = options.alone;
  let joined = false;
  let self: Membership = {
    kind: "member",
    device: idOf("selfdevice") as DeviceId,
    role: options.role,
    personName: "Lucía Betancur",
    mesh: "m".repeat(52) as Membership["mesh"],
    meshName: options.meshName,
    site: idOf("ownsite") as SiteId,
    siteName: options.siteName,
    siteKind: options.siteKind,
  };
  const heard = (minutes: number | null): number | null => (minutes === null ? null : now - minutes * MINUTE);
  const houses = options.alike ? [...OTHER_HOUSES, ALIKE_HOUSE] : OTHER_HOUSES;
  const others = () =>
    alone
      ? []
      : houses.map((house) => ({
          site: idOf(house.name) as SiteId,
          name: house.name,
          kind: house.kind,
          lastHeard: heard(house.heardMinutesAgo),
        }));
  const alike = () => alikeAmong([{ site: self.site, name: self.siteName }, ...others()]);
  const out = new Set<DeviceId>();
  const given = new Map<DeviceId, DeviceView["role"]>();
  const wordsNeeded = new Set<WordsKind>();
  let approved = false;
  /** The house of which this one gave its word that it should be out. */
  let wanted: string | null = null;
  const distrusted = new Set<SiteId>();
  let keptEntries = alone ? 0 : 12;
  const ownDevices = (): readonly DeviceView[] => {
    const me = device(self.personName, { device: self.device, role: self.role, thisDevice: true });
    if (alone) return [me];
    const newcomer = device("Ramiro Ixcoy", {
      device: NEWCOMER,
      role: "volunteer",
      state: joined ? "member" : "waiting",
      words: joined ? null : "farol nieve cobre tambor",
    });
    const all = [
      me,
      device("Teresa Quiñones", { lastHeard: heard(8) }),
      device("Delia Mux", { role: "protection", onlyProtection: true }),
      newcomer,
      device("hub", { person: null, role: "hub", lastHeard: heard(1) }),
    ];
    return all.map((view) => ({
      ...view,
      role: given.get(view.device) ?? view.role,
      state: out.has(view.device) ? "removed" : view.state,
    }));
  };
  const toApprove = (): MembersView["toApprove"] => {
    if (alone || approved || self.role !== "coordinator") return [];
    const invite = idOf("newhouse") as InviteView["invite"];
    const name = options.alike ? ALIKE_NEW_HOUSE : "Casa del Puente";
    const invitedBy = OTHER_HOUSES[0].name;
    return [{ invite, name, kind: "shelter", invitedBy, alike: alike().ofName(name) }];
  };
  const otherSites = (): readonly SiteView[] =>
    others().map((house) => ({
      ...house,
      ownSite: false,
      votes: house.name === wanted ? [{ site: self.site, name: self.siteName }] : [],
      distrusts: [],
      distrustedBy: distrusted.has(house.site) ? [self.site] : [],
      alike: alike().of(house.site),
      devices: [device(house.name, { person: null, role: "hub", lastHeard: house.lastHeard })],
    }));
  vaults += 1;
  return {
    vault: idOf(`vault${"abcdefghij"[vaults % 10] ?? ""}${"x".repeat(Math.floor(vaults / 10))}`) as VaultId,
    recoveryWords: "pájaro límite cobre ancla noche durar feliz océano vida tambor rueda cielo",
    protectedWords: "ábaco lunes mirar niebla ópera pacto queso rabia sello tabla uva vaca",
    wordsNeeded,
    standing: () => self,
    waiting: () => ({
      kind: "waiting",
      device: self.device,
      words: "farol nieve cobre tambor",
      presented: !alone,
      refused: null,
    }),
    ids: () => ({ mesh: self.mesh, device: self.device }),
    ownSite: () => ({ site: self.site, name: self.siteName, device: self.device }),
    otherSite: () => {
      const name = OTHER_HOUSES[0].name;
      return { site: idOf(name) as SiteId, name, device: idOf(`${name}device`) as DeviceId };
    },
    members: () => ({
      toApprove: toApprove(),
      late: [],
      wordsNeeded: [...wordsNeeded],
      mesh: self.mesh,
      meshName: self.meshName,
      sites: [
        {
          site: self.site,
          name: self.siteName,
          kind: self.siteKind,
          ownSite: true,
          lastHeard: now,
          devices: ownDevices(),
          votes: [],
          distrusts: [...distrusted],
          distrustedBy: [],
          alike: alike().of(self.site),
        },
        ...otherSites(),
      ],
    }),
    housesLike: (name) => alike().ofName(name),
    coverage: () =>
      others()
        .filter(({ kind }) => kind === "shelter")
        .map(({ site, name, lastHeard }) => ({ site, name, lastHeard })),
    contacts: () => ({
      sites: others().map(({ site, name, lastHeard }, at) => ({ site, name, lastHeard, missing: at * 4 })),
      peers: others()
        .slice(0, 2)
        .map(({ site, name, lastHeard }, at) => ({
          address: `/ip4/192.0.2.${String(at + 1)}/tcp/4011/ws`,
          device: null,
          site,
          siteName: name,
          connected: at === 0,
          progress: null,
          lastHeard,
        })),
    }),
    holders: () =>
      others()
        .filter(({ kind, lastHeard }) => kind === "shelter" && lastHeard !== null)
        .map(({ site, name }) => ({ site, name })),
    invite: (expiresAt) => ({
      invite: idOf("invite") as InviteView["invite"],
      code: Array.from({ length: 6 }, () => CODE).join("-"),
      seed: "MFZWK3TJNZXWQYLCMVZG2ZLTOQ",
      expiresAt,
    }),
    confirm: (wanted) => {
      if (wanted !== NEWCOMER || joined) return false;
      joined = true;
      return true;
    },
    takeOut: (wanted) => {
      const known = ownDevices().some(({ device: one }) => one === wanted);
      if (known) out.add(wanted);
      return known;
    },
    giveRole: (to, role) => {
      given.set(to, role);
    },
    removeSite: (site) => {
      wanted = others().find((house) => house.site === site)?.name ?? null;
      return wanted !== null;
    },
    distrust: (site, on) => {
      if (on) distrusted.add(site);
      else distrusted.delete(site);
      return others().some((house) => house.site === site);
    },
    quarantine: () =>
      keptEntries === 0
        ? []
        : [
            {
              ...{ device: KEPT, person: "Noel Barrios", siteName: self.siteName, ownSite: true },
              ...{ entries: keptEntries, since: now - 60 * MINUTE },
            },
          ],
    admit: (of) => {
      const entries = of === KEPT ? keptEntries : 0;
      keptEntries -= entries;
      return entries;
    },
    approve: () => {
      approved = true;
    },
    found: (founding) => {
      const { meshName, siteName, siteKind, personName } = founding;
      alone = true;
      self = { ...self, meshName, siteName, siteKind, personName, role: "coordinator" };
    },
    rename: (personName) => {
      self = { ...self, personName };
    },
  };
}
