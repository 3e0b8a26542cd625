/** Words as text engines get them: lower case, without accents and apostrophes. */

export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['\u2018\u2019\u02BC`\u00B4]/gu, "")
    .toLowerCase();

export const foldedWords = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
