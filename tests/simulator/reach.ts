/**
 * Everything that a device can open, whatever the rules say of it: all boxes in all operations that it ever saw,
 * refused ones too, with every secret that it ever had (docs/testing.md, "Simulation").
 */
import { type AgreePair, type SpaceKey, toText } from "#crypto";
import {
  type GroupName,
  type SpaceName,
  unboxGroupSecret,
  unboxSpaceKey,
  unwrapGroupSecrets,
  unwrapSpaceKeys,
} from "../../sync/membership/key-boxes.ts";
import type { GroupBoxesOperation, SpaceKeyOperation } from "../../sync/membership/operations.ts";
import type { Device } from "./device.ts";
import { simulatedSignatures as signatures } from "./simulated-keys.ts";

/** Secrets of groups and keys of spaces, by the text of their public name. */
export interface Reach {
  readonly groups: ReadonlyMap<string, AgreePair>;
  readonly spaces: ReadonlyMap<string, SpaceKey>;
}

/** What several devices that put their keys together can open, with all operations that any of them holds. */
export async function reachOf(devices: readonly Device[]): Promise<Reach> {
  const operations = devices.flatMap((device) =>
    [...device.operations.values()].map(({ operation }) => operation),
  );
  const unique = [...new Set(operations)];
  const groups = await groupsReached(
    devices,
    unique.filter((one) => one.kind === "group-boxes"),
  );
  const spaces = await spacesReached(devices, {
    groups,
    operations: unique.filter((one) => one.kind === "space-key"),
  });
  return { groups, spaces };
}

async function groupsReached(
  devices: readonly Device[],
  operations: readonly GroupBoxesOperation[],
): Promise<Map<string, AgreePair>> {
  const reached = new Map(
    devices.flatMap(({ own }) => own.groups).map((pair) => [toText(pair.public), pair]),
  );
  const byId = new Map(devices.map((device) => [device.id, device]));
  for (const operation of operations) {
    for (const { device, box } of operation.boxes) {
      const holder = byId.get(device);
      if (holder === undefined) continue;
      const boxing = { mesh: holder.mesh, name: operation satisfies GroupName, to: "device" as const };
      const pair = await unboxGroupSecret(boxing, { pair: holder.secrets.agree, box, signatures });
      if (pair !== null) reached.set(toText(pair.public), pair);
    }
  }
  const [first] = devices;
  if (first === undefined) return reached;
  for (const operation of operations.toReversed()) {
    const pair = reached.get(toText(operation.public));
    if (pair === undefined) continue;
    const generation = { ...operation, by: first.mesh as never, boxes: new Map(), recoveryBoxes: [] };
    for (const older of unwrapGroupSecrets(first.mesh, generation, pair))
      reached.set(toText(older.public), older);
  }
  return reached;
}

async function spacesReached(
  devices: readonly Device[],
  {
    groups,
    operations,
  }: { readonly groups: ReadonlyMap<string, AgreePair>; readonly operations: readonly SpaceKeyOperation[] },
): Promise<Map<string, SpaceKey>> {
  const reached = new Map<string, SpaceKey>();
  const [first] = devices;
  if (first === undefined) return reached;
  const { mesh } = first;
  for (const operation of operations) {
    for (const { box } of operation.boxes) {
      for (const pair of groups.values()) {
        const key = await unboxSpaceKey(
          { mesh, name: operation satisfies SpaceName },
          { pair, box, signatures },
        );
        if (key !== null) reached.set(toText(operation.keyId), key);
      }
    }
  }
  for (const operation of operations.toReversed()) {
    const key = reached.get(toText(operation.keyId));
    if (key === undefined) continue;
    const generation = { ...operation, by: mesh as never };
    for (const [at, older] of unwrapSpaceKeys(mesh, generation, key).entries()) {
      const name = operation.previous?.of[at];
      if (name !== undefined) reached.set(toText(name), older);
    }
  }
  return reached;
}
