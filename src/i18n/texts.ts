/**
 * The tables of texts. Spanish decides which keys exist; a language that lacks one does not
 * compile, and neither does a table that lacks a code of the engine, the model or the matching.
 */
import type { Badge, Fault } from "#engine";
import type { ImportCode } from "#formats";
import type { How, SearchRefusal, WordOf } from "#match";
import type { ProblemCode } from "#model";
import { en } from "./en/index.ts";
import { es, type Texts } from "./es/index.ts";
import type { Language } from "./language.ts";
import type { Fact } from "./word-reason.ts";

/** What each code of the layers below must be worded by. */
interface Codes {
  readonly faults: Readonly<Record<Fault["code"], string>>;
  readonly imports: Readonly<Record<Exclude<ImportCode, ProblemCode>, string>>;
  readonly locks: { readonly badges: Readonly<Record<Badge, string>> };
  readonly problems: Readonly<Record<ProblemCode, string>>;
  readonly reasons: {
    readonly words: Readonly<Record<WordOf, string>>;
    readonly how: Readonly<Record<How, string>>;
    readonly facts: Readonly<Record<Fact["code"], string>>;
  };
  readonly refusals: Readonly<Record<SearchRefusal["code"], string>>;
}

const TABLES = { es, en } as const satisfies Readonly<Record<Language, Texts & Codes>>;

/** The texts of a language. */
export const textsOf = (language: Language): Texts => TABLES[language];
