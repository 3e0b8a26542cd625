/** Operations by recovery words, as bytes (docs/protocol.md, "Operations"). */
import { type Signature, SIGNATURE_BYTES } from "#crypto";
import type { Reader, Writer } from "../codec.ts";
import { idBytes } from "../ids.ts";
import { readDeviceKeys, readSignKey, WORDS_FOR, writeDeviceKeys } from "./key-codec.ts";
import { type Format, readCode, readMaybe, readSite, writeCode, writeMaybe } from "./operation-fields.ts";
import type { EnrolOperation, RecoveryOperation, WordsProof } from "./operations.ts";

const writeProof = (writer: Writer, { key, signature }: WordsProof): Writer => writer.raw(key).raw(signature);

const readProof = (reader: Reader): WordsProof => ({
  key: readSignKey(reader),
  signature: reader.raw(SIGNATURE_BYTES) as Signature,
});

export const enrol: Format<EnrolOperation> = {
  code: 16,
  write: ({ site, device, at, words, protection }, writer) => {
    writer.raw(idBytes(site));
    writeDeviceKeys(writer, device).varint(at);
    writeProof(writer, words);
    writeMaybe(writer, protection, (proof) => writeProof(writer, proof));
  },
  read: (reader) => ({
    site: readSite(reader),
    device: readDeviceKeys(reader),
    at: reader.varint(),
    words: readProof(reader),
    protection: readMaybe(reader, () => readProof(reader)),
  }),
};

export const recovery: Format<RecoveryOperation> = {
  code: 17,
  write: ({ words, keys }, writer) => {
    writeCode(writer, WORDS_FOR, words);
    writeDeviceKeys(writer, keys);
  },
  read: (reader) => ({ words: readCode(reader, WORDS_FOR, "site"), keys: readDeviceKeys(reader) }),
};
