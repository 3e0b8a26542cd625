/** Figures of the house as a file: counts by month for donors and reports, of nobody in particular. */
import { createSignal, Show } from "solid-js";
import { useApp } from "../app-context.ts";
import { language, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { TextField } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { saveFile } from "../save-file.ts";

/** What is left empty is left to the engine: the last twelve months that are over. */
const given = (month: string): string | undefined => (month.trim() === "" ? undefined : month.trim());

export function FiguresCard() {
  const app = useApp();
  const [from, setFrom] = createSignal("");
  const [to, setTo] = createSignal("");
  const [done, setDone] = createSignal(false);
  const form = createForm({
    check: () => [],
    send: async () => {
      setDone(false);
      const bytes = await app.engine.exportFigures({ from: given(from()), to: given(to()) }, language());
      saveFile(bytes, { ending: "csv", type: "text/csv" });
      setDone(true);
    },
  });
  return (
    <section class="card" aria-labelledby="figures-title">
      <h2 id="figures-title">{t().settings.figuresTitle}</h2>
      <p>{t().settings.figuresText}</p>
      <p class="hint">{t().settings.figuresHidden}</p>
      <Form state={form}>
        <TextField
          id="field-figures-from"
          type="month"
          optional
          label={t().settings.figuresFrom}
          hint={t().settings.figuresHint}
          value={from()}
          onValue={setFrom}
        />
        <TextField
          id="field-figures-to"
          type="month"
          optional
          label={t().settings.figuresTo}
          value={to()}
          onValue={setTo}
        />
        <div class="actions">
          <Button type="submit" busy={form.busy()} busyText={t().settings.exporting}>
            {t().settings.figuresButton}
          </Button>
        </div>
      </Form>
      <Show when={done()}>
        <Notice kind="ok" role="status">
          {t().settings.exportDone}
        </Notice>
      </Show>
    </section>
  );
}
