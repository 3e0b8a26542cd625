/**
 * A photo as a telephone takes it: drawn by the browser, lying on its side, with a word beside the picture which side is up
 * (Exif 2.3, tag 0x0112) and where it was taken. Nobody is on it.
 */
import type { Page } from "playwright-core";
import { textsOf } from "#i18n";

const t = textsOf("es");

export interface SeenPhoto {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue. */
  readonly above: readonly number[];
  readonly below: readonly number[];
}

export const PHOTO_PLACE = "GPS 14.9056 -92.2577";
/** Shown upright. */
export const PHOTO_SHAPE = { width: 900, height: 1200 };
const TURNED_RIGHT = 6;

/** Orange above, blue below: no corner tells the sides apart as surely. */
async function drawn(page: Page): Promise<Buffer> {
  const address = await page.evaluate(({ width, height }) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [height, width];
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.translate(0, width);
    context.rotate(-Math.PI / 2);
    const fill = (colour: string, ...[x, y, wide, high]: readonly [number, number, number, number]): void => {
      context.fillStyle = colour;
      context.fillRect(x, y, wide, high);
    };
    const round = (colour: string, x: number, y: number, radius: number): void => {
      context.fillStyle = colour;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
    };
    fill("#e8943a", 0, 0, width, height / 2);
    fill("#2f5d8a", 0, height / 2, width, height / 2);
    round("#7a4a2b", width / 2, height * 0.42, width * 0.28);
    round("#3a2416", width * 0.4, height * 0.4, width * 0.03);
    round("#3a2416", width * 0.6, height * 0.4, width * 0.03);
    return canvas.toDataURL("image/jpeg", 0.9);
  }, PHOTO_SHAPE);
  return Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
}

/** One directory with one entry, big end first, and the place as what nobody reads. */
function exif(): Buffer {
  const tiff = Buffer.from([
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, TURNED_RIGHT, 0, 0],
    ...[0, 0, 0, 0],
  ]);
  const data = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from(PHOTO_PLACE, "latin1")]);
  const length = data.length + 2;
  return Buffer.concat([Buffer.from([0xff, 0xe1, length >> 8, length & 0xff]), data]);
}

export async function cameraPhoto(page: Page): Promise<Buffer> {
  const bare = await drawn(page);
  return Buffer.concat([bare.subarray(0, 2), exif(), bare.subarray(2)]);
}

/** Chooses it in the form that is open, and waits until it is shown as it will be kept. */
export async function choosePhoto(page: Page): Promise<void> {
  const buffer = await cameraPhoto(page);
  const input = page.locator("input[type=file]").and(page.getByLabel(t.photo.choose));
  await input.setInputFiles({ name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer });
  await page.getByRole("img", { name: t.photo.chosen }).waitFor();
}

/** A photo on the page: its shape, a pixel above and one below. */
export async function seenPhoto(page: Page, name: string): Promise<SeenPhoto> {
  const image = page.getByRole("img", { name });
  await image.waitFor();
  return image.evaluate(async (element: HTMLImageElement) => {
    await element.decode();
    const canvas = document.createElement("canvas");
    const { naturalWidth: width, naturalHeight: height } = element;
    [canvas.width, canvas.height] = [width, height];
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.drawImage(element, 0, 0);
    const at = (y: number): readonly number[] => [...context.getImageData(4, y, 1, 1).data].slice(0, 3);
    return { width, height, above: at(4), below: at(height - 5) };
  });
}
