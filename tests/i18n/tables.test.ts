import { describe, expect, it } from "vitest";
import { LANGUAGES, textsOf } from "#i18n";
import {
  familiarIn,
  forbiddenIn,
  gapsOf,
  isInfinitive,
  sentencesOf,
  shapeOf,
} from "../support/text-tables.ts";

const es = textsOf("es");

describe("every language", () => {
  it.each(LANGUAGES)("%s has exactly the keys of Spanish", (language) => {
    expect(shapeOf(textsOf(language))).toEqual(shapeOf(es));
  });

  it("would be caught with a key missing or of another form", () => {
    const { lock: _lock, ...rest } = es.shell;
    expect(shapeOf({ shell: rest })).not.toEqual(shapeOf({ shell: es.shell }));
    expect(shapeOf({ shell: { ...es.shell, shift: "Turno" } })).not.toEqual(shapeOf({ shell: es.shell }));
  });

  it.each(LANGUAGES)("%s says something for every key", (language) => {
    const mute = sentencesOf(textsOf(language)).filter(
      ({ text }) => text.trim() === "" || text.includes("undefined"),
    );
    expect(mute).toEqual([]);
  });

  it.each(LANGUAGES)("%s leaves the same gaps to fill as Spanish", (language) => {
    const gaps = (table: unknown) => sentencesOf(table).map(({ path, text }) => [path, gapsOf(text)]);
    expect(gaps(textsOf(language))).toEqual(gaps(es));
  });

  it("would be caught with a gap that was translated", () => {
    expect(gapsOf("The phrase needs {minimum} letters")).not.toEqual(
      gapsOf(es.faults["passphrase-too-short"]),
    );
  });

  it("is another language, not a copy", () => {
    const spanish = new Map(sentencesOf(es).map(({ path, text }) => [path, text]));
    const copied = sentencesOf(textsOf("en")).filter(
      ({ path, text }) =>
        /\p{L}{4}/u.test(text.replace(/\{\w+\}/gu, "")) && text.length > 12 && spanish.get(path) === text,
    );
    expect(copied).toEqual([]);
  });
});

describe("Spanish", () => {
  it("never says a forbidden word", () => {
    const said = sentencesOf(es).flatMap(({ path, text }) =>
      forbiddenIn(text).map((word) => `${path}: ${word}`),
    );
    expect(said).toEqual([]);
  });

  it.each([
    "Todo sincronizado",
    "Está en línea",
    "Todo al día",
    "Nodo caído",
    "3 peers",
    "Valor inválido",
    "Por favor espere",
  ])("would be caught saying «%s»", (text) => {
    expect(forbiddenIn(text)).not.toEqual([]);
  });

  it("addresses nobody as tú or vos", () => {
    const said = sentencesOf(es).flatMap(({ path, text }) =>
      familiarIn(text) === null ? [] : [`${path}: ${text}`],
    );
    expect(said).toEqual([]);
  });

  it.each(["Escribe tu nombre", "Puedes seguir", "Te falta un dato", "¿Qué querés hacer?"])(
    "would be caught saying «%s»",
    (text) => {
      expect(familiarIn(text)).not.toBeNull();
    },
  );

  it("names buttons by infinitives", () => {
    const buttons = [
      ...[es.shell.lock, es.shell.back, es.shell.cancel, es.shell.close, es.shell.save, es.shell.change],
      ...[
        es.shell.copy,
        es.shell.print,
        es.shell.retry,
        es.shell.reload,
        es.shell.showNames,
        es.shell.idleStay,
      ],
      ...[es.welcome.found, es.welcome.join, es.welcome.joinButton, es.welcome.suggest, es.welcome.scan],
      ...[es.welcome.sheetPrint, es.welcome.sheetDone, es.welcome.unlock, es.arrivals.saveAndNext],
      ...[es.arrivals.discard, es.report.next, es.report.save, es.report.discard, es.record.closeReport],
      ...[es.answers.ask, es.answers.note, es.answers.agree, es.answers.save, es.answers.changed],
      ...[es.mesh.invite, es.mesh.inviteMake, es.mesh.hubAdopt, es.mesh.connectButton, es.mesh.checkButton],
      ...[es.search.report, es.settings.importButton, es.settings.exportButton, es.settings.figuresButton],
    ];
    expect(buttons.filter((text) => !isInfinitive(text))).toEqual([]);
  });

  it.each(["Guarda los cambios", "Siguiente", "Enviado"])("would be caught with a button «%s»", (text) => {
    expect(isInfinitive(text)).toBe(false);
  });
});
