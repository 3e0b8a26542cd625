/** Reports of a fork (docs/protocol.md, "Forks"). */
import type { Tip } from "../control-end.ts";
import type { Rule } from "../draft.ts";
import type { ForkOperation } from "../operations.ts";

/**
 * Freezes a device whose two histories the author knew: of its control log nothing counts that the author
 * did not know. Whoever knew of a report can only repeat it: else a friend of the device could move its end.
 */
export const applyFork: Rule<ForkOperation> = ({ draft, operation, id, knows }) => {
  const target = draft.devices.get(operation.device);
  if (target === undefined || !knows(target.by)) return "unknown-device";
  const log = (draft.logs.get(operation.device) ?? []).filter((one) => knows(one.id));
  if (!hasTwoAtOnePlace(log)) return "no-fork";
  if (!target.forkReports.some(knows)) target.forkReports.push(id);
  return null;
};

const hasTwoAtOnePlace = (log: readonly Tip[]): boolean =>
  new Set(log.map(({ seq }) => seq)).size < log.length;
