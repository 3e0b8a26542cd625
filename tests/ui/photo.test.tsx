/** A photo of who is sought, by what a person does: with a new report, on its page, on a poster; and who may keep one. */
import { screen, within } from "@solidjs/testing-library";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { RecordId } from "#engine";
import { MOST_PHOTO_BYTES } from "#model";
import { smallPhoto } from "../../src/ui/small-photo.ts";
import { paths, posterPath, recordPath, reportStepPath } from "../../src/ui/paths.ts";
import { photoOf } from "../support/jpegs.ts";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const texts = t.photo;
const FILE = new File(["foto"], "Josue Prueba.jpg", { type: "image/jpeg" });
/** What the browser here would draw: bytes a pixel, of a picture of this size. */
const camera = { width: 3000, height: 4000, bytesAPixel: 0.1 };
const drawn: { width: number; height: number; quality: number }[] = [];

// jsdom draws nothing; the story opens a real picture in a real browser
beforeAll(() => {
  vi.stubGlobal("createImageBitmap", async (file: Blob) => {
    if (file.size !== FILE.size) throw new DOMException("no picture");
    return { ...camera, close: () => undefined };
  });
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation((() => ({
    drawImage: () => undefined,
    fillRect: () => undefined,
  })) as never);
  vi.spyOn(HTMLCanvasElement.prototype, "toBlob").mockImplementation(function (
    this: HTMLCanvasElement,
    done,
    _,
    q,
  ) {
    const { width, height } = this;
    drawn.push({ width, height, quality: Number(q) });
    const size = Math.round(width * height * camera.bytesAPixel * Number(q));
    done(new Blob([photoOf(size).slice()], { type: "image/jpeg" }));
  });
  URL.createObjectURL = (blob: Blob | MediaSource) => `blob:photo-${String((blob as Blob).size)}`;
  URL.revokeObjectURL = () => undefined;
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function choose({ user }: Pick<RenderedApp, "user">, file: File = FILE): Promise<void> {
  const input = await screen.findByLabelText(texts.choose, { selector: "input" });
  await user.upload(input, file);
}

async function openReport(fields: object = {}): Promise<RenderedApp & { readonly id: RecordId }> {
  const app = renderApp();
  const { id } = await app.fake.add("report", { name: "Josué Prueba", age: 24, ...fields });
  return { ...app, id };
}

const partOf = (): Promise<HTMLElement> => screen.findByRole("region", { name: texts.title });

describe("a photo of who is sought", () => {
  it("is shown as it will be kept, kept by a press, and taken off again", async () => {
    const app = await openReport();
    await goTo(recordPath(app.id));
    const part = await partOf();
    expect(part).toSay(texts.none);
    expect(within(part).queryByRole("button", { name: texts.keep })).toBeNull();
    await choose(app);
    expect(await within(part).findByRole("img", { name: texts.chosen })).toBeShown();
    expect(await app.fake.photo(app.id), "not before the press").toBeNull();
    await app.user.click(within(part).getByRole("button", { name: texts.keep }));
    expect(await within(part).findByRole("img", { name: texts.alt })).toBeShown();
    expect(await app.fake.photo(app.id)).toMatchObject({ width: 32, height: 40 });
    await app.user.click(within(part).getByRole("button", { name: texts.takeBack }));
    expect(await within(part).findByText(texts.none)).toBeShown();
    expect(await app.fake.photo(app.id)).toBeNull();
  });

  it("that is no picture is said to be none, and nothing is kept", async () => {
    const app = await openReport();
    await goTo(recordPath(app.id));
    const part = await partOf();
    await choose(app, new File(["no es una foto"], "rota.jpg", { type: "image/jpeg" }));
    expect(await within(part).findByText(texts.unreadable)).toBeShown();
    expect(within(part).queryByRole("button", { name: texts.keep })).toBeNull();
    await choose(app);
    expect(await within(part).findByRole("img", { name: texts.chosen })).toBeShown();
    expect(part).not.toSay(texts.unreadable);
  });

  it("goes on a poster only by a tick", async () => {
    const app = await openReport({ posterAllowed: true });
    await app.fake.setPhoto({ report: app.id, jpeg: photoOf(100) });
    await goTo(posterPath(app.id));
    await app.user.type(await screen.findByLabelText(t.poster.contact), "Casa Tapachula, 555 0199");
    await app.user.click(screen.getByRole("button", { name: t.poster.show }));
    const sheet = await screen.findByRole("article");
    expect(within(sheet).queryByRole("img")).toBeNull();
    await app.user.click(await screen.findByRole("checkbox", { name: texts.onPoster }));
    await app.user.click(screen.getByRole("button", { name: t.poster.show }));
    expect(await screen.findByRole("img", { name: texts.alt })).toBeShown();
  });

  it("of a pasted message goes along into the report, and is kept when it is saved", async () => {
    const app = renderApp();
    await goTo(paths.paste);
    await app.user.type(await screen.findByRole("textbox", { name: t.seek.pasted }), "Nombre: Wilmer Prueba");
    await choose(app);
    await screen.findByRole("img", { name: texts.chosen });
    await app.user.click(screen.getByRole("button", { name: t.seek.read }));
    await app.user.click(await screen.findByRole("button", { name: t.seek.goOn }));
    expect(await screen.findByRole("img", { name: texts.chosen })).toBeShown();
    for (let step = 0; step < 3; step += 1)
      await app.user.click(await screen.findByRole("button", { name: t.report.next }));
    expect(await screen.findByRole("img", { name: texts.chosen })).toBeShown();
    await app.user.click(screen.getByRole("button", { name: t.report.save }));
    expect(await screen.findByRole("img", { name: texts.alt })).toBeShown();
    const saved = (await app.fake.list("report")).find(({ title }) => title === "Wilmer Prueba")!;
    expect(await app.fake.photo(saved.id)).toMatchObject({ width: 32 });
    await goTo(reportStepPath(1));
    await screen.findByRole("textbox", { name: (name) => name.startsWith(t.report.name) });
    expect(screen.queryByRole("img", { name: texts.chosen }), "the next report begins without").toBeNull();
  });

  it("that is refused leaves the report saved once, and says so", async () => {
    const app = renderApp();
    app.fake.setPhoto = () => Promise.reject(new Error("disk"));
    await goTo(reportStepPath(1));
    await app.user.type(
      await screen.findByRole("textbox", { name: (name) => name.startsWith(t.report.name) }),
      "Wilmer Prueba",
    );
    await choose(app);
    await screen.findByRole("img", { name: texts.chosen });
    for (let step = 0; step < 3; step += 1)
      await app.user.click(await screen.findByRole("button", { name: t.report.next }));
    await app.user.click(await screen.findByRole("button", { name: t.report.save }));
    const part = await partOf();
    expect(within(part).getByRole("alert")).toSay(texts.notKept);
    expect(within(part).getByRole("img", { name: texts.chosen })).toBeShown();
    expect(within(part).getByRole("button", { name: texts.keep })).toBeShown();
    const saved = (await app.fake.list("report")).filter(({ title }) => title === "Wilmer Prueba");
    expect(saved).toHaveLength(1);
  });

  it("is not asked of who hands reports in", async () => {
    renderApp({ role: "volunteer" });
    await goTo(reportStepPath(1));
    await screen.findByRole("textbox", { name: (name) => name.startsWith(t.report.name) });
    expect(screen.queryByLabelText(texts.choose, { selector: "input" })).toBeNull();
  });
});

describe("a photo made small", () => {
  it("keeps its shape, and gives up quality and then pixels until it fits", async () => {
    drawn.length = 0;
    expect((await smallPhoto(FILE))!.length).toBeLessThanOrEqual(MOST_PHOTO_BYTES);
    expect(drawn[0]).toEqual({ width: 360, height: 480, quality: 0.82 });
    camera.bytesAPixel = 0.5;
    drawn.length = 0;
    const jpeg = await smallPhoto(FILE);
    expect(jpeg!.length).toBeLessThanOrEqual(MOST_PHOTO_BYTES);
    expect(drawn.at(-1)!.height).toBeLessThan(480);
    expect(drawn.at(-1)!.width / drawn.at(-1)!.height).toBeCloseTo(0.75, 1);
    camera.bytesAPixel = 50;
    expect(await smallPhoto(FILE), "no picture fits").toBeNull();
    expect(await smallPhoto(new Blob(["no es una foto"]))).toBeNull();
  });
});
