/**
 * The languages that Vereda speaks, and how one is chosen. Spanish is the source of truth: a
 * missing or unknown wish ends there. Knows nothing of browsers; a caller hands over the wishes.
 */

/** Languages in the order in which they are offered. */
export const LANGUAGES = ["es", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Locale for `Intl`: Spanish as written along the route, English with day before month. */
export const LOCALES: Readonly<Record<Language, string>> = { es: "es-MX", en: "en-GB" };

/** Names of the languages, each in itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { es: "Español", en: "English" };

const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text);

/** The first of the wished languages ("en-US", "es") that exists here; Spanish when none does. */
export function pickLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const language = wish.toLowerCase().split(/[-_.]/u)[0] ?? "";
    if (isLanguage(language)) return language;
  }
  return "es";
}
