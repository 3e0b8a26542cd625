/** Vital interests in the engine in memory: one device, so that another one has to be told to have agreed. */
import { VITAL_HOURS } from "#model";
import {
  type Engine,
  EngineError,
  type EngineEvent,
  type RecordId,
  type VitalCommands,
  type VitalView,
} from "../../src/engine/api/index.ts";

type Rest = Pick<Engine, "consents"> & { raise(event: EngineEvent): void };

export interface FakeVital extends VitalCommands {
  /** For tests: somebody at another device claimed it. */
  claimedElsewhere(wish: Parameters<VitalCommands["claimVital"]>[0]): Promise<RecordId>;
}

interface Kept {
  readonly guest: RecordId;
  readonly view: VitalView;
}

export function fakeVital(engine: Rest, now: () => number): FakeVital {
  let kept: readonly Kept[] = [];
  const keep = (next: readonly Kept[]): void => {
    kept = next;
    engine.raise({ kind: "records", ids: [] });
  };
  const refuse = (code: "no-such-record" | "second-must-answer"): never => {
    throw new EngineError({ code });
  };
  const withClaim = (id: RecordId): Kept =>
    kept.find(({ view }) => view.claims.some((claim) => claim.id === id)) ?? refuse("no-such-record");
  const claim = async (
    { guest, to, reason }: Parameters<VitalCommands["claimVital"]>[0],
    mayAgree: boolean,
  ): Promise<RecordId> => {
    const id = `vital${String(kept.length)}` as RecordId;
    const toName = (await engine.consents(guest)).find((one) => one.to === to)?.toName ?? null;
    const by = mayAgree ? "Nadia Tun" : "Lucía Caal";
    const one = { id, reason, at: new Date(now()).toISOString(), by, mayAgree };
    keep([...kept, { guest, view: { to, toName, state: "waiting", until: null, claims: [one] } }]);
    return id;
  };
  return {
    claimedElsewhere: (wish) => claim(wish, true),
    claimVital: async (wish) => ({ id: await claim(wish, false) }),
    async agreeVital(id) {
      const found = withClaim(id);
      if (found.view.claims.some(({ mayAgree }) => !mayAgree)) refuse("second-must-answer");
      const until = new Date(now() + VITAL_HOURS * 3_600_000).toISOString();
      keep(
        kept.map((one) => (one === found ? { ...one, view: { ...one.view, state: "holds", until } } : one)),
      );
      return { until };
    },
    async endVital(id) {
      const found = withClaim(id);
      keep(kept.filter((one) => one !== found));
      return { id };
    },
    vitalInterests: async (guest) => kept.filter((one) => one.guest === guest).map(({ view }) => view),
  };
}
