/** A mesh of many coordinators of one house, made without waiting for its membership after each of them. */
import { generateDeviceSecrets } from "#crypto";
import { createInvite } from "../../sync/membership/invite.ts";
import { createJoinRequest } from "../../sync/membership/join.ts";
import { DEFAULT_LIMITS } from "../../sync/membership/limit-values.ts";
import type { AuthoredOperation, Operation } from "../../sync/membership/operations.ts";
import { createChance } from "../support/chance.ts";
import { authored, Device, NOON } from "./device.ts";
import { foundBy } from "./founding.ts";
import { simulatedSignatures as signatures } from "./simulated-keys.ts";

export interface Crowd {
  readonly founder: Device;
  /** All but the founder. They hold nothing: `say` writes for them. */
  readonly people: readonly Device[];
  readonly operations: readonly AuthoredOperation[];
}

export async function createCrowd(size: number): Promise<Crowd> {
  const random = createChance("crowd", "simulator").bytes;
  const founder = await foundBy("Ana", { name: "Casa A", kind: "shelter" }, random);
  const { membership, id: me, mesh, meshKey } = founder;
  const destination = { kind: "existing", site: founder.site! } as const;
  const operations = [...founder.operations.values()];
  const write = async (operation: Operation): Promise<AuthoredOperation> => {
    const one = await authored(operation, mesh, { device: me, last: operations.at(-1)!, heads: [] });
    operations.push(one);
    return one;
  };
  await write({ kind: "limits", limits: { ...DEFAULT_LIMITS, devices: size } });
  const people: Device[] = [];
  for (let at = 1; at < size; at += 1) {
    const role = "coordinator";
    const invited = createInvite({ membership, me, role, destination, expiresAt: NOON, random });
    if (invited.kind === "refused") throw new Error(invited.reason);
    const { id: head } = await write(invited.operation);
    const { seed } = invited;
    const code = {
      mesh,
      meshKey,
      inviter: me,
      inviterAgree: founder.keys.agree,
      seed,
      head,
      role,
      founds: null,
      addresses: [],
    } as const;
    const device = generateDeviceSecrets(random);
    const joined = await createJoinRequest({ code, name: "Nadie", device, random, signatures });
    if (joined.kind !== "joining") throw new Error(joined.kind);
    const { request, deviceId, own } = joined.joining;
    const carried = await write({ kind: "request", request, at: NOON });
    await write({ kind: "confirm", request: carried.id, device: deviceId, at: NOON });
    people.push(new Device({ name: `Nadie ${String(at)}`, mesh, meshKey, secrets: device, own }, random));
  }
  return { founder, people, operations };
}

/** The first word of somebody who knows the crowd and nothing that was said since. */
export const say = (
  { operations }: Crowd,
  device: Device,
  operation: Operation,
): Promise<AuthoredOperation> =>
  authored(operation, device.mesh, { device: device.id, last: null, heads: [operations.at(-1)!.id] });
