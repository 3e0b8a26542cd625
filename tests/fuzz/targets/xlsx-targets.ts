/** Excel lists: the archive as a whole, and the parts inside, which mutations of packed bytes hardly ever reach. */
import { strFromU8, strToU8, zipSync } from "fflate";
import { readXlsxGuests } from "#formats";
import { partsOf, sheetXml } from "../../support/xlsx-file.ts";
import type { Target } from "../target.ts";

/** Fixed, so that every process makes the same seeds. */
const MADE = new Date(Date.UTC(2026, 10, 23, 12));
const pack = (parts: ReturnType<typeof partsOf>): Uint8Array => zipSync(parts, { mtime: MADE });

const HEAD = ["nombre", "edad", "sexo", "llegada"].map(
  (text, at) => `<c r="${"ABCD"[at] ?? "A"}1" t="inlineStr"><is><t>${text}</t></is></c>`,
);
const SHEET = sheetXml(
  `<row r="1">${HEAD.join("")}</row>` +
    `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>27</v></c><c r="C2" t="str"><f>A1</f><v>M</v></c><c r="D2" s="1"><v>46348</v></c></row>` +
    `<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="e"><v>#N/A</v></c><c r="C3" t="b"><v>1</v></c></row>`,
);
const STRINGS = ["Mikal Prueba", "Ana & Eva"];

/** What the library reads beside the sheet. */
const PARTS = [
  "xl/worksheets/sheet1.xml",
  "xl/sharedStrings.xml",
  "xl/styles.xml",
  "xl/workbook.xml",
] as const;

const textOf = (part: string): string => {
  const bytes = partsOf([SHEET], STRINGS)[part];
  return bytes instanceof Uint8Array ? strFromU8(bytes) : "";
};

const take = async (bytes: Uint8Array): Promise<boolean> => {
  await readXlsxGuests(bytes);
  return true;
};

const words = [
  ...["<c", '<c r="', ' r="XFD1048576"', ' r="A200000"', ' r="A0"', ' t="s"', ' t="d"', ' t="e"', ' s="1"'],
  ...["<v>", "</v>", "<row", "<row>", "<f>", "<is><t>", "<si>", "<t/>", "&#x1F600;", "&lt;", "&nada;"],
  ...[
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE a [",
    "<?xml",
    "1e308",
    "-1",
    "99999999999",
    "2026-11-23T00:00:00",
  ],
  ...['rId1"', "../../", 'numFmtId="14"', "yyyy-mm-dd"],
].map((word) => strToU8(word));

const archive: Target = {
  name: "xlsx-archive",
  share: 3,
  seeds: () => [
    pack(partsOf([SHEET], STRINGS)),
    zipSync(partsOf([SHEET], STRINGS), { mtime: MADE, level: 0 }),
  ],
  take,
};

const inside: readonly Target[] = PARTS.map((part) => ({
  name: `xlsx-${part.slice(part.lastIndexOf("/") + 1, -".xml".length).toLowerCase()}`,
  share: 3,
  seeds: () => [strToU8(textOf(part))],
  words,
  take: (input) => take(pack({ ...partsOf([SHEET], STRINGS), [part]: input })),
}));

export const XLSX_TARGETS: readonly Target[] = [archive, ...inside];
