/**
 * In which language the command line speaks, and its texts. Known before the rest of the command
 * line is read, because slips in it are told in that language too.
 */
import { cliEn, cliEs, type CliTexts, type Language, LANGUAGES, type Texts, textsOf } from "#i18n";

/** Tables of one language: the command line's own, and those that it shares with the page. */
export interface Wording {
  readonly cli: CliTexts;
  readonly shared: Texts;
}

const CLI_TABLES: Readonly<Record<Language, CliTexts>> = { es: cliEs, en: cliEn };

export const wordingOf = (language: Language): Wording => ({
  cli: CLI_TABLES[language],
  shared: textsOf(language),
});

const FLAG = "--lang";

/** The language that `--lang` names; Spanish when it names none that there is. */
export function languageIn(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === FLAG || arg.startsWith(`${FLAG}=`));
  if (at < 0) return "es";
  const [, joined = args[at + 1]] = args[at]?.split("=") ?? [];
  return LANGUAGES.find((language) => language === joined) ?? "es";
}
