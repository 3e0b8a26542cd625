import { screen, waitFor, within } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import type { RecordId } from "#engine";
import { goTo, renderApp, t } from "../support/render-app.tsx";

const SITE = "aaaqeayeaudaocajbifqydiob4";

async function openReport() {
  const app = renderApp({ siteKind: "advocates" });
  const [first] = await app.fake.list("report");
  const report = first!.id;
  await app.fake.edit(report, { proof: { question: "¿Cómo se llamaba el perro?", answer: "Canela" } });
  await goTo(`/registro/${report}`);
  await screen.findByRole("heading", { name: t.answers.title });
  return { ...app, report };
}

it("says that no answer does not mean that nobody is there", async () => {
  await openReport();
  expect(screen.getByText(t.answers.none)).toBeShown();
});

it("shows what was answered, what the family expects, and a message that names nobody", async () => {
  const { fake, report } = await openReport();
  const { title } = (await fake.list("report")).find(({ id }) => id === report)!;
  fake.answered({
    ...{ id: "a1" as RecordId, report, site: SITE as never, siteName: "Casa Oaxaca" },
    ...{ said: "alive", on: "2026-11-21", place: null, message: "Que llama el domingo", proof: "Canela" },
  });
  const answer = (await screen.findByText(t.answers.noPlace)).closest("li")!;
  expect(within(answer).getByText(t.answers.proofGiven("Canela"))).toBeShown();
  expect(within(answer).getByText(t.answers.proofExpected("Canela"))).toBeShown();
  const message = answer.querySelector(".to-read")!.textContent;
  expect(within(answer).getByText(t.answers.fromUntold("Casa Oaxaca"))).toBeShown();
  expect(message).toContain("Que llama el domingo");
  expect(message).toContain(t.answers.forFamily.noPlace);
  expect(message).toContain(t.answers.forFamily.careful);
  for (const word of [...title.split(" "), "Oaxaca"]) expect(message).not.toContain(word);
});

it("is closed with why, and opened again", async () => {
  const { user, fake, report } = await openReport();
  screen.getByRole("button", { name: t.record.closeReport }).focus();
  await user.keyboard("{Enter}");
  // by keyboard alone: whatever takes the place of what was pressed has the focus
  const answered = screen.getByRole("radio", { name: t.answers.outcomes.answered });
  await waitFor(() => {
    expect(answered).toHoldFocus();
  });
  await user.keyboard(" {Enter}");
  const reopen = await screen.findByRole("button", { name: t.record.reopenReport });
  await waitFor(() => {
    expect(reopen).toHoldFocus();
  });
  const closing = screen.getByRole("region", { name: t.answers.title });
  expect(closing).toSay(t.answers.outcomes.answered);
  await user.keyboard("{Enter}");
  const close = await screen.findByRole("button", { name: t.record.closeReport });
  await waitFor(() => {
    expect(close).toHoldFocus();
  });
  await waitFor(async () => {
    expect((await fake.show(report)).fields).not.toHaveProperty("outcome");
  });
  expect((await fake.show(report)).fields).toMatchObject({ status: "open" });
});
