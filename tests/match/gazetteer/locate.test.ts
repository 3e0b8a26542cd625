/** What written places mean: names as people type them, and the places and departments that they are. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "../../model/any-text.ts";
import { departmentsIn, gazetteer, located, placesIn } from "./route.ts";

describe("a town is found", () => {
  test.each([
    ["by its name", "San Pedro Sula", "San Pedro Sula HN06"],
    ["without accents and in capitals", "COMITAN DE DOMINGUEZ", "Comitán de Domínguez MX05"],
    ["without its little words", "Santa Rosa Copan", "Santa Rosa de Copán HN05"],
    ["without its article", "progreso yoro", "El Progreso HN18"],
    ["abbreviated", "Sta. Rosa de Copán", "Santa Rosa de Copán HN05"],
    ["abbreviated, a port", "Pto. Cortes", "Puerto Cortés HN06"],
    ["with or without «Ciudad»", "Cd. Juárez", "Juárez MX06"],
    ["by letters", "SPS", "San Pedro Sula HN06"],
    ["as it is called, Tegus", "Tegus", "Tegucigalpa HN08"],
    ["as it is called, Xela", "Xela", "Quetzaltenango GT13"],
    ["as it is called, Huehue", "huehue", "Huehuetenango GT08"],
    ["as it is called, Reu", "reu", "Retalhuleu GT15"],
    ["as it is called, Toto", "Toto", "Totonicapán GT21"],
    ["as it is called, Guate", "Guate", "Ciudad de Guatemala GT07"],
    ["as it is called, TJ", "TJ", "Tijuana MX02"],
    ["by its first words", "Acapulco", "Acapulco de Juárez MX12"],
    ["by its last words", "Cotzumalguapa", "Santa Lucía Cotzumalguapa GT06"],
    ["by its English name", "Guatemala City", "Ciudad de Guatemala GT07"],
    ["in Kreyòl", "Pòtoprens", "Port-au-Prince HT11"],
    ["in Kreyòl, Okap", "Okap", "Cap-Haïtien HT09"],
    ["in Kreyòl, Gonayiv", "gonayiv", "Gonaïves HT06"],
    ["in Kreyòl, Jakmèl", "Jakmèl", "Jacmel HT13"],
    ["in Spanish, in Haiti", "Puerto Príncipe", "Port-au-Prince HT11"],
  ])("%s: «%s»", (_, town, place) => {
    expect(placesIn(located(town))[0]).toBe(place);
    expect(located(town).how).not.toBe("misspelt");
  });

  test.each([
    ["san pedro zula", "San Pedro Sula HN06"],
    ["sanpedrosula", "San Pedro Sula HN06"],
    ["san pedor sula", "San Pedro Sula HN06"],
    ["tegusigalpa", "Tegucigalpa HN08"],
    ["qetzaltenango", "Quetzaltenango GT13"],
    ["uehuetenango", "Huehuetenango GT08"],
    ["chichicastenago", "Chichicastenango GT14"],
    ["la ceyba", "La Ceiba HN01"],
    ["bluefilds", "Bluefields NI18"],
    ["tapachla", "Tapachula MX05"],
    ["chinandga", "Chinandega NI03"],
  ])("misspelt: «%s»", (town, place) => {
    expect(placesIn(located(town))).toEqual([place]);
    expect(located(town).how).toBe("misspelt");
  });

  test.each([
    ["por San Pedro", "San Pedro Sula HN06"],
    ["cerca de Tela", "Tela HN01"],
    ["municipio de Villanueva", "Villanueva HN06"],
    ["de un pueblito cerca de Santa Bárbara", "Santa Bárbara HN16"],
    ["colonia Kennedy, San Pedro Sula", "San Pedro Sula HN06"],
    ["barrio El Centro, Comayagua", "Comayagua HN04"],
    ["barrio lempira san pedro sula", "San Pedro Sula HN06"],
    ["San Pedro Sula, Cortés", "San Pedro Sula HN06"],
    ["San Pedro Sula (Cortés)", "San Pedro Sula HN06"],
    ["san pedro sula cortes honduras", "San Pedro Sula HN06"],
    ["danli el paraiso", "Danlí HN07"],
    ["San Marcos, Ocotepeque", "San Marcos HN14"],
  ])("with words around it: «%s»", (town, place) => {
    expect(placesIn(located(town, { country: "HN" }))).toEqual([place]);
  });
});

describe("one name, several towns", () => {
  test("all are kept, the likeliest first", () => {
    const places = placesIn(located("San Pedro"));
    expect(places[0]).toBe("San Pedro Sula HN06");
    expect(places).toContain("San Pedro MX07");
    expect(places.length).toBeLessThanOrEqual(6);
    expect(located("San Pedro").country).toBeNull();
  });

  test.each([
    ["Santa Rosa", { country: "HN" }, "Santa Rosa de Copán HN05"],
    ["Santa Rosa", { country: "SV" }, "Santa Rosa de Lima SV07"],
    ["San Marcos", { country: "GT" }, "San Marcos GT17"],
    ["San Marcos", { state: "Ocotepeque" }, "San Marcos HN14"],
    ["San Cristóbal", { state: "chiapas" }, "San Cristóbal de las Casas MX05"],
    ["Jalapa", { country: "NI" }, "Jalapa NI13"],
    ["Guadalupe", { state: "nuevo leon" }, "Guadalupe MX19"],
    ["chinandga", { country: "NI" }, "Chinandega NI03"],
    ["Morelos", { state: "Puebla" }, "Morelos MX21"],
    ["Jáltpan de Morelos", { country: "MX" }, "Jáltipan de Morelos MX30"],
  ])("«%s» in %o", (town, rest, place) => {
    expect(placesIn(located(town, rest))[0]).toBe(place);
  });

  test("a misspelt town is looked for in the country that is stated", () => {
    const everywhere = located("comalap");
    const inGuatemala = located("comalap", { country: "GT" });
    expect(inGuatemala.places.every(({ country }) => country === "GT")).toBe(true);
    expect(placesIn(inGuatemala)).not.toEqual(placesIn(everywhere));
  });

  test("a large town is believed also where another country is stated", () => {
    const location = located("Tapachula", { country: "HN" });
    expect(placesIn(location)).toEqual(["Tapachula MX05"]);
    expect(location.country).toBe("HN");
  });

  test("a village lies in the department of the town that is named after it", () => {
    const location = located("aldea El Achiotal, Tela", { country: "HN" });
    expect(departmentsIn(location)).toEqual(["HN01"]);
    expect(location.town).toBe("achiotal");
    expect(location.how).toBe("short");
  });
});

describe("a town's field that names no town", () => {
  test.each([
    ["Cortés", {}, "HN", ["HN06"]],
    ["cortez", { country: "HN" }, "HN", ["HN06"]],
    ["departamento de Olancho", {}, "HN", ["HN15"]],
    ["olacho", {}, "HN", ["HN15"]],
    ["Petén", {}, "GT", ["GT12"]],
    ["Tabasco", {}, "MX", ["MX27"]],
    ["edomex", {}, "MX", ["MX15"]],
    ["Colón", { country: "HN" }, "HN", ["HN03"]],
    ["Honduras", {}, "HN", []],
    ["hondureño", {}, "HN", []],
    ["El Salvador", {}, "SV", []],
  ])("«%s» in %o", (town, rest, country, departments) => {
    const location = located(town, rest);
    expect(location.country).toBe(country);
    expect(departmentsIn(location)).toEqual(departments);
    expect(location.places).toEqual([]);
    expect(location.town).toBe("");
  });

  test("of the capital's and the country's name, the country that is stated leaves the capital", () => {
    expect(located("Guatemala").country).toBe("GT");
    expect(placesIn(located("Guatemala", { country: "GT" }))).toEqual(["Ciudad de Guatemala GT07"]);
  });

  test("a department of two countries is both until one is stated", () => {
    expect(departmentsIn(gazetteer.locate({ state: "La Paz" }))).toEqual(["HN12", "SV06"]);
    expect(departmentsIn(gazetteer.locate({ state: "La Paz", country: "SV" }))).toEqual(["SV06"]);
  });

  test("a town in the department's field is a town", () => {
    expect(placesIn(gazetteer.locate({ state: "San Pedro Sula", country: "HN" }))).toEqual([
      "San Pedro Sula HN06",
    ]);
  });
});

describe("a village that no list has", () => {
  test("keeps its words and its department", () => {
    const location = located("aldea Los Amatillos del Norte", { state: "Yoro", country: "HN" });
    expect(location.places).toEqual([]);
    expect(location.town).toBe("amatillos norte");
    expect(departmentsIn(location)).toEqual(["HN18"]);
  });

  test("is not a town of another country that has its name", () => {
    expect(located("Trujillo", { country: "PE" }).places).toEqual([]);
    expect(located("Trujillo", { country: "HN" }).places).toHaveLength(1);
  });
});

test("nothing is known of nothing", () => {
  for (const written of [{}, { town: "" }, { town: " ,;. ", state: "", country: "" }])
    expect(gazetteer.locate(written)).toMatchObject({ country: null, departments: [], places: [], town: "" });
});

test("whatever is written, it is read", () => {
  const text = fc.oneof(
    anyText(60),
    fc.constantFrom("San Pedro", "la", "de", "col.", "Cortés, Honduras", "x".repeat(5000)),
  );
  const written = fc.record({ town: text, state: text, country: text }, { requiredKeys: [] });
  fc.assert(
    fc.property(written, (one) => {
      const location = gazetteer.locate(one);
      expect(location.places.length).toBeLessThanOrEqual(6);
      expect(gazetteer.locate(one)).toEqual(location);
    }),
  );
});
