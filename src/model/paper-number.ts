/**
 * Whether a text holds the number of somebody's papers. No record has a field for one: it opens other registers, and helps
 * nobody find anybody. Notes get them all the same, so whoever types is told at once; nothing is refused, because a number may
 * be all that a consulate asks for. Telephones are not taken for papers.
 *
 * Formats: CURP, RFC and voter's key (Mexico), DPI (Guatemala) and identidad (Honduras) of 13 digits, DUI (El Salvador), cédula
 * (Nicaragua), cédula with its letter (Venezuela), A-number (United States); any other number of six digits or more that
 * stands right behind the name of a paper.
 */
import { fold } from "./text.ts";

const SHAPES: readonly RegExp[] = [
  // CURP
  /\b[a-z]{4}\d{6}[hmx][a-z]{5}[a-z\d]\d\b/u,
  // voter's key
  /\b[a-z]{6}\d{8}[hm]\d{3}\b/u,
  // RFC of a person
  /\b[a-z]{4}\d{6}[a-z\d]{3}\b/u,
  // DPI and identidad; with a plus before it is a telephone
  /(?<![+\d])(?:\d{4}[ -]?\d{5}[ -]?\d{4}|\d{4}[ -]?\d{4}[ -]?\d{5})(?!\d)/u,
  // DUI
  /(?<!\d)\d{8}-\d(?!\d)/u,
  // cédula of Nicaragua
  /(?<!\d)\d{3}-?\d{6}-?\d{4}[a-z]\b/u,
  // cédula of Venezuela
  /\b[ve]-\d{7,8}\b/u,
  // A-number
  /\ba[ -]?\d{8,9}\b/u,
  // behind the name of a paper
  /\b(?:pasaporte|passport|curp|dpi|cui|dui|ine|cedula|carne|carnet|identidad|visa|licencia)\b[^\p{L}\d]{0,6}(?:(?:de identidad|numero|num|no|nro|n)\b[^\p{L}\d]{0,4}){0,2}[a-z]{0,3}-?\d(?:[ .-]?\d){5,}/u,
];

/** True where the text holds what looks like the number of a paper. */
export function hasPaperNumber(text: string): boolean {
  const plain = fold(text);
  return SHAPES.some((shape) => shape.test(plain));
}
