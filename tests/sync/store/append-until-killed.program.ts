/**
 * A program for the kill test: appends runs to a LevelDB store without end, and prints the position of
 * each one that was acknowledged. Arguments: folder, mesh id, and device secrets and space key in base32.
 */
import { writeSync } from "node:fs";
import {
  asSpaceKey,
  createSignatures,
  decodeDeviceSecrets,
  DEVICE_SECRETS_BYTES,
  fromText,
  keyIdOf,
  redactDevice,
  SPACE_KEY_BYTES,
  systemRandom,
} from "#crypto";
import { openLevelStore } from "../../../sync/adapters/leveldb.node.ts";
import { parseMeshId } from "../../../sync/ids.ts";
import { appendEntries } from "../../../sync/log/append.ts";
import { deviceIdOf } from "../../../sync/membership/join-request.ts";
import { NETWORK } from "../../../sync/space.ts";

const [, , folder = "", meshText = "", secretsText = "", keyText = ""] = process.argv;
const mesh = parseMeshId(meshText);
const secrets = decodeDeviceSecrets(fromText(secretsText, DEVICE_SECRETS_BYTES) ?? new Uint8Array(0));
const keyBytes = fromText(keyText, SPACE_KEY_BYTES);
if (mesh === null || secrets === null || keyBytes === null) throw new Error("wrong arguments");

const key = asSpaceKey(keyBytes);
const signatures = await createSignatures();
const log = { space: NETWORK, device: deviceIdOf(redactDevice(secrets)) };
const store = await openLevelStore(folder);
const [held] = await store.holdings();
let head = held === undefined ? null : { seq: held.high, id: held.head };

for (let round = 0; ; round++) {
  const plaintexts = Array.from({ length: 1 + (round % 40) }, () => systemRandom(700));
  const run = await appendEntries({
    mesh,
    log,
    head,
    heads: [],
    plaintexts,
    key: { kind: "space", key, keyId: keyIdOf(key) },
    author: secrets,
    random: systemRandom,
    signatures,
  });
  await store.append([run], [{ key: "register/round", value: systemRandom(100) }]);
  const last = run.entries.at(-1);
  if (last === undefined) throw new Error("an empty run");
  head = { seq: last.header.seq, id: last.id };
  writeSync(1, `${String(head.seq)}\n`);
}
