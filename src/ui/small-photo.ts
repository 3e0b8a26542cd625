/**
 * A photo as it is kept: turned upright, at most so many pixels, and as good as fits into a record. Drawn anew by the
 * browser, so nothing that the camera wrote beside it comes along.
 */
import { MOST_PHOTO_BYTES, PHOTO_PIXELS } from "#model";

const QUALITIES = [0.82, 0.7, 0.55, 0.4];
const SMALLER = 0.8;
const SMALLEST = 120;

function drawn(picture: ImageBitmap, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  context.imageSmoothingQuality = "high";
  // what was seen through would turn black in a JPEG
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const encoded = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => {
    canvas.toBlob(resolve, "image/jpeg", quality);
  });

async function fitting(picture: ImageBitmap): Promise<Blob | null> {
  for (let longest = PHOTO_PIXELS; longest >= SMALLEST; longest = Math.round(longest * SMALLER)) {
    const canvas = drawn(picture, longest);
    for (const quality of QUALITIES) {
      const blob = await encoded(canvas, quality);
      if (blob !== null && blob.size <= MOST_PHOTO_BYTES) return blob;
    }
  }
  return null;
}

/** Null for a file that this browser can show no picture of. */
export async function smallPhoto(file: Blob): Promise<Uint8Array | null> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
  try {
    const blob = await fitting(picture);
    return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
  } finally {
    picture.close();
  }
}
