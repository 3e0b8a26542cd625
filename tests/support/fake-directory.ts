/** The directory, boards and notices of the route, in the engine in memory: views that a test sets, and what was asked. */
import type { BoardWish } from "#model";
import type { SiteId } from "#sync";
import type {
  BoardView,
  DirectoryCommands,
  Engine,
  NoticeView,
  RecordId,
  ServiceView,
  ServiceWord,
} from "../../src/engine/api/index.ts";
import { type FakeSharing, fakeSharing } from "./fake-sharing.ts";

const NOW = "2026-11-21T18:30:00Z";
const TODAY = "2026-11-21";
const OTHER_SITE = "aebagbafaydqqcikbmga2dqpca" as SiteId;
const OTHER = { site: OTHER_SITE, siteName: "Casa Oaxaca" };
const OWN = { site: "aaaqeayeaudaocajbifqydiob4" as SiteId, siteName: "Casa Tapachula" };

const BARE: Omit<ServiceView, "id" | "name" | "type" | "offers" | "confirmedOn"> = {
  ...{
    place: null,
    address: null,
    hours: null,
    languages: [],
    accepts: [],
    phone: null,
    entry: null,
    note: null,
  },
  ...{ agree: 1, others: [], notedBy: OTHER, confirmedBy: OTHER },
  status: "open",
  freshness: "fresh",
};

const SERVICES: readonly ServiceView[] = [
  {
    ...BARE,
    ...{ id: "aaaqeayeaudaocajbifqydiob4" as RecordId, name: "Consultorio San José", type: "health" },
    ...{
      offers: ["medical", "psychosocial"],
      place: "Ixtepec",
      phone: "+52 555 0142",
      hours: "8:00 a 14:00",
    },
    ...{ accepts: ["women", "families"], entry: "Sin cita. No pide documentos.", confirmedOn: "2026-11-20" },
    others: [{ ...OWN, field: "phone", value: "+52 555 0177" }],
  },
  {
    ...BARE,
    ...{ id: "aebagbafaydqqcikbmga2dqpca" as RecordId, name: "Defensoría del Istmo", type: "legal" },
    ...{
      offers: ["legal"],
      place: "Juchitán",
      confirmedOn: "2026-08-01",
      freshness: "old",
      languages: ["zapoteco"],
    },
  },
];

const BOARDS: readonly BoardView[] = [
  { ...OWN, ownSite: true, place: null, country: null, beds: [], needs: [], alerts: [], saidAt: null },
  {
    ...OTHER,
    ...{ ownSite: false, place: "Oaxaca", country: "MX", saidAt: NOW },
    beds: [
      { group: "any", free: 12, at: NOW, age: "current" },
      { group: "women", free: 3, at: "2026-11-20T10:00:00Z", age: "old" },
      { group: "families", free: null, at: "2026-11-16T10:00:00Z", age: "gone" },
    ],
    needs: [{ need: "medicines", note: "suero oral", urgent: true, at: NOW, age: "current" }],
    alerts: [{ alert: "operation", note: null, at: NOW, age: "current" }],
  },
];

const NOTICES: readonly NoticeView[] = [
  {
    ...{ id: "aaaqeayeaudaocajbifqydiob4" as RecordId, kind: "danger", place: "La Ventosa", by: OTHER },
    ...{ text: "No pase de noche.", at: NOW, validUntil: "2026-11-24", state: "current", ownSite: false },
  },
];

export interface FakeRoute {
  services: readonly ServiceView[];
  boards: readonly BoardView[];
  notices: readonly NoticeView[];
  /** What was said through it. */
  readonly said: (
    | { readonly word: ServiceWord | undefined; readonly service: RecordId }
    | { readonly board: BoardWish }
    | { readonly repeated: true }
  )[];
}

export type FakeDirectory = DirectoryCommands & FakeSharing & { readonly route: FakeRoute };

function ownBoard(route: FakeRoute, wish: BoardWish): BoardView {
  const own = route.boards.find(({ ownSite }) => ownSite)!;
  const beds = Object.entries(wish.beds ?? {}).map(([group, free]) => ({
    ...{
      group: group as BoardView["beds"][number]["group"],
      free: free ?? null,
      at: NOW,
      age: "current" as const,
    },
  }));
  const board: BoardView = { ...own, saidAt: NOW, ...(beds.length === 0 ? {} : { beds }) };
  route.boards = route.boards.map((one) => (one.ownSite ? board : one));
  return board;
}

/** What is taken off reads as the engine reads it: no line, and no items. */
const told = (word: ServiceWord | undefined): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(word?.fields ?? {}).map(([field, value]) => [
      field,
      value === null && Array.isArray(BARE[field as keyof typeof BARE]) ? [] : value,
    ]),
  );

export function fakeDirectory(engine: Pick<Engine, "add">): FakeDirectory & Pick<Engine, "add"> {
  const add = engine.add.bind(engine);
  const route: FakeRoute = { services: SERVICES, boards: BOARDS, notices: NOTICES, said: [] };
  const isOver = ({ state }: NoticeView): boolean => state === "over";
  return {
    ...fakeSharing(),
    route,
    async add(kind, fields) {
      const given = fields as Readonly<Record<string, unknown>>;
      const defaults = { service: { confirmedOn: TODAY }, notice: { at: NOW, validUntil: "2026-11-24" } };
      return add(kind, kind === "service" || kind === "notice" ? { ...defaults[kind], ...given } : fields);
    },
    async directory({ offers, text, place, accepts, all } = {}) {
      return route.services.filter(
        (one) =>
          (offers === undefined || one.offers.includes(offers)) &&
          (accepts === undefined || one.accepts.length === 0 || one.accepts.includes(accepts)) &&
          (place === undefined || (one.place ?? "").toLowerCase().includes(place.toLowerCase())) &&
          one.name.toLowerCase().includes((text ?? "").toLowerCase()) &&
          (all === true || one.status === "open"),
      );
    },
    async confirmService(id, word) {
      route.said.push({ service: id, word });
      const before = route.services.find((one) => one.id === id)!;
      const after: ServiceView = {
        ...{ ...before, confirmedOn: word?.on ?? TODAY, confirmedBy: OWN, freshness: "fresh" },
        status: word?.status ?? "open",
        ...(told(word) as Partial<ServiceView>),
      };
      route.services = route.services.map((one) => (one.id === id ? after : one));
      return after;
    },
    boards: async () => route.boards,
    async setBoard(wish) {
      route.said.push({ board: wish });
      return ownBoard(route, wish);
    },
    async repeatBoard() {
      route.said.push({ repeated: true });
      return ownBoard(route, {});
    },
    notices: async ({ all = false } = {}) => route.notices.filter((one) => all || !isOver(one)),
    async endNotice(id) {
      const ended: NoticeView = { ...route.notices.find((one) => one.id === id)!, state: "over" };
      route.notices = route.notices.map((one) => (one.id === id ? ended : one));
      return ended;
    },
  };
}
