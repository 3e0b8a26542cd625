/** Every decoder of bytes that come from outside. */
import type { Target } from "../target.ts";
import { CRYPTO_TARGETS } from "./crypto-targets.ts";
import { LOG_TARGETS } from "./log-targets.ts";
import { MEMBERSHIP_TARGETS } from "./membership-targets.ts";
import { RECORD_TARGETS } from "./record-targets.ts";
import { SESSION_TARGETS } from "./session-targets.ts";
import { XLSX_TARGETS } from "./xlsx-targets.ts";

export const TARGETS: readonly Target[] = [
  ...CRYPTO_TARGETS,
  ...LOG_TARGETS,
  ...MEMBERSHIP_TARGETS,
  ...SESSION_TARGETS,
  ...RECORD_TARGETS,
  ...XLSX_TARGETS,
];
