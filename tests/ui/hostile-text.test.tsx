/** Threat cases B1, B11 and M7 on the page: text that means harm is shown as text (docs/threat-cases.md). */
import { screen } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { goTo, renderApp, t } from "../support/render-app.tsx";

const MARK = "zumbido";
/** Each would run, load or leave the page if it were read as anything but text. */
const CORPUS = [
  `<script>globalThis.${MARK}=1</script>`,
  `<img src=x onerror="globalThis.${MARK}=1">`,
  `<svg/onload=globalThis.${MARK}=1>`,
  `"><iframe srcdoc="<script>parent.${MARK}=1</script>"></iframe>`,
  `<a href="javascript:globalThis.${MARK}=1">ver</a>`,
  `</textarea><form action="//evil/x"><input autofocus onfocus=globalThis.${MARK}=1>`,
  `javascript:globalThis.${MARK}=1`,
  `{{constructor.constructor("globalThis.${MARK}=1")()}}`,
  `<style>@import "//evil/x"</style>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=globalThis.${MARK}=1>`,
] as const;

/** What of the page runs by itself or leads out of it: elements, handlers, addresses. */
function harmIn(root: ParentNode): readonly string[] {
  const elements = [...root.querySelectorAll("*")];
  const planted = elements.filter(({ tagName }) =>
    /^(?:script|iframe|object|embed|style|math)$/iu.test(tagName),
  );
  const attributes = elements.flatMap((element) => [...element.attributes]);
  const wrong = attributes.filter(
    ({ name, value }) =>
      /^on/iu.test(name) ||
      (/^(?:href|src|srcdoc|action|formaction|xlink:href)$/iu.test(name) &&
        !/^(?:#|data:image\/|blob:|\.?\/)/u.test(value)),
  );
  return [...planted.map(({ tagName }) => tagName), ...wrong.map(({ name }) => name)];
}

const hasRun = (): boolean => Reflect.has(globalThis, MARK);

describe("B1 text that means harm", () => {
  it("B1 is found by this test where it is read as HTML", () => {
    for (const text of CORPUS.filter((one) => one.includes("<"))) {
      const place = document.createElement("div");
      place.innerHTML = text;
      expect(harmIn(place), text).not.toEqual([]);
    }
  });

  it("B1 B11 M7 is text in every field of a record, on its page, in its history, and in search", async () => {
    const { fake, user } = renderApp();
    const all = CORPUS.join(" ");
    const fields = {
      name: `Ana ${CORPUS[1]}`,
      marks: CORPUS[3],
      circumstances: all,
      town: CORPUS[6],
      relatives: CORPUS,
    };
    const { id } = await fake.add("report", { ...fields, seeker: { name: CORPUS[0], notes: all } });
    await goTo(`/registro/${id}`);
    await screen.findByRole("heading", { name: /^Ana </u });
    expect(document.body.textContent).toContain(CORPUS[1]);
    expect(harmIn(document.body)).toEqual([]);
    await user.keyboard("{F2}");
    await user.type(await screen.findByRole("textbox", { name: t.search.box }), "Ana");
    await screen.findAllByRole("link", { name: /^Ana </u });
    expect(harmIn(document.body)).toEqual([]);
    expect(hasRun()).toBe(false);
  });
});
