/**
 * How much of this disk each house fills, and whether more of it is taken (docs/protocol.md, "Limits of a house").
 * A house that is full goes without what comes next; everybody else writes on.
 */
import type { DeviceId, SiteId } from "../ids.ts";
import { LEAST_LIMITS } from "../membership/limit-values.ts";
import type { Membership } from "../membership/membership.ts";
import { everMember } from "../membership/removal.ts";
import type { ControlLog } from "./control-log.ts";
import type { HeldLogs } from "./holdings.ts";

/** What the devices of one house take up, those too that are out. */
export interface Use {
  readonly operations: number;
  readonly bytes: number;
}

/** Operations after which the membership is worked out anew to judge by: a first sync brings thousands. */
const STALE_OPERATIONS = 500;

export class HouseUse {
  readonly #control: ControlLog;
  readonly #held: HeldLogs;
  #judged: { readonly membership: Membership; readonly size: number } | null = null;

  constructor(control: ControlLog, held: HeldLogs) {
    this.#control = control;
    this.#held = held;
  }

  /** Whether no more data of a device is taken. */
  isFull(device: DeviceId): boolean {
    return this.#fillsBytes(this.#control.membership(), device);
  }

  /** Whether no more control of a device is taken, but for what others cite. */
  isControlFull(device: DeviceId): boolean {
    const { size } = this.#control;
    // of so few there are not too many by one house
    if (size < LEAST_LIMITS.operations && this.#held.bytes < LEAST_LIMITS.deviceBytes) return false;
    const membership = this.#recent();
    const { operations: most } = membership.limits;
    return (
      (canCrowdOut(membership) && size >= most && this.#useFor(membership, device).operations >= most) ||
      this.#fillsBytes(membership, device)
    );
  }

  // Asked of each run that comes: the houses are counted only where all that is here could be too much for one.
  #fillsBytes(membership: Membership, device: DeviceId): boolean {
    const { deviceBytes, siteBytes } = membership.limits;
    if (!canCrowdOut(membership)) return false;
    if (this.#held.bytesOf(device) >= deviceBytes) return true;
    return this.#held.bytes >= siteBytes && this.#useFor(membership, device).bytes >= siteBytes;
  }

  /** What each house takes up. */
  all(): ReadonlyMap<SiteId, Use> {
    const membership = this.#control.membership();
    return new Map([...membership.sites.keys()].map((site) => [site, this.#useOf(membership, site)]));
  }

  #recent(): Membership {
    const { size } = this.#control;
    if (this.#judged === null || size - this.#judged.size > STALE_OPERATIONS)
      this.#judged = { membership: this.#control.membership(), size };
    return this.#judged.membership;
  }

  #useFor(membership: Membership, device: DeviceId): Use {
    return this.#useOf(membership, this.#houseOf(membership, device));
  }

  #useOf(membership: Membership, site: SiteId | null): Use {
    const isThere = (device: DeviceId): boolean => this.#houseOf(membership, device) === site;
    const [counts, bytes] = [this.#control.counts, this.#held.byDevice];
    return {
      operations: sum([...counts].filter(([device]) => isThere(device))),
      bytes: sum([...bytes].filter(([device]) => isThere(device))),
    };
  }

  /** The house that answers for a device: its own, or that of whoever let it in, where that counted for nothing. */
  #houseOf(membership: Membership, device: DeviceId): SiteId | null {
    const seen = new Set<DeviceId>();
    for (let at: DeviceId | null = device; at !== null && !seen.has(at);) {
      const member = everMember(membership, at);
      if (member !== undefined) return member.site;
      seen.add(at);
      at = this.#control.authors.sponsorOf(at);
    }
    return null;
  }
}

const sum = (counted: readonly (readonly [DeviceId, number])[]): number =>
  counted.reduce((total, [, count]) => total + count, 0);

/** A mesh of one house has nobody whom it could crowd out. */
const canCrowdOut = ({ sites }: Membership): boolean => sites.size > 1;
