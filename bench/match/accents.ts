/** Accents and small letters for names that a registry prints in capitals without accents. */
import { fold } from "./fold.ts";

/** Common ones that no list of ours spells out. */
const COMMON =
  "José María Jesús Ángel Ángela Ángeles Andrés Ramón Raúl Óscar Rubén Iván Adrián Álvaro Víctor Héctor Julián " +
  "Joaquín Fermín Agustín Benjamín Germán Hernán Fabián Sebastián Martín Nicolás Matías Tomás Inés Lucía Sofía " +
  "Mónica Verónica Angélica Bárbara Concepción Encarnación Asunción Belén Raquel Begoña Rocío Noé Moisés Simón " +
  "Efraín Joel Abrahán César Félix Aarón Débora Édgar Élmer Gustavo Íngrid Lázaro Mártir Belisario Désirée " +
  "García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Jiménez Hernández Díaz Álvarez Muñoz " +
  "Gutiérrez Domínguez Vázquez Vásquez Ramírez Suárez Velásquez Velázquez Núñez Peña Méndez Marín Ibáñez Ordóñez " +
  "Calderón Marroquín Mejía Chávez Guzmán Cortés Cortéz Bolaños Bonilla Cáceres Galeano Zúñiga Rosalío Guillén";

export const hasAccent = (text: string): boolean => /[áéíóúñü]/iu.test(text);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const PARTICLES = new Set(["de", "del", "la", "las", "los", "y"]);

/** Writes a name as people do, with the accents that these spellings or common usage give its words. */
export function withAccents(spellings: readonly string[]): (name: string) => string {
  const known = new Map<string, string>();
  for (const word of [...spellings, COMMON].flatMap((text) => text.split(/[ -]/u)))
    if (hasAccent(word)) known.set(fold(word), word);
  const write = (word: string, at: number): string => {
    const lower = word.toLowerCase();
    if (at > 0 && PARTICLES.has(lower)) return lower;
    return lower.includes("ñ") ? capital(lower) : (known.get(fold(lower)) ?? capital(lower));
  };
  return (name) => name.split(" ").map(write).join(" ");
}
