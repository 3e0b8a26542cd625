/** Small files in a hub's folder that only their owner may read, replaced whole. */
import { chmod, open, readFile, rename } from "node:fs/promises";

const OWNER_ONLY = 0o600;

/** Null when there is none. */
export async function readOwnerFile(path: string): Promise<string | null> {
  try {
    const text = await readFile(path, "utf8");
    await chmod(path, OWNER_ONLY);
    return text;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** On the disk under its name, whole, or not at all. */
export async function writeOwnerFile(path: string, text: string): Promise<void> {
  const draft = `${path}.new`;
  const file = await open(draft, "w", OWNER_ONLY);
  try {
    // a draft that was left behind keeps its mode otherwise
    await file.chmod(OWNER_ONLY);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
