/** Entries, runs, seals, names of logs and spaces: what `sync/log` and the stores read. */
import { asSealed, concat, HASH_BYTES, keyIdOf, utf8 } from "#crypto";
import { idBytes, parseDeviceId, parseMeshId } from "../../../sync/ids.ts";
import { appendEntries } from "../../../sync/log/append.ts";
import {
  bodyHashOf,
  decodeHeader,
  encodeHeader,
  entryIdOf,
  MAX_BODY_BYTES,
  withoutBody,
} from "../../../sync/log/entry.ts";
import { decodeLog, encodeLog, logKey, parseLogKey } from "../../../sync/log/log-ref.ts";
import { decodeRun, encodeRun, type Run, sliceRun } from "../../../sync/log/run.ts";
import {
  CAPSULE,
  CONTROL,
  decodeSpace,
  encodeSpace,
  NETWORK,
  PAIR,
  parseSpace,
  siteSpace,
  type SpaceId,
} from "../../../sync/space.ts";
import {
  decodeHolding,
  decodeStoredSeal,
  encodeHolding,
  encodeStoredSeal,
} from "../../../sync/store/append-plan.ts";
import { decodeStoredEntry, encodeStoredEntry, guard, unguard } from "../../../sync/store/checksum.ts";
import { wordsOf } from "../mutate.ts";
import { canonical, type Target } from "../target.ts";
import { device, deviceId, heads, mesh, onText, random, signatures, site, spaceKey } from "./ground.ts";

const write = (space: SpaceId, count: number, founding = false): Promise<Run> =>
  appendEntries({
    mesh: founding ? null : mesh,
    log: { space, device: deviceId },
    head: null,
    heads: founding ? [] : heads.slice(0, count % 5),
    plaintexts: Array.from({ length: count }, (_, at) => utf8(`entry ${at}`)),
    key: { kind: "space", key: spaceKey, keyId: keyIdOf(spaceKey) },
    author: device,
    random,
    signatures,
  });

const long = await write(NETWORK, 66);
const middle = sliceRun(long, 64, 65);
if (middle === null) throw new Error("a run of 66 entries has a 65th");
const whole = [await write(CONTROL, 1, true), await write(siteSpace("desk", site), 4), middle, long];
const erased = { ...middle, entries: middle.entries.map(withoutBody) };
const runs = [...whole, erased];
const entries = [...whole.slice(0, 3), erased].flatMap(({ entries: all }) => all.slice(0, 2));
const log = { space: NETWORK, device: deviceId };
const spaces = [CONTROL, NETWORK, PAIR, CAPSULE, siteSpace("desk", site), siteSpace("protected", site)];

/** An entry whose id is that of its header and body again. */
function repairStored(input: Uint8Array): Uint8Array {
  const front = input.subarray(0, Math.max(0, input.length - HASH_BYTES));
  for (const { header } of entries) {
    const headerLength = encodeHeader(header).length;
    const read = decodeHeader(front.subarray(0, headerLength));
    const body = front.subarray(headerLength);
    if (read !== null && body.length <= MAX_BODY_BYTES)
      return concat(front, entryIdOf(read, bodyHashOf(asSealed(body))));
  }
  return input;
}

const GUARDED = "log/network";

export const LOG_TARGETS: readonly Target[] = [
  {
    name: "entry-header",
    share: 60,
    seeds: () => entries.map(({ header }) => encodeHeader(header)),
    take: canonical(decodeHeader, encodeHeader),
  },
  { name: "run", share: 90, seeds: () => runs.map(encodeRun), take: canonical(decodeRun, encodeRun) },
  {
    name: "stored-entry",
    share: 20,
    seeds: () => entries.map(encodeStoredEntry),
    repair: repairStored,
    take: canonical(decodeStoredEntry, encodeStoredEntry),
  },
  {
    name: "stored-seal",
    share: 10,
    seeds: () => runs.flatMap(({ seals }) => seals.map(encodeStoredSeal)),
    take: canonical((input) => decodeStoredSeal(0, input), encodeStoredSeal),
  },
  {
    name: "holding",
    share: 20,
    seeds: () =>
      [
        { log, low: 0, high: 0, head: runs[0]!.entries[0]!.id, bytes: 640 },
        { log, low: 64, high: 2 ** 40, head: runs[1]!.entries[0]!.id, bytes: 2 ** 50 },
      ].map(encodeHolding),
    take: canonical((input) => decodeHolding(log, input), encodeHolding),
  },
  {
    name: "guarded-value",
    share: 20,
    seeds: () => [guard(GUARDED, utf8("a value")), guard(GUARDED, new Uint8Array(0))],
    take: canonical(
      (input) => unguard(GUARDED, input),
      (value) => guard(GUARDED, value),
    ),
  },
  {
    name: "log",
    share: 15,
    seeds: () => spaces.map((space) => encodeLog({ ...log, space })),
    take: canonical(decodeLog, encodeLog),
  },
  {
    name: "log-key",
    share: 15,
    seeds: () => spaces.map((space) => utf8(logKey({ ...log, space }))),
    words: wordsOf("/", ".", "control", "desk.", "protected.", "aaaaaaaaaaaaaaaaaaaaaaaaaa"),
    take: onText((text) =>
      canonical(
        () => parseLogKey(text),
        (key) => utf8(logKey(key)),
      )(utf8(text)),
    ),
  },
  {
    name: "space",
    share: 15,
    seeds: () => spaces.map(encodeSpace),
    take: canonical(decodeSpace, encodeSpace),
  },
  {
    name: "space-text",
    share: 15,
    seeds: () => spaces.map(utf8),
    words: wordsOf(".", "control", "desk.", "site.", "__proto__", "constructor"),
    take: onText((text) => {
      if (parseSpace(text) === null) return false;
      return canonical(decodeSpace, encodeSpace)(encodeSpace(text as SpaceId));
    }),
  },
  {
    name: "id",
    share: 15,
    seeds: () => [utf8(mesh), utf8(deviceId)],
    take: onText((text) => {
      const id = parseMeshId(text) ?? parseDeviceId(text);
      return id !== null && idBytes(id).length > 0;
    }),
  },
];
