import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  equalBytes,
  generateDeviceSecrets,
  type Hash,
  redactDevice,
  type Signature,
  systemRandom,
  toText,
} from "#crypto";
import {
  BUCKETS,
  MAX_HOLDINGS,
  MAX_LIFELINE_BYTES,
  MAX_PARTS,
  MAX_POSITION,
  MAX_REQUEST_BYTES,
  MAX_REQUESTS,
  MAX_WANTED,
  PART_BYTES,
} from "../../../sync/protocol/limits.ts";
import { decodeMessage, encodeMessage } from "../../../sync/protocol/message-codec.ts";
import type { Message } from "../../../sync/protocol/messages.ts";
import { MAX_FRAME_BYTES } from "../../../sync/channel.ts";
import { CONTROL, NETWORK, siteSpace } from "../../../sync/space.ts";
import type { OperationId, SiteId } from "../../../sync/ids.ts";
import { deviceOf, logOf } from "../../support/session-model.ts";

const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });
const hashes = bytes(32) as fc.Arbitrary<Hash>;
const site = deviceOf("Casa Jacaranda") as string as SiteId;
const logs = fc.constantFrom(
  logOf(CONTROL, "Aurelia"),
  logOf(NETWORK, "Benigno"),
  logOf(siteSpace("desk", site), "Casilda"),
);
const spans = fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }));
const scopes = fc.constantFrom("control" as const, "data" as const);
const epochs = fc.maxSafeNat();
const devices = Array.from({ length: 3 }, () => redactDevice(generateDeviceSecrets(systemRandom)));
const kind = <K extends Message["kind"]>(name: K): fc.Arbitrary<K> => fc.constant(name);

const messages: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ kind: kind("hello"), nonce: bytes(32) }),
  fc.record({ kind: kind("proof"), mac: hashes }),
  fc.record({ kind: kind("seek"), nonce: bytes(32), mac: hashes }),
  fc.record({ kind: kind("lifeline"), box: fc.uint8Array({ maxLength: MAX_LIFELINE_BYTES }) }),
  fc.record({
    kind: kind("name"),
    device: fc.option(
      fc.record({
        keys: fc.constantFrom(...devices),
        signature: bytes(64) as fc.Arbitrary<Signature>,
      }),
    ),
  }),
  fc.record({
    kind: kind("present"),
    requests: fc.array(fc.uint8Array({ maxLength: MAX_REQUEST_BYTES }), { maxLength: MAX_REQUESTS }),
  }),
  fc.record({ kind: kind("presented"), accepted: fc.nat(MAX_REQUESTS) }),
  fc.record({ kind: kind("digest"), epoch: epochs, control: hashes, data: hashes }),
  fc.record({
    kind: kind("buckets"),
    epoch: epochs,
    scope: scopes,
    digests: fc.array(bytes(16), { minLength: BUCKETS, maxLength: BUCKETS }),
  }),
  fc.record({
    kind: kind("holdings"),
    epoch: epochs,
    scope: scopes,
    last: fc.boolean(),
    holdings: fc.array(
      fc
        .tuple(logs, spans, bytes(16))
        .map(([log, { first, last }, head]) => ({ log, low: first, high: last, head })),
      { maxLength: 20 },
    ),
  }),
  fc.record({ kind: kind("done"), epoch: epochs }),
  fc.record({
    kind: kind("want"),
    operations: fc.array(
      bytes(32).map((id) => toText(id) as OperationId),
      { maxLength: MAX_WANTED },
    ),
  }),
  fc.record({ kind: kind("gave") }),
  fc
    .tuple(
      fc.maxSafeNat(),
      fc.constantFrom("entries" as const, "evidence" as const),
      logs,
      spans,
      fc.nat(MAX_PARTS - 1),
    )
    .chain(([transfer, purpose, log, { first, last }, part]) =>
      fc.record({
        kind: kind("run"),
        transfer: fc.constant(transfer),
        purpose: fc.constant(purpose),
        log: fc.constant(log),
        from: fc.constant(first),
        to: fc.constant(last),
        part: fc.constant(part),
        parts: fc.integer({ min: part + 1, max: MAX_PARTS }),
        bytes: fc.uint8Array({ maxLength: 64 }),
      }),
    ),
  fc.record({
    kind: kind("ack"),
    transfer: fc.maxSafeNat(),
    outcome: fc.constantFrom("stored" as const, "waiting" as const, "refused" as const, "fork" as const),
  }),
  fc.record({ kind: kind("alive") }),
  fc.record({
    kind: kind("marks"),
    marks: fc.array(
      fc.record({
        site: fc.constant(site),
        space: fc.constantFrom(CONTROL, siteSpace("desk", site)),
        says: fc.constantFrom("held" as const, "compared" as const),
        counter: fc.maxSafeNat(),
      }),
      { maxLength: 8 },
    ),
  }),
  fc.record({
    kind: kind("receipts"),
    last: fc.boolean(),
    receipts: fc.array(fc.uint8Array({ maxLength: 64 }), { maxLength: 8 }),
  }),
);

describe("a message", () => {
  test.prop([messages], { numRuns: 400 })("is read back as it was written", (message) => {
    expect(decodeMessage(encodeMessage(message))).toEqual(message);
  });

  test.prop([fc.uint8Array({ maxLength: 400 })], { numRuns: 2000 })(
    "is read from arbitrary bytes only if they are what it is written as",
    (frame) => {
      const message = decodeMessage(frame);
      if (message !== null) expect(encodeMessage(message)).toEqual(frame);
    },
  );

  test.prop([messages, fc.nat(), fc.nat(7)], { numRuns: 600 })(
    "with one bit flipped is no message, or a different one in canonical form",
    (message, at, bit) => {
      const frame = encodeMessage(message);
      const index = at % frame.length;
      frame[index] = (frame[index] ?? 0) ^ (1 << bit);
      const read = decodeMessage(frame);
      expect(read).not.toEqual(message);
      if (read !== null) expect(encodeMessage(read)).toEqual(frame);
    },
  );

  test.prop([messages, fc.uint8Array({ minLength: 1, maxLength: 3 })])(
    "is refused when it is shortened or has more behind it",
    (message, more) => {
      const frame = encodeMessage(message);
      expect(decodeMessage(new Uint8Array([...frame, ...more]))).toBeNull();
      for (let length = 0; length < Math.min(frame.length, 120); length++) {
        expect(decodeMessage(frame.subarray(0, length))).toBeNull();
      }
    },
  );

  test("at its largest fits a frame, and past its caps is refused", () => {
    const log = logOf(NETWORK, "Aurelia");
    const head = new Uint8Array(16);
    const listed = (count: number): Message => ({
      kind: "holdings",
      epoch: Number.MAX_SAFE_INTEGER,
      scope: "data",
      last: true,
      holdings: Array.from({ length: count }, () => ({ log, low: 0, high: MAX_POSITION, head })),
    });
    const part = (length: number): Message => ({
      kind: "run",
      transfer: Number.MAX_SAFE_INTEGER,
      purpose: "entries",
      log,
      from: 0,
      to: MAX_POSITION,
      part: 0,
      parts: MAX_PARTS,
      bytes: new Uint8Array(length),
    });
    for (const message of [listed(MAX_HOLDINGS), part(PART_BYTES)]) {
      expect(encodeMessage(message).length).toBeLessThanOrEqual(MAX_FRAME_BYTES);
      const read = decodeMessage(encodeMessage(message));
      expect(read !== null && equalBytes(encodeMessage(read), encodeMessage(message))).toBe(true);
    }
    expect(decodeMessage(encodeMessage(listed(MAX_HOLDINGS + 1)))).toBeNull();
    expect(decodeMessage(encodeMessage(part(PART_BYTES + 1)))).toBeNull();
  });

  test("that announces a length far beyond its bytes is refused before anything is reserved for it", () => {
    const huge = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];
    expect(decodeMessage(Uint8Array.from([0x10, ...huge]))).toBeNull();
    expect(decodeMessage(Uint8Array.from([0x22, 0, 0, 1, ...huge]))).toBeNull();
  });
});
