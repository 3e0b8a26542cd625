/** What a pasted search post says, line by line. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFields, readPasted } from "#model";

const POST = `🚨 SE BUSCA 🚨
*Nombre:* Wilmer Canales Ochoa
Edad: 22 años
Nacionalidad: hondureño
Señas particulares: tatuaje de una rosa
Fecha de desaparición: 3 de octubre de 2026
Lugar: Tapachula, Chiapas
Contacto: su mamá Rosa +504 555 0142
Cualquier información es de ayuda www.ejemplo.invalid`;

test("each line that says what it is becomes a field", () => {
  const { told, rest } = readPasted(POST);
  expect(Object.fromEntries(told)).toEqual({
    name: "Wilmer Canales Ochoa",
    age: "22 años",
    country: "HN",
    marks: "tatuaje de una rosa",
    "lastContact.at": "3 de octubre de 2026",
    "lastContact.place": "Tapachula, Chiapas",
    "seeker.name": "su mamá Rosa",
    "seeker.phone": "+504 555 0142",
  });
  expect(rest).not.toContain("www");
});

test("a telephone alone is that of who seeks, and what no label explains is left to be read", () => {
  const { told, rest } = readPasted("Mi hermano Wilmer Canales salió de Choluteca. Llamar al 555 0142 99");
  expect([...told]).toEqual([["seeker.phone", "555 0142 99"]]);
  expect(rest).toContain("Wilmer Canales");
  expect(rest).not.toContain("555");
});

test("a value that no report would take is left out", () => {
  expect([...readPasted("Edad: no sabemos\nNombre: 555 0142 000\nFecha: hace mucho").told.keys()]).toEqual([
    "seeker.phone",
  ]);
});

test("whatever is pasted, what is told makes a report, and the rest holds no telephone", () => {
  const label = fc.constantFrom(
    "Nombre",
    "Edad",
    "País",
    "Tel",
    "Contacto",
    "Fecha",
    "Lugar",
    "otra cosa",
    "__proto__",
  );
  const line = fc.tuple(label, fc.string({ unit: "grapheme" })).map(([name, text]) => `${name}: ${text}`);
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string({ unit: "grapheme" })), { maxLength: 8 }), (lines) => {
      const { told, rest } = readPasted(lines.join("\n"));
      for (const [path, value] of told) {
        const [first = path, second] = path.split(".");
        const fields = second === undefined ? { [first]: value } : { [first]: { [second]: value } };
        expect(parseFields("report", { name: "x", ...fields }).kind).toBe("ok");
      }
      expect(rest).not.toMatch(/\d{7}/u);
    }),
  );
});
