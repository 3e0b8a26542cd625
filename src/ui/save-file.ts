/** Handing a file to the browser's downloads. Its name tells the day, and nothing of who made it. */

/** Long enough for the browser to have taken the download. */
const FORGET_AFTER_MS = 60_000;

export interface FileSort {
  /** What the name ends in, without the dot. */
  readonly ending: string;
  readonly type: string;
}

export function saveFile(bytes: Uint8Array, { ending, type }: FileSort): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `vereda-${new Date().toISOString().slice(0, 10)}.${ending}`;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, FORGET_AFTER_MS);
}
