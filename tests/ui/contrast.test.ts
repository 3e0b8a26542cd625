import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const CSS = readFileSync(join(import.meta.dirname, "../../src/ui/styles/tokens.css"), "utf8");

type Tokens = ReadonlyMap<string, string>;

function tokensIn(selector: string): Tokens {
  const start = CSS.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no tokens for ${selector}`);
  const block = CSS.slice(start, CSS.indexOf("}", start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/gu)].map((found) => [found[1] ?? "", found[2] ?? ""]),
  );
}

const channel = (hex: string): number => {
  const value = parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const luminance = (color: string): number =>
  0.2126 * channel(color.slice(1, 3)) +
  0.7152 * channel(color.slice(3, 5)) +
  0.0722 * channel(color.slice(5, 7));

/** The ratio of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const SURFACES = ["page", "panel", "sunk"];
const BODY = 7;
const TEXT = 4.5;
const SHAPE = 3;

/** What is drawn on what, and how much it must stand out. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...SURFACES.flatMap((surface) => [
    ["text", surface, BODY] as const,
    ["text-2", surface, BODY] as const,
    ["border", surface, SHAPE] as const,
  ]),
  ...["link", "ok", "warn", "error", "protect", "primary"].flatMap((ink) => [
    [ink, "page", TEXT] as const,
    [ink, "panel", TEXT] as const,
  ]),
  ...["ok", "warn", "error", "info", "protect"].flatMap((ink) => [
    [ink, `${ink}-tint`, TEXT] as const,
    ["text", `${ink}-tint`, BODY] as const,
  ]),
  ["on-primary", "primary", BODY],
  ["on-primary", "primary-hover", BODY],
];

function failuresOf(tokens: Tokens): readonly string[] {
  return PAIRS.flatMap(([ink, ground, least]) => {
    const ratio = contrast(tokens.get(ink) ?? "", tokens.get(ground) ?? "");
    return ratio >= least ? [] : [`${ink} on ${ground}: ${ratio.toFixed(2)} < ${String(least)}`];
  });
}

/** Wherever focus lands, one of the two rings stands out from what is behind it. */
const ringFailures = (tokens: Tokens): readonly string[] =>
  [...SURFACES, "primary"].filter((ground) => {
    const behind = tokens.get(ground) ?? "";
    const ratios = ["ring", "ring-2"].map((ring) => contrast(tokens.get(ring) ?? "", behind));
    return Math.max(...ratios) < SHAPE;
  });

const light = tokensIn(":root");
const themes: readonly (readonly [string, Tokens])[] = [
  ["light", light],
  ["dark", new Map([...light, ...tokensIn(':root[data-theme="dark"]')])],
  ["sun", new Map([...light, ...tokensIn(':root[data-theme="sun"]')])],
];

describe("the formula", () => {
  it("gives what WCAG gives", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });
});

describe.each(themes)("the %s theme", (_, tokens) => {
  it("keeps text, borders and icons readable on every ground", () => {
    expect(failuresOf(tokens)).toEqual([]);
  });

  it("shows the focus on every ground", () => {
    expect(ringFailures(tokens)).toEqual([]);
  });

  it("would be caught with a faint text or a faint ring", () => {
    expect(failuresOf(new Map([...tokens, ["text", "#999999"], ["page", "#aaaaaa"]]))).not.toEqual([]);
    const page = tokens.get("page") ?? "";
    expect(ringFailures(new Map([...tokens, ["ring", page], ["ring-2", page]]))).toContain("page");
  });
});

describe("the sun theme", () => {
  it("has neither greys nor tints", () => {
    const sun = new Map(themes[2]?.[1]);
    for (const tint of ["ok-tint", "warn-tint", "error-tint", "info-tint", "protect-tint", "panel", "page"])
      expect(sun.get(tint)).toBe("#ffffff");
    expect(sun.get("border")).toBe("#000000");
  });
});
