/** Looks at a page on a telephone, a tablet and a laptop; takes pictures where VEREDA_PICTURES names a folder for them. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { sidewaysOf, violationsOf } from "./axe.ts";
import { growToPage, WIDTHS } from "./walk.ts";

const HEIGHT = 800;

/** Nothing scrolls sideways and axe finds nothing, at any width. The screen is left at the widest. */
export async function inspectPage(page: Page, name: string): Promise<void> {
  const folder = process.env["VEREDA_PICTURES"];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    expect(await sidewaysOf(page)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    if (folder === undefined) continue;
    await growToPage(page);
    await page.screenshot({ path: join(folder, `${name}-${String(width)}.png`) });
  }
}
