/** Operations that take something back, as bytes (docs/protocol.md, "Operations"). */
import { idBytes } from "../ids.ts";
import { readDeviceKeys, writeDeviceKeys } from "./key-codec.ts";
import {
  type Format,
  readCode,
  readCut,
  readDevice,
  readEnding,
  readInviteId,
  readSite,
  writeCode,
  writeCut,
  writeEnding,
} from "./operation-fields.ts";
import type {
  ApproveOperation,
  DistrustOperation,
  ForkOperation,
  RaiseCutOperation,
  RemoveSiteOperation,
  RenewOperation,
  RevokeOperation,
  RoleOperation,
} from "./operations.ts";
import { ROLES } from "./roles.ts";

/** Devices of one site whose logs one operation can end. */
export const MAX_ENDINGS = 64;

export const revoke: Format<RevokeOperation> = {
  code: 9,
  write: ({ ending }, writer) => {
    writeEnding(writer, ending);
  },
  read: (reader) => ({ ending: readEnding(reader) }),
};

export const role: Format<RoleOperation> = {
  code: 10,
  write: (operation, writer) => {
    writeCode(writer, ROLES, operation.role);
    writeEnding(writer, operation.ending);
  },
  read: (reader) => ({ role: readCode(reader, ROLES, "hub"), ending: readEnding(reader) }),
};

export const raiseCut: Format<RaiseCutOperation> = {
  code: 11,
  write: ({ device, cut }, writer) => {
    writeDeviceKeys(writer, device);
    writeCut(writer, cut);
  },
  read: (reader) => ({ device: readDeviceKeys(reader), cut: readCut(reader) }),
};

export const renew: Format<RenewOperation> = {
  code: 12,
  write: ({ device, until }, writer) => {
    writer.raw(idBytes(device)).varint(until);
  },
  read: (reader) => ({ device: readDevice(reader), until: reader.varint() }),
};

export const removeSite: Format<RemoveSiteOperation> = {
  code: 13,
  write: ({ site, endings }, writer) => {
    writer.raw(idBytes(site)).list(endings, (ending) => {
      writeEnding(writer, ending);
    });
  },
  read: (reader) => ({ site: readSite(reader), endings: reader.list(MAX_ENDINGS, readEnding) }),
};

export const approve: Format<ApproveOperation> = {
  code: 14,
  write: ({ invite }, writer) => {
    writer.raw(idBytes(invite));
  },
  read: (reader) => ({ invite: readInviteId(reader) }),
};

export const fork: Format<ForkOperation> = {
  code: 15,
  write: ({ device }, writer) => {
    writer.raw(idBytes(device));
  },
  read: (reader) => ({ device: readDevice(reader) }),
};

const TRUST_CODES = [false, true] as const;

export const distrust: Format<DistrustOperation> = {
  code: 18,
  write: ({ site, on }, writer) => {
    writeCode(writer.raw(idBytes(site)), TRUST_CODES, on);
  },
  read: (reader) => ({ site: readSite(reader), on: readCode(reader, TRUST_CODES, true) }),
};
