/** Port: time. The only way in which `sync/` learns of it, so that a simulator can stand in. */
export interface Clock {
  /** Milliseconds since 1970 by this device's clock, which may be wrong. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
