import { HashRouter } from "@solidjs/router";
import { cleanup, render, screen, waitFor, within } from "@solidjs/testing-library";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import type { Indexed, RecordId, SearchHit } from "#engine";
import type { FakeEngine } from "../support/fake-engine.ts";
import { setLook } from "../../src/ui/look.ts";
import { PersonHit } from "../../src/ui/parts/person-hit.tsx";
import { type RenderedApp, renderApp, t } from "../support/render-app.tsx";

async function search(user: RenderedApp["user"], text: string): Promise<void> {
  await user.keyboard("{F2}");
  await user.type(await screen.findByRole("textbox", { name: t.search.box }), text);
}

/** Search is being made ready, and has looked at so many; null: it is ready. */
function indexing(fake: FakeEngine): (indexed: Indexed | null) => void {
  const whole = fake.search.bind(fake);
  let looked: Indexed | null = null;
  fake.search = async (...asked) => {
    const answer = await whole(...asked);
    const isEarly = asked[1]?.early === true;
    return answer.kind === "answer" && isEarly ? { ...answer, indexed: looked } : answer;
  };
  return (indexed) => {
    looked = indexed;
    fake.raise({ kind: "progress", progress: { task: "index", ...(indexed ?? { done: 9, total: 9 }) } });
  };
}

describe("search", () => {
  it("finds a name that was spelt otherwise, with its reasons in words", async () => {
    const { user } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Francisco Madrid");
    const hit = await screen.findByRole("link", { name: /Fransisco Javier Madrid Ulloa/u });
    expect(hit).toSay(t.search.strengths.much);
    expect(hit).toSay("suena igual: Francisco ≈ Fransisco");
    expect(hit).toSay(t.search.kinds.report);
    expect(hit).not.toSay(t.reasons.sides.against);
  });

  it("is surer the more of a person is known, and says what that means", async () => {
    const { user } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Fransisco Javier Madrid Ulloa 22 Honduras");
    const hit = await screen.findByRole("link", { name: /Fransisco Javier Madrid Ulloa/u });
    expect(hit).toSay(t.search.strengths.much);
    const meaning = screen.getByText(t.search.strengthTitle);
    expect(meaning.closest("details")).toSay(t.search.strengthText);
  });

  it("says where it looked, who does not appear, and how to ask along the route", async () => {
    const { user } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Zacarías Quetzal");
    expect(await screen.findByText(t.search.none)).toBeShown();
    const where = screen.getByRole("region", { name: t.search.where });
    expect(where).toSay(t.search.coverage(3, 4));
    expect(where).toSay("El dato más viejo: hace 9 días");
    expect(where).toSay(t.search.coverageConsent);
    expect(where).toSay(t.search.coverageReport);
    expect(where).toSay("Refugio La Ceiba");
  });

  it("carries the name to the report without putting it in the address", async () => {
    const { user } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Zacarías Quetzal");
    await user.click(await screen.findByRole("button", { name: t.search.report }));
    expect(await screen.findByRole("textbox", { name: t.report.name })).toHoldValue("Zacarías Quetzal");
    expect(decodeURIComponent(location.href)).not.toContain("Quetzal");
  });

  it("carries what was understood to the report, each in its field", async () => {
    const { user } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Zacarías Quetzal alias Zaca 31 años honduras tatuaje de ancla, visto en mayo 2026");
    await screen.findByRole("button", { name: `${t.search.parts.age}: 31 años` });
    await user.click(await screen.findByRole("button", { name: t.search.report }));
    expect(await screen.findByRole("textbox", { name: t.report.name })).toHoldValue("Zacarías Quetzal");
    expect(screen.getByRole("textbox", { name: new RegExp(`^${t.report.alternateNames}`, "u") })).toHoldValue(
      "Zaca",
    );
    expect(screen.getByRole("textbox", { name: new RegExp(`^${t.report.age}`, "u") })).toHoldValue("31");
  });

  it("does not replace a report that is half typed, unless asked to", async () => {
    const { user } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    const name = () => screen.findByRole("textbox", { name: t.report.name });
    const report = async (text: string): Promise<void> => {
      await search(user, text);
      await user.click(await screen.findByRole("button", { name: t.search.report }));
    };
    await report("Olivia Cux");
    expect(await name()).toHoldValue("Olivia Cux");
    await report("Zacarías Quetzal");
    expect(await name()).toHoldValue("Zacarías Quetzal");
    expect(screen.queryByText(t.report.restored)).toBeNull();
    await user.type(await name(), " Batz");
    await report("Yorleny Tzoc");
    expect(await name()).toHoldValue("Zacarías Quetzal Batz");
    expect(screen.getByText(t.report.restored)).toBeShown();
    await user.click(screen.getByRole("button", { name: t.report.beginWithSearch }));
    expect(await name()).toHoldValue("Yorleny Tzoc");
    expect(await name()).toHoldFocus();
    expect(screen.queryByText(t.report.restored)).toBeNull();
  });

  it("says what it understood, and leaves out a part until the text says something else", async () => {
    const { user, fake } = renderApp();
    const asked: unknown[] = [];
    const whole = fake.search.bind(fake);
    fake.search = (...question) => {
      asked.push([question[0], question[1]?.without]);
      return whole(...question);
    };
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Fransisco Madrid 22 Honduras");
    const note = await screen.findByRole("group", { name: `${t.search.understood}:` });
    const age = await within(note).findByRole("button", { name: `${t.search.parts.age}: 22 años` });
    expect(age.getAttribute("aria-pressed")).toBe("true");
    expect(within(note).getByText(`${t.search.parts.name}: Fransisco Madrid`)).toBeShown();
    expect(within(note).queryByRole("button", { name: /Fransisco/u })).toBeNull();
    await user.click(age);
    const left = await within(note).findByRole("button", {
      name: t.search.notCounted(`${t.search.parts.age}: 22 años`),
    });
    expect(left.getAttribute("aria-pressed")).toBe("false");
    await waitFor(() => {
      expect(asked.at(-1)).toEqual(["Fransisco Madrid 22 Honduras", ["age"]]);
    });
    expect(left).toHoldFocus();
    expect((await axe.run(note)).violations).toEqual([]);
    await user.type(screen.getByRole("textbox", { name: t.search.box }), "{Backspace>10/}3 Honduras");
    await within(note).findByRole("button", { name: `${t.search.parts.age}: 23 años` });
    await waitFor(() => {
      expect(asked.at(-1)).toEqual(["Fransisco Madrid 23 Honduras", []]);
    });
  });

  it("needs no words for a name that was read as it was typed", async () => {
    const { user } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Francisco Madrid");
    await screen.findByRole("link", { name: /Fransisco Javier Madrid Ulloa/u });
    expect(screen.queryByText(`${t.search.understood}:`)).toBeNull();
  });

  it("refuses a place alone and says what to add", async () => {
    const { user } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Honduras");
    expect(await screen.findByText(t.refusals["place-only"])).toBeShown();
  });

  it("lets the arrow keys walk into the results and back", async () => {
    const { user } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Francisco");
    const hits = await screen.findAllByRole("link", { name: /Fran[cs]isco/u });
    await user.keyboard("{ArrowDown}");
    expect(hits[0]).toHoldFocus();
    await user.keyboard("{ArrowUp}");
    expect(screen.getByRole("textbox", { name: t.search.box })).toHoldFocus();
  });

  it("tells advocates that only their own reports were searched", async () => {
    const { user } = renderApp({ siteKind: "advocates" });
    await user.type(await screen.findByRole("textbox", { name: t.search.box }), "Marlenis");
    const where = await screen.findByRole("region", { name: t.search.where });
    expect(where).toSay(t.search.coverageAdvocates);
    expect(where).not.toSay("albergues");
    const pages = within(screen.getByRole("navigation"));
    expect(pages.queryByRole("link", { name: t.shell.pages.arrivals })).toBeNull();
  });

  it("asks again when records arrive", async () => {
    const { user, fake } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    await search(user, "Zacarías Quetzal");
    await screen.findByText(t.search.none);
    await fake.add("guest", { name: "Zacarías Quetzal" });
    await waitFor(() => {
      expect(screen.getByRole("link", { name: /Zacarías Quetzal/u })).toBeShown();
    });
  });

  it("says while search is being made ready how many were looked at, and completes itself", async () => {
    const { user, fake } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    const show = indexing(fake);
    show({ done: 40_000, total: 100_000 });
    await search(user, "Francisco");
    const note = "Se han revisado 40,000 de 100,000 registros; la lista se completa sola.";
    expect(await screen.findByText(note)).toBeShown();
    expect(screen.getAllByRole("link", { name: /Fran[cs]isco/u })[0]).toBeShown();
    show({ done: 80_000, total: 100_000 });
    expect(await screen.findByText(/80,000 de 100,000/u)).toBeShown();
    show(null);
    await waitFor(() => {
      expect(screen.queryByText(/la lista se completa sola/u)).toBeNull();
    });
    expect(screen.getAllByRole("link", { name: /Fran[cs]isco/u })[0]).toBeShown();
  });

  it("does not say that somebody does not appear before it has looked at everybody", async () => {
    const { user, fake } = renderApp();
    await screen.findByRole("heading", { name: t.arrivals.title });
    const show = indexing(fake);
    show({ done: 1, total: 9 });
    await search(user, "Zacarías Quetzal");
    expect(await screen.findByText(t.search.noneYet)).toBeShown();
    expect(screen.queryByText(t.search.none)).toBeNull();
    show(null);
    expect(await screen.findByText(t.search.none)).toBeShown();
    expect(screen.queryByText(t.search.noneYet)).toBeNull();
  });
});

describe("a result", () => {
  const HIT: SearchHit = {
    id: "r1" as RecordId,
    kind: "report",
    title: "José Ángel Hernández Mejía",
    score: 0.4,
    reasons: [
      { code: "given-name", how: "nickname", asked: "chepe", found: "José" },
      { code: "age", asked: "18", found: "18", then: "17", since: "2024" },
      { code: "town-differs", asked: "Choloma", found: "San Pedro Sula" },
      { code: "sex-differs" },
    ],
    fields: { name: "José Ángel Hernández Mejía" },
  };

  function renderHit(hit: SearchHit): HTMLElement {
    cleanup();
    setLook({ language: "es" });
    const List = () => (
      <ul>
        <PersonHit hit={hit} />
      </ul>
    );
    return render(() => <HashRouter root={List} />).container;
  }

  it("shows what speaks for and against apart, each side by its word", () => {
    renderHit(HIT);
    const sideOf = (text: string) => screen.getByText(text).closest(".reasons")!;
    const [forIt, against] = [sideOf("apodo: chepe = José"), sideOf("otro sexo")];
    expect(forIt).toSay(/^A favor: apodo: chepe = Joséedad compatible: 17 en 2024, 18 hoy$/u);
    expect(against).toSay(/^En contra: otro lugar: San Pedro Sulaotro sexo$/u);
    expect(forIt.compareDocumentPosition(against)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.getByRole("link")).toSay(t.search.strengths.some);
  });

  it("has no empty side", () => {
    const container = renderHit({ ...HIT, reasons: HIT.reasons.slice(0, 2) });
    expect(container).toSay(t.reasons.sides.for);
    expect(container).not.toSay(t.reasons.sides.against);
  });

  it("holds nothing that axe minds", async () => {
    const container = renderHit(HIT);
    // jsdom draws nothing: contrast is judged in the browser (tests/story/pages.test.ts)
    const rules = { "color-contrast": { enabled: false } };
    const found = async () => (await axe.run(container, { rules })).violations.map(({ id }) => id);
    expect(await found()).toEqual([]);
    // axe would see what is wrong here
    container.querySelector("a")!.textContent = "";
    expect(await found()).toContain("link-name");
  });
});
