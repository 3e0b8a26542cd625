/**
 * Appends control operations to a device's own control log, each citing all that the device knows
 * (docs/protocol.md, "Heads"). Used by whoever may speak in the mesh: people's devices and hubs.
 */
import { type DeviceSecrets, keyIdOf, type RandomBytes, type Signatures, type SpaceKey } from "#crypto";
import { type DeviceId, type OperationId, operationIdOf } from "./ids.ts";
import { appendEntries, type LogHead } from "./log/append.ts";
import type { LogRef } from "./log/log-ref.ts";
import type { Run } from "./log/run.ts";
import { planHeads } from "./membership/heads.ts";
import { encodeOperation } from "./membership/operation-codec.ts";
import type { Operation } from "./membership/operations.ts";
import type { Replica } from "./replica.ts";
import { CONTROL } from "./space.ts";

export interface OperationWriterOptions {
  readonly replica: Replica;
  readonly device: DeviceId;
  readonly secrets: DeviceSecrets;
  readonly meshKey: SpaceKey;
  readonly random: RandomBytes;
  readonly signatures: Signatures;
}

export interface OperationWriter {
  /** Appends these operations in their order, all or none; resolves with their ids, on the disk. */
  write(operations: readonly Operation[]): Promise<readonly OperationId[]>;
  /** The membership's heads, brought down to what one entry can name. */
  citableHeads(): Promise<readonly OperationId[]>;
}

export function createOperationWriter(options: OperationWriterOptions): OperationWriter {
  const { replica, device, secrets, meshKey, random, signatures } = options;
  const log: LogRef = { space: CONTROL, device };
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const run = last.then(task, task);
    last = run.catch(() => undefined);
    return run;
  };

  const headOf = (): LogHead | null => {
    const own = replica.holding(log);
    return own === null ? null : { seq: own.high, id: own.head };
  };

  const append = async (operations: readonly Operation[]): Promise<readonly OperationId[]> => {
    const before = headOf();
    const plan = planHeads(replica.membership().heads, before === null ? null : operationIdOf(before.id));
    const merges: Operation[] = plan.slice(1).map(() => ({ kind: "merge" }));
    const runs: Run[] = [];
    let head = before;
    for (const [at, operation] of [...merges, ...operations].entries()) {
      const run = await appendEntries({
        mesh: replica.mesh,
        log,
        head,
        heads: plan[at] ?? [],
        plaintexts: [encodeOperation(operation)],
        key: { kind: "space", key: meshKey, keyId: keyIdOf(meshKey) },
        author: secrets,
        random,
        signatures,
      });
      runs.push(run);
      const [entry] = run.entries;
      if (entry !== undefined) head = { seq: entry.header.seq, id: entry.id };
    }
    await replica.append(runs);
    return runs.slice(merges.length).flatMap(({ entries }) => entries.map(({ id }) => operationIdOf(id)));
  };

  return {
    write: (operations) => inTurn(() => (operations.length === 0 ? Promise.resolve([]) : append(operations))),
    citableHeads: () =>
      inTurn(async () => {
        while (planHeads(replica.membership().heads, null).length > 1) await append([{ kind: "merge" }]);
        return replica.membership().heads;
      }),
  };
}
