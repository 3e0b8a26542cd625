import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, it } from "vitest";
import { goTo, type RenderedApp, renderApp, t } from "../support/render-app.tsx";

const REPORT = "Fransisco Javier Madrid Ulloa";

async function openReport({ fake }: RenderedApp) {
  const report = (await fake.list("report")).find(({ title }) => title === REPORT);
  if (report === undefined) throw new Error("the invented report is there");
  await goTo(`/registro/${report.id}`);
  await screen.findByRole("heading", { name: REPORT });
  return report.id;
}

const section = (): Promise<HTMLElement> => screen.findByRole("region", { name: t.matches.compared });
const wordsOf = (region: HTMLElement, name: string): string =>
  within(region).getByText(name).nextElementSibling?.textContent ?? "";

describe("where a report was compared", () => {
  it.each([{ siteKind: "advocates" }, { siteKind: "shelter" }] as const)(
    "stands on its page, of every shelter, with what it does not tell ($siteKind)",
    async (options) => {
      const app = renderApp(options);
      const id = await openReport(app);
      const region = await section();
      const { coverage } = await app.fake.matches({ of: id });
      expect(coverage.length).toBeGreaterThan(2);
      const own = options.siteKind === "shelter" ? 1 : 0;
      expect(
        within(region)
          .getAllByRole("term")
          .map(({ textContent }) => textContent),
      ).toEqual(coverage.map(({ name }) => name));
      expect(wordsOf(region, coverage[own]!.name)).toMatch(/^la tiene; comparada el .+, \d\d:00–\d\d:00$/u);
      expect(wordsOf(region, coverage[own + 1]!.name)).toBe(
        t.matches.coverage.says(t.matches.coverage.notHeld, t.matches.comparedNever),
      );
      expect(within(region).getByText(t.matches.coverage.blind)).toBeShown();
    },
  );

  it("is asked again when a house says something new", async () => {
    const app = renderApp({ siteKind: "advocates" });
    const id = await openReport(app);
    const region = await section();
    const before = await app.fake.matches({ of: id });
    const last = before.coverage.at(-1)!;
    expect(wordsOf(region, last.name)).toContain(t.matches.comparedNever);
    app.fake.finding.saidBy = Infinity;
    app.fake.raise({ kind: "peers" });
    await waitFor(() => {
      expect(wordsOf(region, last.name)).toMatch(/^la tiene; comparada el/u);
    });
  });

  it("is not told of a report that is closed, and of guests", async () => {
    const app = renderApp();
    const id = await openReport(app);
    await section();
    await app.fake.edit(id, { status: "closed" });
    await waitFor(() => {
      expect(screen.queryByRole("region", { name: t.matches.compared })).toBeNull();
    });
    const [guest] = await app.fake.list("guest");
    await goTo(`/registro/${guest!.id}`);
    await screen.findByRole("heading", { name: guest!.title });
    expect(screen.queryByRole("region", { name: t.matches.compared })).toBeNull();
  });

  it("goes on while the house is open, whoever looks at what", async () => {
    const { fake } = renderApp();
    await screen.findByRole("navigation");
    await waitFor(() => {
      expect(fake.finding.isComparing).toBe(true);
    });
  });
});
