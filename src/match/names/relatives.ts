/**
 * The name in what is said of a relative or companion: "su hermana menor Ana Xol (viaja con él)" is Ana Xol, and "su
 * hermana menor" names nobody. Two people who each have a sister share nothing by it.
 */
import { type NamePart, namePartsOf } from "./names.ts";

const PARENTHESES = /\([^)]*\)?/gu;

/** Words that say what somebody is to the person, and those around them; folded. */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    "su sus mi mis un una unos unas dos tres cuatro con el ella menor mayor pequeno pequena recien nacido nacida bebe " +
    "hijo hija hijos hijas hijito hijita hermano hermana hermanos hermanas hermanito hermanita gemelo gemela " +
    "mama papa madre padre papas padres padrastro madrastra hijastro hijastra hermanastro hermanastra " +
    "esposo esposa marido mujer companero companera pareja novio novia conyuge primo prima primos primas " +
    "tio tia tios tias abuelo abuela abuelos nieto nieta sobrino sobrina sobrinos sobrinas cunado cunada suegro suegra " +
    "yerno nuera padrino madrina ahijado ahijada compadre comadre amigo amiga amigos amigas vecino vecina vecinos " +
    "familia familiar familiares conocido conocida acompanante acompanantes viaja viajaba viajan juntos " +
    "his her their my son daughter brother sister mother father mom dad wife husband partner cousin uncle aunt " +
    "grandmother grandfather nephew niece friend baby younger older little big " +
    "fre se manman papa pitit madanm mari kouzen kouzin zanmi frere soeur mere pere fils fille femme"
  ).split(" "),
);

/** The words of a relative's name; none where only the relation is told. */
export const relativeParts = (text: string): readonly NamePart[] =>
  namePartsOf(text.replace(PARENTHESES, " ")).filter(({ word }) => !NO_NAMES.has(word.folded));
