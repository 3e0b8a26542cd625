/** Names that all parts of the engine's contract use. */
import type { Brand } from "#crypto";

/** One Automerge document (16 bytes as text). */
export type RecordId = Brand<string, "RecordId">;
/** Milliseconds since 1970, by this device's clock. */
export type UnixMillis = number;
