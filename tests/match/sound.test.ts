/** Spellings that the ear takes for one another have the same key, and names that it tells apart have two. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { soundOf } from "../../src/match/words/sound.ts";
import { wordOf } from "../../src/match/words/words.ts";
import { oneLetterOf } from "./indexed.ts";

const soundsOf = (pair: readonly string[]): readonly string[] => pair.map((word) => wordOf(word).sound);

const ALIKE: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "b and v": [
    ["Vaca", "Baca"],
    ["Chávez", "Chábez"],
    ["Evelin", "Ebelin"],
  ],
  "s, c and z": [
    ["Zapata", "Sapata"],
    ["Cecilia", "Sesilia"],
    ["Gonzalo", "Gonsalo"],
    ["Velázquez", "Velasques"],
    ["Lucy", "Lusi"],
  ],
  "c, k and qu": [
    ["Carla", "Karla"],
    ["Quique", "Kike"],
    ["Enrique", "Enrike"],
    ["Jacky", "Jaky"],
  ],
  "ll and y": [
    ["Llanos", "Yanos"],
    ["Castillo", "Castiyo"],
    ["Yolanda", "Iolanda"],
  ],
  "h that is not heard": [
    ["Hernández", "Ernandes"],
    ["Óscar", "Hoscar"],
    ["Martha", "Marta"],
    ["Johana", "Joana"],
  ],
  "g and j before e and i": [
    ["Gerardo", "Jerardo"],
    ["Giménez", "Jiménez"],
    ["Virginia", "Birjinia"],
  ],
  "n and m before b and p": [
    ["Enbila", "Embila"],
    ["Canpos", "Campos"],
  ],
  "letters doubled": [
    ["Rossa", "Rosa"],
    ["Enrrique", "Enrique"],
    ["Anna", "Ana"],
  ],
  "Maya tz, dz, q' and x": [
    ["Tzul", "Dzul"],
    ["Tzul", "Tsul"],
    ["Dzib", "Sib"],
    ["Q'anil", "Kanil"],
    ["Xol", "Shol"],
    ["Caal", "Ka'al"],
    ["Xuu'kx", "Xukx"],
  ],
  "Nahua hu, w and tl": [
    ["Huapilla", "Wapilla"],
    ["Nahuat", "Nawat"],
    ["Huehue", "Wewe"],
    ["Xóchitl", "Xochit"],
    ["Uelica", "Huelica"],
  ],
  "Garífuna gü and gua": [
    ["Güity", "Guity"],
    ["Güity", "Guiti"],
    ["Guadalupe", "Wadalupe"],
    ["Gualter", "Walter"],
  ],
  "Haitian ou, oi, eau, ph and th": [
    ["Toussaint", "Tusaint"],
    ["Louis", "Luis"],
    ["Benoit", "Benuat"],
    ["Beaubrun", "Bobrun"],
    ["Beaux", "Bo"],
    ["Joseph", "Josef"],
    ["Philomène", "Filomene"],
    ["Théodore", "Teodore"],
  ],
  "sch and sh": [["Schuler", "Shuler"]],
};

const APART: readonly (readonly [string, string])[] = [
  ["Gómez", "Lómez"],
  ["Guerra", "Gerra"],
  ["Miguel", "Mijel"],
  ["Chávez", "Sávez"],
  ["Casa", "Cesa"],
  ["Gala", "Jala"],
  ["Quino", "Chino"],
  ["Xol", "Sol"],
  ["Luis", "Luz"],
  ["María", "Mario"],
  ["Juan", "Juana"],
  ["Hugo", "Wgo"],
  ["Caal", "Cali"],
  ["Enzo", "Emzo"],
  ["Antoine", "Antuane"],
  ["Tino", "Dino"],
];

describe("sounds alike", () => {
  const pairs = Object.entries(ALIKE).flatMap(([why, words]) =>
    words.map(([one, other]) => [why, one, other] as const),
  );
  test.each(pairs)("%s: %s, %s", (_, one, other) => {
    const [key, same] = soundsOf([one, other]);
    expect(key).toBe(same);
    expect(key).not.toBe("");
  });
});

describe("sounds apart", () => {
  test.each(APART)("%s, %s", (one, other) => {
    const [key, another] = soundsOf([one, other]);
    expect(key).not.toBe(another);
  });
});

describe("every word", () => {
  const letters = fc.string({
    unit: oneLetterOf("abcdeghijklmnopqrstuvxyz"),
    minLength: 1,
    maxLength: 12,
  });

  test("has a key, also where nothing of it sounds, and no key grows", () => {
    expect(soundOf("h")).toBe("h");
    expect(soundOf("hh")).toBe("hh");
    fc.assert(
      fc.property(letters, (word) => {
        const sound = soundOf(word);
        expect(sound).not.toBe("");
        expect(sound.length).toBeLessThanOrEqual(word.length);
      }),
    );
  });

  test("keeps its key where b is written for v, and where a vowel has an accent", () => {
    fc.assert(
      fc.property(letters, (word) => {
        expect(soundOf(word.replaceAll("v", "b"))).toBe(soundOf(word));
        expect(wordOf(word.replaceAll("a", "á").replaceAll("u", "ü")).sound).toBe(soundOf(word));
      }),
    );
  });
});
