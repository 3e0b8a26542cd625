import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Message } from "../../../sync/protocol/messages.ts";
import { createState } from "../../../sync/protocol/state.ts";
import { step } from "../../../sync/protocol/step.ts";
import { CONTROL, NETWORK, PAIR, type SpaceId } from "../../../sync/space.ts";
import {
  type Awaits,
  deviceOf,
  friends,
  type Judge,
  Link,
  logOf,
  Model,
  request,
  strangers,
} from "../../support/session-model.ts";

const SPACES: readonly SpaceId[] = [CONTROL, NETWORK, PAIR];
const PEOPLE = ["Aurelia", "Benigno", "Casilda", "Demetrio"];

/** Data is shared only from the third control entry of Aurelia on: the membership grows with control. */
const afterThree: Judge = (model) => {
  const known = model.idsOf(logOf(CONTROL, "Aurelia")).length >= 3;
  return { stranger: !known, shares: (log) => log.space !== PAIR || log.device !== deviceOf("Demetrio") };
};

/** Control of everybody else waits until Aurelia is known, as of whom she let in. */
const afterAurelia: Awaits = ({ space, device }) =>
  space === CONTROL && device !== deviceOf("Aurelia") ? logOf(CONTROL, "Aurelia") : null;

const writes = fc.array(
  fc.record({
    side: fc.constantFrom("a", "b"),
    space: fc.constantFrom(...SPACES),
    person: fc.integer({ min: 0, max: PEOPLE.length - 1 }),
    count: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 12 },
);

/** People write on one side only, or their logs would fork. */
function write(
  models: { a: Model; b: Model },
  { side, space, person, count }: { side: string; space: SpaceId; person: number; count: number },
): void {
  const name = PEOPLE[(person & 2) | (side === "a" ? 0 : 1)] ?? "Aurelia";
  models[side === "a" ? "a" : "b"].write(logOf(space, name), count);
}

const sharedSummary = (model: Model): string[] =>
  model.summary().filter((line) => !line.startsWith(`${PAIR}/${deviceOf("Demetrio")}`));

const kinds = (messages: readonly Message[]): string[] => messages.map(({ kind }) => kind);

describe("two replicas", () => {
  test.prop([
    writes,
    writes,
    fc.array(fc.nat(1 << 16), { maxLength: 300 }),
    fc.array(fc.nat(60), { maxLength: 4 }),
    fc.boolean(),
  ])(
    "converge whatever is cut, repeated, slow, overtaken or waits",
    (before, during, script, cuts, waits) => {
      const awaits = waits ? afterAurelia : undefined;
      const models = { a: new Model(awaits), b: new Model(awaits) };
      models.a.write(logOf(CONTROL, "Aurelia"), 3);
      for (const one of before) write(models, one);
      const init = { judge: afterThree, once: false };
      const begin = (): Link => new Link({ model: models.a, ...init }, { model: models.b, ...init });
      let link = begin();
      const left = [...during];
      script.forEach((choice, at) => {
        link.move(choice, choice % 5 === 0);
        const one = choice % 11 === 0 ? left.pop() : undefined;
        if (one !== undefined) write(models, one);
        if (cuts.includes(at)) {
          link.cut();
          link = begin();
        }
      });
      expect(link.a.end ?? link.b.end).toBeNull();
      link.settle();
      expect(sharedSummary(models.a)).toEqual(sharedSummary(models.b));
      expect(link.a.state.stage.kind).toBe("live");
      expect(link.b.state.stage.kind).toBe("live");
      expect(models.a.forks + models.b.forks).toBe(0);
      link.cut();
      const again = new Link(
        { model: models.a, judge: afterThree, once: true },
        { model: models.b, judge: afterThree, once: true },
      );
      again.settle();
      expect([kinds(again.a.log), kinds(again.b.log)]).toEqual([["digest"], ["digest"]]);
      expect([again.a.end, again.b.end]).toEqual(["complete", "complete"]);
    },
  );

  test("that hold the same exchange one digest each", () => {
    const models = { a: new Model(), b: new Model() };
    for (const model of [models.a, models.b])
      for (const space of SPACES) model.write(logOf(space, "Aurelia"), 40);
    const link = new Link(
      { model: models.a, judge: friends, once: true },
      { model: models.b, judge: friends, once: true },
    );
    link.settle();
    expect([kinds(link.a.log), kinds(link.b.log)]).toEqual([["digest"], ["digest"]]);
    expect([link.a.end, link.b.end]).toEqual(["complete", "complete"]);
  });

  test("pay for what differs, not for what they hold", () => {
    const models = { a: new Model(), b: new Model() };
    for (let index = 0; index < 500; index++) {
      for (const model of [models.a, models.b]) model.write(logOf(NETWORK, `person ${String(index)}`), 1);
    }
    models.a.write(logOf(NETWORK, "person 7"), 2);
    const link = new Link(
      { model: models.a, judge: friends, once: true },
      { model: models.b, judge: friends, once: true },
    );
    link.settle();
    expect(models.a.summary()).toEqual(models.b.summary());
    expect(kinds(link.a.log)).toEqual(["digest", "buckets", "holdings", "run", "done"]);
    expect(link.a.bytes + link.b.bytes).toBeLessThan(6_000);
  });

  test("go on where a cut left them, at the last run that was stored", () => {
    const models = { a: new Model(), b: new Model() };
    models.a.write(logOf(NETWORK, "Aurelia"), 300);
    const init = { judge: friends, once: true, stretch: 10 };
    const first = new Link({ model: models.a, ...init }, { model: models.b, ...init });
    for (let choice = 0; models.b.idsOf(logOf(NETWORK, "Aurelia")).length < 150; choice++)
      first.move(choice * 3);
    first.cut();
    const stored = models.b.idsOf(logOf(NETWORK, "Aurelia")).length;
    const second = new Link({ model: models.a, ...init }, { model: models.b, ...init });
    second.settle();
    expect(models.b.summary()).toEqual(models.a.summary());
    expect(second.b.state.progress.entriesIn).toBe(300 - stored);
  });

  test("push what is written after they are done, once, and never back", () => {
    const [left, hub, right] = [new Model(), new Model(), new Model()];
    const init = { judge: friends, once: false };
    const west = new Link({ model: left, ...init }, { model: hub, ...init });
    const east = new Link({ model: hub, ...init }, { model: right, ...init });
    const settle = (): void => {
      for (let round = 0; round < 5; round++) for (const link of [west, east]) link.settle();
    };
    settle();
    left.write(logOf(NETWORK, "Aurelia"), 2);
    left.write(logOf(PAIR, "Aurelia"), 1);
    right.write(logOf(NETWORK, "Benigno"), 1);
    settle();
    expect(hub.summary()).toEqual(left.summary());
    expect(right.summary()).toEqual(left.summary());
    const runs = (messages: readonly Message[]): number =>
      kinds(messages).filter((kind) => kind === "run").length;
    expect([west.a, west.b, east.a, east.b].map(({ log }) => runs(log))).toEqual([2, 1, 2, 1]);
  });

  test("compare again when control lets them share more, though both were members all the time", () => {
    const known: Judge = (model) => {
      const knows = model.idsOf(logOf(CONTROL, "Aurelia")).length >= 3;
      return { stranger: false, shares: () => knows };
    };
    const models = { a: new Model(), b: new Model() };
    models.a.write(logOf(CONTROL, "Aurelia"), 2);
    models.a.write(logOf(NETWORK, "Aurelia"), 5);
    const init = { judge: known, once: false };
    const link = new Link({ model: models.a, ...init }, { model: models.b, ...init });
    link.settle();
    expect(models.b.idsOf(logOf(NETWORK, "Aurelia"))).toHaveLength(0);
    models.a.write(logOf(CONTROL, "Aurelia"), 1);
    link.settle();
    expect(models.b.idsOf(logOf(NETWORK, "Aurelia"))).toHaveLength(5);
  });

  test("offer again what was refused, once the one who refused knows more", () => {
    const knowing: Judge = (model) => {
      const knows = model.idsOf(logOf(CONTROL, "Casilda")).length > 0;
      return { stranger: false, shares: () => knows };
    };
    const models = { a: new Model(), b: new Model() };
    models.a.write(logOf(NETWORK, "Aurelia"), 5);
    const link = new Link(
      { model: models.a, judge: friends, once: false },
      { model: models.b, judge: knowing, once: false },
    );
    link.settle();
    expect(models.b.idsOf(logOf(NETWORK, "Aurelia"))).toHaveLength(0);
    models.b.write(logOf(CONTROL, "Casilda"), 1);
    link.settle();
    expect(models.b.summary()).toEqual(models.a.summary());
  });

  test("that hold a forked log show each other both histories and complete the others", () => {
    for (const [a, b] of [
      [4, 4],
      [4, 9],
      [9, 4],
    ] as const) {
      const models = { a: new Model(), b: new Model() };
      models.a.write(logOf(NETWORK, "Aurelia"), 3);
      models.b.write(logOf(NETWORK, "Aurelia"), 3);
      models.a.write(logOf(NETWORK, "Aurelia"), a - 3, "one history");
      models.b.write(logOf(NETWORK, "Aurelia"), b - 3, "another");
      models.a.write(logOf(PAIR, "Benigno"), 5);
      models.b.write(logOf(CONTROL, "Casilda"), 5);
      const link = new Link(
        { model: models.a, judge: friends, once: true },
        { model: models.b, judge: friends, once: true },
      );
      link.settle();
      expect([models.a.forks, models.b.forks]).toEqual([1, 1]);
      expect([link.a.end, link.b.end]).toEqual(["complete", "complete"]);
      expect(models.b.idsOf(logOf(PAIR, "Benigno"))).toHaveLength(5);
      expect(models.a.idsOf(logOf(CONTROL, "Casilda"))).toHaveLength(5);
    }
  });

  test("with a forked control log still complete the data", () => {
    const models = { a: new Model(), b: new Model() };
    models.a.write(logOf(CONTROL, "Aurelia"), 4, "one history");
    models.b.write(logOf(CONTROL, "Aurelia"), 4, "another");
    models.a.write(logOf(NETWORK, "Benigno"), 5);
    const link = new Link(
      { model: models.a, judge: friends, once: true },
      { model: models.b, judge: friends, once: true },
    );
    link.settle();
    expect([link.a.end, link.b.end]).toEqual(["complete", "complete"]);
    expect(models.b.idsOf(logOf(NETWORK, "Benigno"))).toHaveLength(5);
  });
});

describe("a peer that is no member", () => {
  const withData = (): Model => {
    const model = new Model();
    model.write(logOf(CONTROL, "Aurelia"), 3);
    for (const person of PEOPLE) model.write(logOf(NETWORK, person), 4);
    return model;
  };
  const aboutData = (messages: readonly Message[]): Message[] =>
    messages.filter(
      (message) =>
        (message.kind === "run" && message.log.space !== CONTROL) ||
        (message.kind === "holdings" && message.holdings.some(({ log }) => log.space !== CONTROL)),
    );

  test("M20 gets control and learns of no other log, where a member gets all", () => {
    const dataDigests = [strangers, friends].map((judge) => {
      const visitor = new Model();
      visitor.write(logOf(NETWORK, "Zoraida"), 2);
      const link = new Link(
        { model: withData(), judge, once: true },
        { model: visitor, judge: friends, once: true },
      );
      link.settle();
      expect(visitor.idsOf(logOf(CONTROL, "Aurelia"))).toHaveLength(3);
      expect(aboutData(link.a.log).length > 0).toBe(judge === friends);
      expect(visitor.idsOf(logOf(NETWORK, "Aurelia"))).toHaveLength(judge === friends ? 4 : 0);
      const digest = link.a.log.find(({ kind }) => kind === "digest");
      return digest?.kind === "digest" ? digest.data : null;
    });
    const empty = new Link(
      { model: new Model(), judge: friends, once: true },
      { model: new Model(), judge: friends, once: true },
    );
    const [nothing] = empty.a.log;
    expect(nothing?.kind === "digest" && nothing.data).toEqual(dataDigests[0]);
    expect(dataDigests[1]).not.toEqual(dataDigests[0]);
  });

  test("is refused when it offers entries of another space", () => {
    const host = withData();
    const before = host.idsOf(logOf(NETWORK, "Zoraida")).length;
    const visitor = new Model();
    visitor.write(logOf(NETWORK, "Zoraida"), 2);
    const link = new Link(
      { model: host, judge: strangers, once: true },
      { model: visitor, judge: friends, once: true },
    );
    link.settle();
    expect(host.idsOf(logOf(NETWORK, "Zoraida"))).toHaveLength(before);
    expect(link.a.log).toContainEqual({
      kind: "ack",
      transfer: expect.any(Number) as number,
      outcome: "refused",
    });
  });

  test("is judged again when control grows, and then gets the rest in the same session", () => {
    const host = new Model();
    host.write(logOf(CONTROL, "Aurelia"), 2);
    host.write(logOf(NETWORK, "Aurelia"), 5);
    const visitor = new Model();
    visitor.write(logOf(NETWORK, "Benigno"), 3);
    const link = new Link(
      { model: host, judge: afterThree, once: false },
      { model: visitor, judge: afterThree, once: false },
    );
    link.settle();
    expect(visitor.idsOf(logOf(NETWORK, "Aurelia"))).toHaveLength(0);
    host.write(logOf(CONTROL, "Aurelia"), 1);
    link.settle();
    expect(visitor.summary()).toEqual(host.summary());
  });

  test("presents requests, which are carried and answered before a single round ends", () => {
    const host = withData();
    const visitor = new Model();
    const link = new Link(
      {
        model: host,
        judge: strangers,
        once: true,
        onRequests: (requests) => {
          host.write(logOf(CONTROL, "Hub"), requests.length);
          return requests.length;
        },
      },
      { model: visitor, judge: strangers, once: true, requests: [request(1), request(2)] },
    );
    link.settle();
    expect(link.b.state.presented).toBe(2);
    expect(visitor.idsOf(logOf(CONTROL, "Hub"))).toHaveLength(2);
    expect([link.a.end, link.b.end]).toEqual(["complete", "complete"]);
  });
});

describe("a peer that does not keep to the protocol", () => {
  const arbitraryMessage: fc.Arbitrary<Message> = fc.oneof(
    fc.record({ kind: fc.constant("done" as const), epoch: fc.nat(3) }),
    fc.record({
      kind: fc.constant("ack" as const),
      transfer: fc.nat(3),
      outcome: fc.constantFrom("stored", "fork", "refused"),
    }),
    fc.record({ kind: fc.constant("presented" as const), accepted: fc.nat(3) }),
    fc.record({
      kind: fc.constant("present" as const),
      requests: fc.array(fc.uint8Array({ maxLength: 4 }), { maxLength: 2 }),
    }),
    fc.constant({ kind: "alive" as const }),
    fc.record({
      kind: fc.constant("run" as const),
      transfer: fc.nat(2),
      purpose: fc.constantFrom("entries" as const, "evidence" as const),
      log: fc.constantFrom(logOf(CONTROL, "Aurelia"), logOf(NETWORK, "Aurelia")),
      from: fc.nat(4),
      to: fc.nat(4),
      part: fc.nat(2),
      parts: fc.constant(3),
      bytes: fc.uint8Array({ maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant("holdings" as const),
      epoch: fc.nat(3),
      scope: fc.constantFrom("control" as const, "data" as const),
      last: fc.boolean(),
      holdings: fc.constant([]),
    }),
    fc.record({
      kind: fc.constant("buckets" as const),
      epoch: fc.nat(3),
      scope: fc.constantFrom("control" as const, "data" as const),
      digests: fc.constant(Array.from({ length: 64 }, () => new Uint8Array(16))),
    }),
    fc.record({
      kind: fc.constant("digest" as const),
      epoch: fc.nat(3),
      control: fc.constantFrom(...[1, 2].map((fill) => new Uint8Array(32).fill(fill) as never)),
      data: fc.constantFrom(...[1, 2].map((fill) => new Uint8Array(32).fill(fill) as never)),
    }),
  );

  test.prop([fc.array(arbitraryMessage, { maxLength: 30 })])(
    "ends the session or is borne, and never breaks it",
    (messages) => {
      const model = new Model();
      model.write(logOf(CONTROL, "Aurelia"), 2);
      let state = createState({ once: true, judgement: friends(model), holdings: model.holdings() });
      let ended: string | null = null;
      const first = step(state, { kind: "start", requests: [] });
      state = first[0];
      for (const message of messages) {
        const [next, effects] = step(state, { kind: "received", message });
        for (const effect of effects) {
          expect(ended).toBeNull();
          if (effect.kind === "end") ended = effect.reason;
        }
        expect(next.staged.size).toBeLessThanOrEqual(3);
        state = next;
      }
    },
  );

  test("gets no more than one round ahead", () => {
    const init = createState({ once: false, judgement: friends(new Model()), holdings: [] });
    const [state] = step(init, { kind: "start", requests: [] });
    const zero = new Uint8Array(32) as never;
    const [, effects] = step(state, {
      kind: "received",
      message: { kind: "digest", epoch: 2, control: zero, data: zero },
    });
    expect(effects).toEqual([{ kind: "end", reason: "malformed" }]);
  });

  test("cannot make us stage more than the window", () => {
    const init = createState({ once: false, judgement: friends(new Model()), holdings: [] });
    let [state] = step(init, { kind: "start", requests: [] });
    const bytes = new Uint8Array(224 * 1024);
    let ended = false;
    for (let transfer = 0; transfer < 100 && !ended; transfer++) {
      const message: Message = {
        kind: "run",
        transfer,
        purpose: "entries",
        log: logOf(NETWORK, "Aurelia"),
        from: 0,
        to: 63,
        part: 0,
        parts: 2,
        bytes,
      };
      const [next, effects] = step(state, { kind: "received", message });
      ended = effects.some((effect) => effect.kind === "end" && effect.reason === "malformed");
      state = next;
    }
    expect(ended).toBe(true);
    expect(state.stagedBytes).toBeLessThan(10 * 1024 * 1024);
  });
});
