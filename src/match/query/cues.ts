/**
 * Words of a question that are no name: they say what the words after them are ("hijo de", "alias", "tatuaje",
 * "salió"), or nothing at all ("busco", "años", "con"). Knows no person and no place.
 */
import { phraseOf, type QueryWord } from "./words.ts";
import { isParticle } from "../words/words.ts";

/** What words of the text belong to. Of what is told aside only a name is taken, where nobody is named yet. */
export type Part = "name" | "nicknames" | "marks" | "relatives" | "birth" | "leaving" | "seen" | "aside";

export type Cue =
  /** The words after it belong to the part; those of marks are part of it. */
  | { readonly kind: "part"; readonly part: Part }
  /** Somebody of the family: theirs, or, after "busco a mi", who is sought. */
  | { readonly kind: "kin"; readonly sex: string | null; readonly isMine: boolean }
  | { readonly kind: "sex"; readonly sex: string }
  /** Somebody is sought, by whom who is named before it; or whoever asks. */
  | { readonly kind: "seek"; readonly isBySomebody: boolean }
  /** "mi", "my": of whoever asks. */
  | { readonly kind: "mine" }
  /** What was told aside is over. */
  | { readonly kind: "self" }
  /** A place follows; of origin, whatever was told before. */
  | { readonly kind: "place" | "origin" }
  | { readonly kind: "filler" };

const part = (of: Part): Cue => ({ kind: "part", part: of });
const kin = (sex: string | null, isMine = false): Cue => ({ kind: "kin", sex, isMine });

/** Phrases parted by commas. */
const PHRASES: readonly (readonly [Cue, string])[] = [
  [
    part("marks"),
    "tatuaje, tatuajes, tatuada, tatuado, cicatriz, cicatrices, lunar, lunares, diente, dientes, muela, quemadura, marca, " +
      "marcas, cojea, lentes, anteojos, bigote, barba, calvo, pelo, cabello, ojos, oreja, aretes, piercing, protesis, tez, " +
      "tattoo, tattoos, scar, scars, tooth, mole, birthmark, burn, glasses, limp, tatou, tatouage, cicatrice",
  ],
  [
    part("nicknames"),
    "alias, apodo, apodado, apodada, sobrenombre, le dicen, le decian, le dice, les dicen, le llaman, le llamaban, " +
      "conocido como, conocida como, conocido por, conocida por, aka, a k a, known as, nicknamed, nickname, " +
      "yo rele l, surnomme, surnommee",
  ],
  [
    part("name"),
    "se llama, se llamaba, llamado, llamada, nombre, nombres, nombre completo, apellido, apellidos, responde al nombre de, " +
      "named, called, name is, full name, name, rele, appele, appelee, non li se",
  ],
  [
    part("relatives"),
    "acompanado, acompanada, acompanados, junto a, junto con, en compania de, viajaba con, viaja con, viajaban con, iba con, " +
      "venia con, viene con, va con, traveling with, travelling with, traveled with, together with, soy, yo soy, i am",
  ],
  [
    part("birth"),
    "nacio, nacido, nacida, nacio el dia, nacido el dia, nacida el dia, nacimiento, fecha de nacimiento, nac, born, born on, birth, date of birth, dob, fet, dat nesans",
  ],
  [
    part("leaving"),
    "salio, salido, salieron, partio, se fue, desde, left home, left on, left from, departed, since",
  ],
  [
    part("seen"),
    "desaparecio, desaparecido, desaparecida, desaparecieron, extraviado, extraviada, extravio, se perdio, perdido, perdida, " +
      "desaparicion, fecha de desaparicion, visto, vista, vieron, lo vieron, la vieron, vio, ultima, ultimo, ultima vez, llamo, hablo, comunico, comunica, comunicacion, contacto, " +
      "cruzo, llego, estuvo, detenido, detenida, disappeared, last seen, seen, disparet, disparu, disparue",
  ],
  [
    part("aside"),
    "el dia, ese dia, un dia, " +
      "llamar, comunicarse, comuniquese, informes, informacion, cualquier, telefono, tel, cel, celular, whatsapp, numero, " +
      "hacia, rumbo, destino, iba, viajaba, viaja, viajo, cruzar, hace, " +
      "vestia, viste, vestido, vestida, vistiendo, llevaba, lleva, ropa, camisa, camiseta, playera, pantalon, mochila, " +
      "mide, estatura, pesa, denuncia, wearing, wore, heading, going, went, phone, call, contact, clothes",
  ],
  [
    { kind: "seek", isBySomebody: false },
    "busco, busco a, buscamos, buscamos a, buscando, buscando a, se busca, se busca a, estoy buscando, estoy buscando a, " +
      "estamos buscando, estamos buscando a, ando buscando a, quiero encontrar a, necesito encontrar a, ayudenme a encontrar a, " +
      "ayuda para encontrar a, lo busca, la busca, lo buscan, la buscan, looking for, searching for, seeking, missing, " +
      "m ap chache, map chache, ap chache, chache, je cherche, cherche, nous cherchons, recherche",
  ],
  [
    { kind: "seek", isBySomebody: true },
    "busca a, buscan a, esta buscando a, estan buscando a, is looking for, are looking for",
  ],
  [{ kind: "mine" }, "mi, mis, nuestro, nuestra, my, our"],
  [
    kin("male"),
    "hijo, hermano, papa, padre, esposo, marido, primo, tio, abuelo, sobrino, nieto, cunado, suegro, novio, amigo, companero, " +
      "hermanito, hijito, son, brother, father, dad, husband, uncle, nephew, boyfriend, fils, frere, frè, père, tonton",
  ],
  [
    kin("female"),
    "hija, hermana, mama, madre, esposa, prima, tia, abuela, sobrina, nieta, cunada, suegra, novia, amiga, companera, " +
      "hermanita, hijita, daughter, sister, mother, mom, wife, aunt, niece, girlfriend, fille, soeur, sœur, sè, mère, manman, " +
      "madanm, matant",
  ],
  [
    kin("male", true),
    "pitit gason mwen, frè mwen, papa mwen, mari mwen, mon fils, mon frere, mon pere, mon mari",
  ],
  [
    kin("female", true),
    "pitit fi mwen, sè mwen, manman mwen, madanm mwen, ma fille, ma soeur, ma sœur, ma mere, ma femme",
  ],
  [kin(null, true), "pitit mwen"],
  [
    kin(null),
    "hijos, hijas, hermanos, hermanas, primos, padres, papas, pareja, familiar, pariente, conyuge, cousin, kouzen, kouzin, " +
      "partner, parents, pitit, friend",
  ],
  [{ kind: "sex", sex: "male" }, "hombre, muchacho, nino, varon, masculino, senor, man, boy, male, gason"],
  [
    { kind: "sex", sex: "female" },
    "mujer, muchacha, nina, femenino, femenina, senora, senorita, woman, girl, female, fanm",
  ],
  [
    { kind: "self" },
    "tiene, tenia, con edad, edad, presenta, cuenta con, has, had, age, aged, gen, laj, sexo, genero, senas",
  ],
  [
    { kind: "origin" },
    "originario, originaria, oriundo, oriunda, procedente, natural de, vive, vivia, radica, reside, residente, " +
      "nacionalidad, lives, living, sot, soti, habite",
  ],
  [{ kind: "place" }, "en, from, pais, ciudad, municipio, departamento, estado, aldea, barrio, colonia"],
  [
    { kind: "filler" },
    "se, que, quien, quienes, su, sus, un, una, unas, al, es, era, esta, estaba, fue, ser, sido, ha, han, ya, no, " +
      "por, para, pero, cuando, donde, sin, muy, tan, ella, ellos, nos, me, te, este, estos, favor, ayuda, ayudar, ayudenme, " +
      "ayudeme, urgente, urge, persona, personas, familia, familiares, joven, migrante, adolescente, menor, mayor, anos, ano, " +
      "anitos, meses, aproximadamente, aproximado, aprox, alrededor, casi, mas, menos, hola, buenas tardes, buenos dias, buenas noches, buen dia, good morning, particulares, conoce, " +
      "sabe, alguien, saber, sabemos, encontrar, encontrarlo, encontrarla, fecha, aqui, ahi, a los, is, was, he is, " +
      "he was, he has, she, his, her, him, hers, who, please, help, find, an, on, at, about, around, for, with, yo, mwen, te, ki, bebe, and",
  ],
];

const CUES: ReadonlyMap<string, Cue> = new Map(
  PHRASES.flatMap(([cue, phrases]) => phrases.split(", ").map((phrase) => [phrase, cue] as const)),
);
const LONGEST_CUE = 4;

export interface CueAt {
  /** In words. */
  readonly length: number;
  readonly cue: Cue;
}

/** "sè" is a sister where "se" says nothing: as written first. */
const written = ({ raw }: QueryWord): string => raw.toLowerCase().normalize("NFC");

/** The longest cue that these words begin with; null for none. */
export function cueAt(words: readonly QueryWord[]): CueAt | null {
  for (let length = Math.min(LONGEST_CUE, words.length); length > 0; length -= 1) {
    const phrase = words.slice(0, length);
    const cue = CUES.get(phrase.map(written).join(" ")) ?? CUES.get(phraseOf(phrase));
    if (cue !== undefined) return { length, cue };
  }
  return null;
}

/** "de" and "la" stay part of names; the other little words say nothing. */
const JOINING = new Set(["de", "del", "la", "las", "los"]);
export const isJoining = ({ folded }: QueryWord): boolean => JOINING.has(folded);

export const isFiller = (word: QueryWord): boolean => isParticle(word) && !isJoining(word);
