/**
 * Every bound of the protocol in one place (docs/protocol.md, "Limits"): what one message, one run
 * and one stranger may cost. A peer that goes past one is malformed or refused, never served.
 */

export const PROTOCOL_VERSION = 1;

/** Logs are digested in this many buckets. */
export const BUCKETS = 64;
/** Bytes of a bucket's digest, and of a head, on the wire. */
export const SHORT_HASH_BYTES = 16;

/** Holdings in one message; more go into further messages. */
export const MAX_HOLDINGS = 1024;
/** Holdings that a peer may list in one round: more logs than any mesh has. */
export const MAX_LISTED = 65_536;

/** A run is filled with whole stretches between seals up to about this size. */
export const RUN_BYTES = 224 * 1024;
/** Bytes of a run in one message. */
export const PART_BYTES = 224 * 1024;
/** One stretch between seals at its largest: 64 entries of 64 KiB and their headers. */
export const MAX_TRANSFER_BYTES = 5 * 1024 * 1024;
export const MAX_PARTS = Math.ceil(MAX_TRANSFER_BYTES / PART_BYTES);
/** Runs are sent while less than this is not acknowledged. */
export const WINDOW_BYTES = 4 * 1024 * 1024;
/** What an honest peer can have on its way: a full window and the run that filled it. */
export const MAX_STAGED_BYTES = WINDOW_BYTES + MAX_TRANSFER_BYTES;
export const MAX_STAGED_TRANSFERS = 1024;

/** Operations that are asked for at once; the answer is as much as fits into a window, at least one run. */
export const MAX_WANTED = 64;

/** A sealed lifeline. */
export const MAX_LIFELINE_BYTES = 256;
/** Join requests in one message, and in one session. */
export const MAX_REQUESTS = 8;
export const MAX_REQUEST_BYTES = 1024;

/** Receipts named in one message, and given in one. */
export const MAX_MARKS = 4096;
export const MAX_RECEIPTS = 64;
/** One receipt at its largest: 4,096 positions of 24 bytes, and what stands around them. */
export const MAX_RECEIPT_BYTES = 4096 * 24 + 256;

/** Bytes of control runs that are taken from, and given to, a peer that is no member yet. */
export const STRANGER_IN_BYTES = 4 * 1024 * 1024;
export const STRANGER_OUT_BYTES = 32 * 1024 * 1024;

/** Positions stay safe integers with room for a run behind them. */
export const MAX_POSITION = Number.MAX_SAFE_INTEGER - 65_536;
