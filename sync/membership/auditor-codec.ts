/** Which site reads another one's audit, as bytes (docs/protocol.md, "Operations"). */
import { idBytes } from "../ids.ts";
import { type Format, readMaybe, readSite, writeMaybe } from "./operation-fields.ts";
import type { AuditorOperation } from "./operations.ts";

export const auditor: Format<AuditorOperation> = {
  code: 21,
  write: ({ site }, writer) => {
    writeMaybe(writer, site, (chosen) => writer.raw(idBytes(chosen)));
  },
  read: (reader) => ({ site: readMaybe(reader, () => readSite(reader)) }),
};
