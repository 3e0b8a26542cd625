/** Excel files made by hand, part by part, as spreadsheet programs write them; and as nobody should. */
import { strToU8, zipSync, type Zippable } from "fflate";

const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const MAIN = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A day as Excel counts it, shown as one. */
export interface Day {
  readonly serial: number;
}
export type Cell = string | number | Day | null;

const letter = (at: number): string => String.fromCodePoint(65 + at);

function cellXml(cell: Cell, place: string, strings: string[]): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${String(cell)}</v></c>`;
  if (typeof cell === "object") return `<c r="${place}" s="1"><v>${String(cell.serial)}</v></c>`;
  // every other text stands in the cell itself, as some programs write it
  if (strings.length % 2 === 1) {
    strings.push("");
    return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  }
  strings.push(cell);
  return `<c r="${place}" t="s"><v>${String(strings.length - 1)}</v></c>`;
}

export const sheetXml = (rows: string): string =>
  `${XML}<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`;

function rowsXml(rows: readonly (readonly Cell[])[], strings: string[]): string {
  return rows
    .map((cells, at) => {
      const row = String(at + 1);
      return `<row r="${row}">${cells.map((cell, x) => cellXml(cell, `${letter(x)}${row}`, strings)).join("")}</row>`;
    })
    .join("");
}

/** The parts of a workbook whose sheets are these, in order. */
export function partsOf(sheets: readonly string[], strings: readonly string[] = []): Zippable {
  const names = sheets.map((_, at) => String(at + 1));
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `${XML}<workbook ${MAIN} xmlns:r="${REL}"><sheets>${names
      .map((at) => `<sheet name="Hoja${at}" sheetId="${at}" r:id="rId${at}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map((at) => `<Relationship Id="rId${at}" Type="${REL}/worksheet" Target="worksheets/sheet${at}.xml"/>`)
      .join(
        "",
      )}<Relationship Id="rIdS" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdT" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `${XML}<sst ${MAIN}>${strings.map((one) => `<si><t>${escaped(one)}</t></si>`).join("")}</sst>`,
    "xl/styles.xml": `${XML}<styleSheet ${MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  for (const [at, xml] of sheets.entries()) parts[`xl/worksheets/sheet${String(at + 1)}.xml`] = xml;
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
}

/** A workbook whose sheets hold these rows. */
export function xlsxOf(...sheets: readonly (readonly (readonly Cell[])[])[]): Uint8Array {
  const strings: string[] = [];
  const xml = sheets.map((rows) => sheetXml(rowsXml(rows, strings)));
  return zipSync(partsOf(xml, strings));
}

/** A workbook whose first sheet is this XML. */
export const xlsxWith = (rows: string): Uint8Array => zipSync(partsOf([sheetXml(rows)]));
