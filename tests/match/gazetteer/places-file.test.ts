/** The file of places is what the script makes of the package, and the tables beside it fit it. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { allCities, PLACES_FILE, placesText } from "../../../scripts/make-gazetteer.mjs";
import { DEPARTMENTS } from "../../../src/match/gazetteer/departments.ts";
import { createGazetteer } from "../../../src/match/gazetteer/index.ts";
import { placesOf } from "../../../src/match/gazetteer/place.ts";
import data from "../../../src/match/gazetteer/places.json";
import { POPULAR_NAMES } from "../../../src/match/gazetteer/popular-names.ts";

const committed = readFileSync(PLACES_FILE, "utf8");
const places = placesOf(data);
const codeOf = (department: number): string => DEPARTMENTS[department]!.code;

test("is made by npm run gazetteer and by nobody else", () => {
  expect(placesText(allCities()) === committed).toBe(true);
});

test("is small enough to come with the page", () => {
  expect(committed.length).toBeLessThan(350_000);
  expect(gzipSync(committed).length).toBeLessThan(150_000);
});

test("names who made the list", () => {
  expect(data.source).toMatch(/GeoNames.*CC BY 4\.0/u);
});

test("has what the package has of the countries that must be complete", () => {
  const of = (country: string) => allCities().filter((city) => city.country === country).length;
  const kept = (country: string) => places.filter((place) => place.country === country).length;
  for (const country of ["MX", "GT", "HN", "SV", "NI"]) {
    expect(of(country)).toBeGreaterThan(90);
    // what is listed twice is there once
    expect(kept(country)).toBeGreaterThan(of(country) * 0.98);
  }
});

test("every department of the file has a name, and every name a department of the file", () => {
  const inFile = data.departments.map((line) => line.slice(0, 4));
  const named = DEPARTMENTS.map(({ code }) => code);
  expect([...named].sort()).toEqual([...inFile].sort());
  expect(new Set(named).size).toBe(named.length);
});

test("every town that people call otherwise is in the file", () => {
  const inFile = new Set(places.map(({ name, department }) => `${codeOf(department)} ${name}`));
  expect(
    POPULAR_NAMES.map(({ code, town }) => `${code} ${town}`).filter((town) => !inFile.has(town)),
  ).toEqual([]);
});

test("larger towns come first in their department", () => {
  const before = new Map<number, number>();
  const uncounted = 300;
  for (const { department, population } of places) {
    expect(population).toBeGreaterThan(0);
    expect(population).toBeLessThanOrEqual(Math.max(uncounted, before.get(department) ?? Infinity));
    before.set(department, population);
  }
});

test("a place is read with its names, its inhabitants and where it lies", () => {
  const read = placesOf({
    source: "",
    departments: ["HN06 1550,-8802 San Pedro Sula 4900,0,0|Choloma/El Choloma 0,11,-7"],
  });
  expect(read.map(({ department, ...place }) => ({ ...place, department: codeOf(department) }))).toEqual([
    {
      id: 0,
      name: "San Pedro Sula",
      otherNames: [],
      country: "HN",
      department: "HN06",
      population: 490_000,
      lat: 15.5,
      lon: -88.02,
    },
    {
      id: 1,
      name: "Choloma",
      otherNames: ["El Choloma"],
      country: "HN",
      department: "HN06",
      population: 300,
      lat: 15.61,
      lon: -88.09,
    },
  ]);
});

test("a gazetteer of another list knows that list", () => {
  const two = createGazetteer({ source: "", departments: ["HN06 1550,-8802 Aquí 10,0,0|Allá 5,0,0"] });
  expect(two.locate({ town: "alla" }).places.map(({ name }) => name)).toEqual(["Allá"]);
  expect(two.locate({ town: "San Pedro Sula" }).places).toEqual([]);
});

test.each(["", "HN06", "XX01 1,2 Nowhere 3,0,0", "HN06 1550,-8802 without numbers"])(
  "a line that is none is left out: «%s»",
  (line) => {
    expect(placesOf({ source: "", departments: [line] })).toEqual([]);
  },
);
