/** What the disk said, in the words of the engine: one place for it. */
import { StoreError } from "#sync";
import { EngineError, type Fault } from "./api/index.ts";

/** What the disk said, as a fault that can be worded. */
export function storeFault(error: StoreError): Fault {
  switch (error.code) {
    case "store-full":
      return { code: "storage-full" };
    case "store-locked":
      return { code: "profile-in-use" };
    case "store-damaged":
      return { code: "storage-damaged" };
    case "store-conflict":
    case "store-failed":
      return { code: "storage-failed" };
  }
}

/** Runs a task; what the disk refuses is thrown as a fault. */
export async function faultsOfStore<T>(task: () => Promise<T> | T): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof StoreError) throw new EngineError(storeFault(error), { cause: error });
    throw error;
  }
}
