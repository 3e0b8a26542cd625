/**
 * What a session tells about itself (docs/protocol.md, "Session"). Types only.
 */
import type { DeviceId, SiteId } from "../ids.ts";
import type { Progress } from "../protocol/state.ts";

/** Entries and bytes moved so far, and what this round will have moved in all. */
export type SessionProgress = Progress;

/** Who is at the other end, as proven; null for a device that named none, or is of no site that we know. */
export interface SessionPeer {
  readonly device: DeviceId | null;
  readonly site: SiteId | null;
}

/**
 * `complete`: both sides had all that the other could give. `refused`: one did not accept the other
 * (a wrong mesh key looks like this), or a stranger asked for too much. `malformed`: the peer did not
 * keep to the protocol. `cut`: the link broke before. `timeout`: nothing moved. `aborted`: by our signal.
 */
export type SessionEnd = "complete" | "refused" | "malformed" | "cut" | "timeout" | "aborted";

export interface SessionReport {
  readonly end: SessionEnd;
  readonly peer: SessionPeer;
  /** New entries on our disk, and entries that are on the peer's disk because of us. */
  readonly entriesIn: number;
  readonly entriesOut: number;
  /** Bytes and count of all frames, before encryption. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly messages: number;
  readonly ms: number;
  /** Spaces that both sides keep. */
  readonly spaces: number;
  /** Our join requests that the peer carries now. */
  readonly presented: number;
}
