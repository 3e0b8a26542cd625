/** What a house may fill, as bytes (docs/protocol.md, "Operations"). */
import { LIMIT_NAMES, limitsBy } from "./limit-values.ts";
import type { Format } from "./operation-fields.ts";
import type { LimitsOperation } from "./operations.ts";

export const limits: Format<LimitsOperation> = {
  code: 19,
  write: ({ limits: stated }, writer) => {
    for (const name of LIMIT_NAMES) writer.varint(stated[name]);
  },
  read: (reader) => ({ limits: limitsBy(() => reader.varint()) }),
};
