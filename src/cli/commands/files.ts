/** `import` and `export`: records from and to the files of others. */
import type { FiguresPeriod, FileFormat, ImportReport } from "#engine";
import { UsageError } from "../failure.ts";
import { fileBytes } from "../file-bytes.ts";
import { importWords } from "../import-words.ts";
import type { Outcome } from "../output.ts";
import type { Runner } from "../runner.ts";
import type { Place } from "./command.ts";

const IMPORT_FORMATS: readonly FileFormat[] = ["csv", "xlsx", "pfif"];
const EXPORT_FORMATS = ["csv", "figures"] as const;
const IMPORT_KINDS = ["report", "guest"] as const;
const EXPORT_KINDS = ["report", "guest"] as const;

interface ImportOptions {
  readonly format: FileFormat;
  readonly kind: (typeof IMPORT_KINDS)[number];
}

function importOutcome(runner: Runner, report: ImportReport): Outcome {
  const { cli } = runner.wording;
  const { imported, updated, skipped } = report;
  const errors = report.errors.map((error) => ({
    record: error.record,
    line: error.line,
    message: importWords(runner.wording, error.code, error.field),
  }));
  const none = imported + updated + skipped === 0 && errors.length > 0;
  return {
    data: { imported, updated, skipped, errors },
    lines: () => [
      cli.imported({ imported, updated, skipped }),
      ...errors.map(({ record, line, message }) => `${cli.importWhere(record, line)}: ${message}`),
    ],
    ...(none ? { failed: cli.nothingImported } : {}),
  };
}

async function importFile(runner: Runner, path: string, { format, kind }: ImportOptions): Promise<void> {
  const bytes = await fileBytes(runner, path);
  await runner.inVault(async (engine) =>
    importOutcome(runner, await engine.importFile({ bytes, format, kind })),
  );
}

interface ExportOptions extends FiguresPeriod {
  readonly format: (typeof EXPORT_FORMATS)[number];
  readonly kind?: (typeof EXPORT_KINDS)[number];
}

/** What is asked of the other form is a slip, and not passed over: a list where figures were meant has names in it. */
function checkForm({ wording: { cli } }: Runner, { format, kind, from, to }: ExportOptions): void {
  const isOther = format === "figures" ? kind !== undefined : (from ?? to) !== undefined;
  if (isOther) throw new UsageError(cli.usage.exportForm);
}

async function exportFile(runner: Runner, asked: ExportOptions): Promise<void> {
  const { host, language } = runner;
  const { format, kind = "report", from, to } = asked;
  checkForm(runner, asked);
  await runner.inVault(async (engine) => {
    if (format === "figures") {
      const data = await engine.figures({ from, to });
      return { data, file: await engine.exportFigures({ from, to }, language), lines: () => [] };
    }
    // a list is what this command prints, in every form
    const { bytes, leftOut } = await engine.exportCsv(kind, language);
    if (leftOut > 0) host.note(`${runner.wording.shared.settings.exportLeftOut(leftOut)}\n`);
    await host.print(bytes);
    return null;
  });
}

export function addFiles({ program, runner, read }: Place): void {
  const { commands, options, arguments: names } = runner.wording.cli;
  program
    .command("import")
    .description(commands.import)
    .argument("<file>", names.file)
    .requiredOption("--format <format>", options.importFormat, read.choice("--format", IMPORT_FORMATS))
    .option("--kind <kind>", options.importKind, read.choice("--kind", IMPORT_KINDS), "report")
    .action((path: string, given: ImportOptions) => importFile(runner, path, given));
  program
    .command("export")
    .description(commands.export)
    .requiredOption("--format <format>", options.exportFormat, read.choice("--format", EXPORT_FORMATS))
    .option("--kind <kind>", options.exportKind, read.choice("--kind", EXPORT_KINDS))
    .option("--from <month>", options.figuresFrom, read.notEmpty("--from"))
    .option("--to <month>", options.figuresTo, read.notEmpty("--to"))
    .action((given: ExportOptions) => exportFile(runner, given));
}
