/** What a person carries, in the fake engine: cards whose words are the same every time, but for one. */
import {
  type CapsuleCommands,
  type CapsuleOpened,
  type CapsuleView,
  type Engine,
  EngineError,
  type EngineEvent,
  type FoundCommands,
  type RecordId,
} from "../../src/engine/api/index.ts";
import type { FakeConsents } from "./fake-consents.ts";
import type { FakeMesh } from "./fake-mesh.ts";
import { accessOf, capsuleState, extractCapsule, type PersonFields, REVOKED_CAPSULE } from "#model";

const DAY_MS = 24 * 60 * 60_000;
const WORDS = "ábaco abdomen abeja abierto abogado abono aborto abrazo abrir abuelo abuso acabar".split(" ");
const LAST = ["academia", "acceso", "acción", "aceite", "acelga", "acento"];

/** What of the fake engine it needs. */
interface Parts extends Pick<Engine, "show"> {
  readonly now: () => number;
  readonly permits: FakeConsents;
  readonly mesh: FakeMesh;
  readonly raise: (event: EngineEvent) => void;
}

interface Made {
  readonly guest: RecordId;
  readonly code: string;
  readonly view: CapsuleView;
  fields: Readonly<Record<string, unknown>>;
}

export type FakeCapsules = CapsuleCommands & FoundCommands;

export function fakeCapsules(fake: Parts): FakeCapsules {
  const check = (): void => {
    const { role } = fake.mesh.standing();
    if (accessOf(role, "capsule") === "none") throw new EngineError({ code: "not-allowed", role });
  };
  const changed = (id: RecordId): void => {
    fake.raise({ kind: "records", ids: [id] });
  };
  const made = new Map<RecordId, Made>();
  const stateOf = ({ fields }: Made) => capsuleState({ fields, conflicts: {} }, fake.now());
  return {
    foundState: async (guest) => (fake.permits.agreesTo(guest, "findable") ? "shared" : "not-agreed"),
    elsewhere: async () => [],
    newCapsule: async ({ guest, parts = ["names"], words = {}, validMs = 60 * DAY_MS }) => {
      check();
      if (!fake.permits.agreesTo(guest, "carry")) throw new EngineError({ code: "not-agreed-to-carry" });
      const { fields: person } = await fake.show(guest);
      const told = extractCapsule(person as PersonFields, { parts, words });
      if (Object.keys(told).length === 0) throw new EngineError({ code: "nothing-to-carry" });
      const [madeAt, expiresAt] = [fake.now(), fake.now() + validMs].map((at) =>
        new Date(at).toISOString(),
      ) as [string, string];
      const id = `${"c".repeat(22)}${String(made.size).padStart(3, "2")}a` as RecordId;
      const code = [...WORDS, LAST[made.size % LAST.length]].join(" ");
      const view: CapsuleView = { id, madeAt, expiresAt, state: "open", told: Object.keys(told) };
      made.set(id, { guest, code, view, fields: { ...told, status: "open", issuedAt: madeAt, expiresAt } });
      changed(guest);
      return { id, code, expiresAt: Date.parse(expiresAt) };
    },
    openCapsule: async (code) => {
      const typed = code.trim().toLowerCase().split(/\s+/u).join(" ");
      const found = [...made].find(([, one]) => one.code === typed);
      if (found === undefined) throw new EngineError({ code: "card-mistyped" });
      const [id, one] = found;
      if (stateOf(one) !== "open") throw new EngineError({ code: "card-revoked" });
      const { site, name } = fake.mesh.ownSite();
      return {
        ...{ id, kind: "capsule", space: "capsule", conflicts: {}, createdAt: null, changedAt: null, site },
        fields: one.fields,
        saved: { here: true, hub: true, sites: [] },
        siteName: name,
        lastHeard: fake.now(),
      } as unknown as CapsuleOpened;
    },
    revokeCapsule: async (id) => {
      check();
      const one = made.get(id);
      if (one === undefined) throw new EngineError({ code: "no-such-record" });
      one.fields = REVOKED_CAPSULE;
      changed(one.guest);
      return { id };
    },
    capsules: async (guest) => {
      check();
      return [...made.values()]
        .filter((one) => one.guest === guest)
        .map((one) => ({ ...one.view, state: stateOf(one) }));
    },
  };
}
