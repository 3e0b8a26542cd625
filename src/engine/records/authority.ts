/** Whose entries must be judged again: members whose role was changed since they were judged last. */
import type { DeviceId, Membership } from "#sync";

export class Authority {
  #judged: ReadonlyMap<DeviceId, string> = new Map();

  /** The devices of which something changed since the last call; at first, all whose role ever changed. */
  changed(membership: Membership): ReadonlySet<DeviceId> {
    const members = [
      ...membership.devices.values(),
      ...[...membership.removed.values()].map(({ member }) => member),
    ];
    const now = new Map(
      members
        .filter(({ roles }) => roles.length > 0)
        .map(({ device, roles }) => [device, roles.map(({ by }) => by).join(" ")]),
    );
    const before = this.#judged;
    this.#judged = now;
    return new Set(
      [...before.keys(), ...now.keys()].filter((device) => before.get(device) !== now.get(device)),
    );
  }
}
