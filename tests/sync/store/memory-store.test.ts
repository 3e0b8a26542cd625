import { createMemoryDisk, memoryStore } from "../../../sync/store/memory-store.ts";
import { storeContract } from "../../support/store-contract.ts";

storeContract("in memory", async () => {
  const disk = createMemoryDisk();
  return { open: async () => memoryStore(disk), remove: async () => undefined };
});
