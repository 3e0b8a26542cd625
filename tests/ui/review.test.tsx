/** Records to be looked at again, in the settings of whoever may erase. */
import axe from "axe-core";
import { screen, waitFor, within } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { goTo, renderApp, t } from "../support/render-app.tsx";

const WORDS = t.review;

async function openSettings(role: "coordinator" | "staff" = "coordinator") {
  const app = renderApp({ role });
  await goTo("/ajustes");
  await screen.findByRole("heading", { name: t.settings.title });
  return app;
}

it("lists what came to rest with its name masked; kept on, it is gone from the list, and a reader hears until when", async () => {
  const { user, fake, container } = await openSettings();
  const [report] = await fake.list("report");
  const since = Date.UTC(2025, 1, 2);
  fake.atRest.push({ id: report!.id, kind: "report", title: report!.title, since, dueSince: since });
  fake.raise({ kind: "records", ids: [report!.id] });
  const card = within(await screen.findByRole("region", { name: WORDS.title }));
  await user.click(await card.findByText(WORDS.count(1)));
  expect(card.queryByText(new RegExp(report!.title, "u"))).toBeNull();
  expect(card.getByRole("link", { name: new RegExp(WORDS.kinds.report, "u") })).toBeShown();
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await user.click(card.getByRole("button", { name: WORDS.keep }));
  await waitFor(async () => {
    expect(await fake.reviews()).toEqual([]);
  });
  expect(await card.findByText(WORDS.none)).toBeShown();
});

it("is not for who may not erase", async () => {
  await openSettings("staff");
  expect(screen.queryByRole("region", { name: WORDS.title })).toBeNull();
});
