/**
 * The one error of this layer (docs/protocol.md, "Errors of the layers"). Untrusted bytes never
 * throw it: they give null, false or a union with a kind. It means that our own code called
 * wrongly. Its texts name lengths and rules, never a key, a passphrase, a word or a plaintext.
 */

/** What was wrong with the call. */
export type UsageCode =
  "wrong-length" | "out-of-range" | "too-long" | "bad-domain" | "weak-key" | "weak-cost" | "empty-passphrase";

/** A mistake of the calling code; `code` is stable, the message is for developers. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly code: UsageCode;

  constructor(code: UsageCode, message: string) {
    super(message);
    this.code = code;
  }
}
