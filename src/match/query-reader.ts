/**
 * Reads a question word by word: what each word is, or what it says of the words after it. Whoever understands the next
 * words takes them: dates and ages, places, cues; what nobody takes is a name, or part of a mark.
 */
import { ageAt } from "./query-ages.ts";
import { type Cue, cueAt, isFiller, isJoining, type Part } from "./query-cues.ts";
import { dateAt } from "./query-dates.ts";
import { Draft, type Told } from "./query-draft.ts";
import { type Known, placeAt } from "./query-places.ts";
import { isNumber, type QueryWord } from "./query-words.ts";

/** Longer texts are sentences, where most words name nobody. */
const LONGEST_LINE = 12;

/** Behind these, a name is what is tattooed. */
const SAYING = new Set("nombre nombres iniciales letras dice name says".split(" "));

/** Where dates are not of birth and places not of origin. */
const isElsewhere = (part: Part): boolean => part === "aside" || part === "leaving";

const isProper = (text: string): boolean => /^\p{Lu}.*\p{Ll}/u.test(text);
const isLowerCase = (text: string): boolean => /^\p{Ll}/u.test(text);

interface Reading {
  readonly words: readonly QueryWord[];
  readonly known: Known;
  readonly year: number;
}

class QueryReader {
  private readonly draft = new Draft();
  private readonly words: readonly QueryWord[];
  private readonly known: Known;
  private readonly year: number;
  private at = 0;
  private isSeeking = false;
  private isMine = false;
  private expectsPlace = false;
  /** The name may have come to its end. */
  private isInterrupted = false;
  private wasCue = false;
  /** In this clause it was told when somebody left, or was seen. */
  private isOfEvent = false;

  constructor({ words, known, year }: Reading) {
    this.words = words;
    this.known = known;
    this.year = year;
  }

  read(): Draft {
    while (this.at < this.words.length) {
      const rest = this.words.slice(this.at);
      if (rest[0]!.isApart) this.endClause();
      this.at += this.take(rest);
    }
    return this.draft;
  }

  private take(rest: readonly QueryWord[]): number {
    const fact = this.takeNumber(rest) || this.takePlace(rest, 2);
    if (fact > 0) return this.afterFact(fact);
    const cue = this.takeCue(rest);
    if (cue > 0) return cue;
    const place = this.takePlace(rest, 1);
    return place > 0 ? this.afterFact(place) : this.takeWord(rest[0]!);
  }

  /** What was opened goes on where nothing has come yet ("Señas:"); relatives and marks are listed. */
  private endClause(): void {
    const { draft } = this;
    if (draft.isFresh) return;
    this.isOfEvent = false;
    this.isInterrupted ||= draft.isNamed;
    if (!draft.isNamed) draft.open("name");
    else if (draft.part === "relatives") draft.open("relatives");
    else if (draft.part !== "marks") draft.open("name");
  }

  private afterFact(length: number): number {
    const { draft } = this;
    draft.letGo();
    this.isInterrupted ||= draft.isNamed;
    this.forgetCues();
    if (draft.part === "relatives" || draft.part === "nicknames" || draft.part === "birth")
      draft.open("name");
    return length;
  }

  private forgetCues(): void {
    [this.isMine, this.expectsPlace, this.wasCue] = [false, false, false];
  }

  private takeNumber(rest: readonly QueryWord[]): number {
    const { draft, year } = this;
    const isAside = isElsewhere(draft.part);
    const date = dateAt(rest, { year, isExpected: isAside || draft.part === "birth" });
    if (date !== null) {
      this.putDate(date.date);
      return date.length;
    }
    const age = ageAt(rest, { year, isExpected: false });
    if (age !== null && (!isAside || age.isTold)) draft.putAge(age);
    return age?.length ?? 0;
  }

  /** "el 3 de agosto" is when something happened, unless it is said to be the birth. */
  private putDate(date: string | null): void {
    const { draft } = this;
    const isOfBirth = draft.part === "birth";
    if (!isOfBirth && draft.isNamed && this.words[this.at - 1]?.folded === "el") draft.open("aside");
    const isOfEvent = this.isOfEvent || isElsewhere(draft.part);
    if (isOfBirth || !isOfEvent) draft.birthDate ??= date;
  }

  /** Towns of several words come before words that mean something else: "Ciudad Hidalgo". */
  private takePlace(rest: readonly QueryWord[], fewestWords: number): number {
    const { draft, known } = this;
    const before = this.words[this.at - 1];
    const found = placeAt(rest, known, {
      part: draft.part,
      isExpected: this.expectsPlace,
      isAfterOf: before !== undefined && isJoining(before) && !rest[0]!.isApart,
    });
    if (found === null || found.length < fewestWords) return 0;
    if (draft.part !== "aside") draft.putPlace(found.place);
    if (draft.part === "marks") draft.open("name");
    return found.length;
  }

  private takeCue(rest: readonly QueryWord[]): number {
    const found = cueAt(rest);
    if (found === null || this.isRatherName(rest, found)) return 0;
    const { cue, length } = found;
    this.draft.letGo();
    this.follow(cue, rest.slice(0, length), rest.slice(length));
    this.isMine = cue.kind === "mine";
    this.expectsPlace = cue.kind === "place";
    this.wasCue = true;
    return length;
  }

  /** "Sobrino", "Calvo": surnames too. */
  private isRatherName(
    [word, next]: readonly QueryWord[],
    { cue, length }: { readonly cue: Cue; readonly length: number },
  ): boolean {
    if (length > 1 || this.wasCue || next?.folded === "de" || !this.draft.isNamed) return false;
    const mayBe = cue.kind === "kin" || (cue.kind === "part" && cue.part === "marks");
    return mayBe && this.known.isName(word!.folded) && !this.known.isMark(word!.folded);
  }

  private follow(cue: Cue, said: readonly QueryWord[], next: readonly QueryWord[]): void {
    switch (cue.kind) {
      case "part":
        this.openPart(cue.part, said);
        return;
      case "kin":
        this.meetKin(cue, next);
        return;
      case "sex":
        this.meetSex(cue.sex);
        return;
      case "seek":
        this.seek(cue.isBySomebody);
        return;
      case "self":
        this.comeBack();
        return;
      case "mine":
      case "place":
      case "filler":
    }
  }

  private seek(isBySomebody: boolean): void {
    if (isBySomebody && this.draft.isNamed) this.draft.setNameAside();
    this.isSeeking = true;
    this.draft.open("name");
  }

  private comeBack(): void {
    this.isOfEvent = false;
    if (isElsewhere(this.draft.part)) this.draft.open("name");
  }

  private openPart(part: Part, said: readonly QueryWord[]): void {
    const { draft } = this;
    const isInMark = part === "name" && draft.part === "marks" && !said[0]!.isApart;
    if (part === "marks" || isInMark) {
      if (draft.part !== "marks") draft.open("marks");
      for (const word of said) draft.put("marks", word);
    } else draft.open(part);
    this.isOfEvent ||= isElsewhere(part);
  }

  /** "busco a mi hijo Wilmer": he is who is sought. "hijo de Rosa": she is not. */
  private meetKin(cue: Extract<Cue, { kind: "kin" }>, [of, after]: readonly QueryWord[]): void {
    const { draft } = this;
    const isOfSomebody = of?.folded === "de" && !isNumber(after);
    const isAsked = this.isMine || cue.isMine || (this.isSeeking && !isOfSomebody);
    if (!isAsked || draft.isNamed || draft.part === "relatives") draft.open("relatives");
    else {
      draft.sex ??= cue.sex;
      draft.open("name");
    }
  }

  private meetSex(sex: string): void {
    const { draft } = this;
    if (draft.part === "relatives" || draft.part === "aside") return;
    draft.sex ??= sex;
    if (draft.part !== "marks") draft.open("name");
  }

  /** "a" behind words that name nobody is none either ("vio a"); elsewhere it is the first letter of a name. */
  private takeWord(word: QueryWord): number {
    const { draft } = this;
    if (isJoining(word)) draft.hold(word);
    else if (isFiller(word) || (this.wasCue && word.folded === "a")) this.passOver(word);
    else {
      const part = this.isStray(word) ? null : this.partFor(word);
      if (part === null) draft.letGo();
      else draft.put(part, word);
      this.forgetCues();
    }
    return 1;
  }

  private passOver({ folded }: QueryWord): void {
    const { draft } = this;
    if (draft.part === "relatives" && (folded === "y" || folded === "e")) draft.open("relatives");
    if (draft.part !== "marks") draft.letGo();
  }

  /** Null: it is told aside. */
  private partFor({ folded }: QueryWord): Told | null {
    const { draft, known } = this;
    const { part } = draft;
    if (isElsewhere(part)) return draft.isNamed ? null : "name";
    if (part === "relatives") return part;
    const isName = known.isName(folded);
    if (part === "nicknames") return isName && !draft.isFresh ? "name" : part;
    return this.isPartOfMark(folded, isName) ? "marks" : "name";
  }

  /** What is both a mark and a name is a mark behind another mark only. */
  private isPartOfMark(folded: string, isName: boolean): boolean {
    const isMark = this.known.isMark(folded);
    if (this.draft.part !== "marks") return isMark && !isName;
    return isMark || !isName || this.isSaidByMark();
  }

  /** "tatuaje de María", "con el nombre María". */
  private isSaidByMark(): boolean {
    return this.draft.isHolding("de") || SAYING.has(this.words[this.at - 1]?.folded ?? "");
  }

  /** In sentences, names are written with capitals; where this one is not, what follows it may be anything. */
  private isStray({ raw, folded }: QueryWord): boolean {
    const { draft, known } = this;
    if (!this.isInterrupted || this.words.length <= LONGEST_LINE || draft.part === "marks") return false;
    return isProper(draft.firstName) && isLowerCase(raw) && !known.isName(folded) && !known.isMark(folded);
  }
}

export const readWords = (reading: Reading): Draft => new QueryReader(reading).read();
