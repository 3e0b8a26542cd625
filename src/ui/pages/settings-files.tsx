/** Files in (CSV, Excel, PFIF) and out (CSV), with names in them. A file with mistakes brings in the rest and names them. */
import { createSignal, For, Show } from "solid-js";
import type { FileFormat, ImportReport } from "#engine";
import { wordImportCode } from "#i18n";
import { useApp, useMember } from "../app-context.ts";
import { f, language, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Choices } from "../parts/field.tsx";
import { FileField } from "../parts/file-field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { saveFile } from "../save-file.ts";

/** The engine refuses larger ones unread. */
const LARGEST_FILE = 32 * 1024 * 1024;
/** More mistakes than these are counted, not listed. */
const MOST_LISTED = 50;

type ListKind = "report" | "guest";

/** An old .xls is no .xlsx, and told so in these words. */
function formatOf({ name }: File): FileFormat {
  if (/\.(?:xml|pfif)$/iu.test(name)) return "pfif";
  return /\.xlsx?$/iu.test(name) ? "xlsx" : "csv";
}

function Outcome(props: { readonly report: ImportReport }) {
  const inside = () => props.report.imported + props.report.updated + props.report.skipped;
  const where = (error: ImportReport["errors"][number]): string =>
    t().settings.importErrorAt(f().number(error.line), error.record);
  return (
    <>
      <Notice kind={inside() > 0 ? "ok" : "warn"} role="status">
        <Show when={inside() > 0} fallback={t().settings.importNothing}>
          {t().settings.importDone(
            f().number(props.report.imported),
            f().number(props.report.updated),
            f().number(props.report.skipped),
          )}
        </Show>
      </Notice>
      <Show when={props.report.errors.length > 0}>
        <div class="stack stack-tight">
          <h3>{t().settings.importErrors(props.report.errors.length)}</h3>
          <ul class="items">
            <For each={props.report.errors.slice(0, MOST_LISTED)}>
              {(error) => (
                <li class="item">
                  <span class="item-open">
                    <strong>{where(error)}</strong>
                    <span>{wordImportCode(t(), error)}</span>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </>
  );
}

export function ImportCard() {
  const app = useApp();
  const member = useMember();
  const [kind, setKind] = createSignal<ListKind>("report");
  const [file, setFile] = createSignal<File | null>(null);
  const [report, setReport] = createSignal<ImportReport | null>(null);
  const form = createForm({
    check: () => {
      const chosen = file();
      if (chosen === null) return [{ field: "field-file", text: t().settings.importNeedFile }];
      return chosen.size > LARGEST_FILE ? [{ field: "field-file", text: t().settings.importTooBig }] : [];
    },
    send: async () => {
      const chosen = file();
      if (chosen === null) return;
      setReport(null);
      const bytes = new Uint8Array(await chosen.arrayBuffer());
      setReport(await app.engine.importFile({ bytes, format: formatOf(chosen), kind: kind() }));
    },
  });
  return (
    <section class="card" aria-labelledby="import-title">
      <h2 id="import-title">{t().settings.importTitle}</h2>
      <p>{t().settings.importText}</p>
      <Form state={form}>
        <Show when={member()?.siteKind === "shelter"}>
          <Choices
            id="field-import-kind"
            column
            label={t().settings.importKind}
            value={kind()}
            onValue={setKind}
            options={[
              { value: "report", label: t().settings.importReports },
              { value: "guest", label: t().settings.importGuests },
            ]}
          />
        </Show>
        <FileField
          id="field-file"
          label={t().settings.importFile}
          hint={t().settings.importFileHint}
          error={form.errorOf("field-file")}
          accept=".csv,.xlsx,.xml,.pfif,text/csv,application/xml,text/xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          file={file()}
          onFile={setFile}
        />
        <div class="actions">
          <Button type="submit" busy={form.busy()} busyText={t().settings.importing}>
            {t().settings.importButton}
          </Button>
        </div>
      </Form>
      <Show when={report()}>{(done) => <Outcome report={done()} />}</Show>
    </section>
  );
}

export function ExportCard() {
  const app = useApp();
  const member = useMember();
  const [kind, setKind] = createSignal<ListKind>("report");
  const [done, setDone] = createSignal<{ readonly leftOut: number } | null>(null);
  const form = createForm({
    check: () => [],
    send: async () => {
      setDone(null);
      const { bytes, leftOut } = await app.engine.exportCsv(kind(), language());
      saveFile(bytes, { ending: "csv", type: "text/csv" });
      setDone({ leftOut });
    },
  });
  const options = () => [
    { value: "report" as const, label: t().settings.exportReports },
    ...(member()?.siteKind === "shelter"
      ? [{ value: "guest" as const, label: t().settings.exportGuests }]
      : []),
  ];
  return (
    <section class="card" aria-labelledby="export-title">
      <h2 id="export-title">{t().settings.exportTitle}</h2>
      <Notice kind="warn">
        <p>{t().settings.exportText}</p>
      </Notice>
      <Form state={form}>
        <Choices<ListKind>
          id="field-export-kind"
          column
          label={t().settings.exportKind}
          value={kind()}
          onValue={setKind}
          options={options()}
        />
        <div class="actions">
          <Button type="submit" busy={form.busy()} busyText={t().settings.exporting}>
            {t().settings.exportButton}
          </Button>
        </div>
      </Form>
      <Show when={done()}>
        {(list) => (
          <Notice kind="ok" role="status">
            <p>{t().settings.exportDone}</p>
            <Show when={list().leftOut > 0}>
              <p>{t().settings.exportLeftOut(list().leftOut)}</p>
            </Show>
          </Notice>
        )}
      </Show>
    </section>
  );
}
