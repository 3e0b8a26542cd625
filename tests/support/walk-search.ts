/** Stops at the search: what is found, why, what was understood, and what is refused. */
import { searchFor, t, visit } from "./house-page.ts";
import type { Stop } from "./walk-stop.ts";

export const STOPS_AT_SEARCH: readonly Stop[] = [
  { name: "buscar", start: "open", go: (page) => visit(page, "search") },
  {
    name: "buscar-resultados",
    start: "open",
    go: async (page) => {
      await searchFor(page, "Francisco Madrid");
      await page
        .getByText(t.search.strengths.much)
        .or(page.getByText(t.search.strengths.some))
        .first()
        .waitFor();
    },
  },
  {
    name: "buscar-razones",
    start: "open",
    go: async (page) => {
      await searchFor(page, "Javier Madril Ulloa 30 Tocoa Honduras");
      await page.getByText(t.reasons.sides.against).first().waitFor();
    },
  },
  {
    name: "buscar-entendido",
    start: "open",
    go: async (page) => {
      await searchFor(
        page,
        "busco a Fransisco Madrid alias Paco 22 años, de Olanchito, visto en marzo 2026 en Tapachula",
      );
      await page.getByRole("button", { name: `${t.search.parts.age}: 22 años` }).waitFor();
      // by the keyboard, from the box: name, nickname, age
      for (const key of ["Tab", "Tab", "Tab", "Space"]) await page.keyboard.press(key);
      await page
        .getByRole("button", { name: t.search.notCounted(`${t.search.parts.age}: 22 años`) })
        .waitFor();
    },
  },
  {
    name: "buscar-nada",
    start: "open",
    go: async (page) => {
      await searchFor(page, "Zacarías Quetzal");
      await page.getByText(t.search.none).first().waitFor();
    },
  },
  {
    name: "buscar-lugar",
    start: "open",
    go: async (page) => {
      await searchFor(page, "Honduras");
      await page.getByText(t.refusals["place-only"]).first().waitFor();
    },
  },
];
