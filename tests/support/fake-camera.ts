/** A camera for Chromium that sees one picture: what another page shows, as a film of still frames (YUV4MPEG2). */
import type { Page } from "playwright-core";

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 10;
const GREY = 128;

/** Starts a browser whose only camera shows the film, and that lets pages use it. */
export const cameraFlags = (film: string): readonly string[] => [
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
  `--use-file-for-fake-video-capture=${film}`,
];

/** The luminance of a picture, drawn as large as the camera's frame allows, on grey. */
function brightnessOf(page: Page, png: Buffer): Promise<readonly number[]> {
  return page.evaluate(
    async ([data, width, height]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = width;
      canvas.height = height;
      const pen = canvas.getContext("2d");
      if (pen === null) throw new Error("no canvas");
      pen.fillStyle = "#888888";
      pen.fillRect(0, 0, width, height);
      const scale = Math.min(width / image.width, height / image.height);
      const size = [image.width * scale, image.height * scale] as const;
      pen.drawImage(image, (width - size[0]) / 2, (height - size[1]) / 2, ...size);
      const { data: pixels } = pen.getImageData(0, 0, width, height);
      return Array.from({ length: width * height }, (_, at) => pixels[at * 4] ?? 0);
    },
    [png.toString("base64"), WIDTH, HEIGHT] as const,
  );
}

/** A film of the picture with this accessible name, as the page shows it. */
export async function cameraPicture(page: Page, name: string): Promise<Buffer> {
  const png = await page.getByRole("img", { name }).screenshot({ scale: "device" });
  const luminance = Buffer.from(await brightnessOf(page, png));
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  const head = Buffer.from(`YUV4MPEG2 W${String(WIDTH)} H${String(HEIGHT)} F10:1 Ip A1:1 C420jpeg\n`);
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luminance, colour]);
  return Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]);
}
