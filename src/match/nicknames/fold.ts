/** Folds what stands in the lists (letters, accents, apostrophes, spaces) as words of names are folded elsewhere. */
export const foldListed = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("'", "").toLowerCase();
