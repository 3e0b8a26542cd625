/**
 * Reads a question word by word: what each word is, or what it says of the words after it. Whoever understands the next
 * words takes them: dates and ages, places, cues; what nobody takes is a name, or part of a mark.
 */
import { ageAt } from "./ages.ts";
import { type Cue, cueAt, isFiller, isJoining, type Part } from "./cues.ts";
import { dateAt } from "./dates.ts";
import { Draft, type Told } from "./draft.ts";
import { type Known, type PlaceAt, placeAt } from "./places.ts";
import { isNumber, type QueryWord } from "./words.ts";

/** Longer texts are sentences, where most words name nobody. */
const LONGEST_LINE = 12;

/** Behind these, a name is what is tattooed. */
const SAYING = new Set("nombre nombres iniciales letras dice name says".split(" "));

/** Where dates are not of birth and places not of origin. */
const isElsewhere = (part: Part): boolean => part === "aside" || part === "leaving" || part === "seen";

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
  private wasFact = false;
  /** In this clause it was told when somebody left, or was seen. */
  private isOfEvent = false;
  /** That they were seen or heard of: dates and places are of this. */
  private isSighting = false;

  constructor({ words, known, year }: Reading) {
    this.words = words;
    this.known = known;
    this.year = year;
  }

  read(): Draft {
    while (this.at < this.words.length) {
      const rest = this.words.slice(this.at);
      if (rest[0]!.isApart) this.endClause(rest[0]!);
      this.at += this.take(rest);
    }
    return this.draft;
  }

  /** Towns of several words come before words that mean something else: "Ciudad Hidalgo". */
  private take(rest: readonly QueryWord[]): number {
    const number = this.takeNumber(rest);
    if (number > 0) return this.afterFact(number);
    const place = this.placeHere(rest);
    if (place !== null && place.length > 1) return this.putPlace(place, rest);
    const cue = this.takeCue(rest);
    if (cue > 0) return cue;
    return place === null ? this.takeWord(rest[0]!) : this.putPlace(place, rest);
  }

  /** What a label opens goes on behind it ("Señas:"); relatives and marks are listed; what is told aside may be, too. */
  private endClause({ isAfterLabel, startsSentence }: QueryWord): void {
    const { draft } = this;
    if (startsSentence) [this.isOfEvent, this.isSighting] = [false, false];
    if (draft.isFresh && isAfterLabel) return;
    this.isInterrupted ||= draft.isNamed;
    if (isElsewhere(draft.part)) {
      if (startsSentence || draft.isFresh) draft.open("name");
    } else if (!draft.isFresh) this.endPart();
  }

  private endPart(): void {
    const { draft } = this;
    if (!draft.isNamed) draft.open("name");
    else if (draft.part === "relatives") draft.open("relatives");
    else if (draft.part !== "marks") draft.open("name");
  }

  private afterFact(length: number): number {
    const { draft } = this;
    draft.skip();
    this.isInterrupted ||= draft.isNamed;
    this.forgetCues();
    this.wasFact = true;
    if (draft.part === "relatives" || draft.part === "nicknames" || draft.part === "birth")
      draft.open("name");
    return length;
  }

  private forgetCues(): void {
    [this.isMine, this.expectsPlace, this.wasCue, this.wasFact] = [false, false, false, false];
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
    else if (this.isSighting) draft.putSighting({ at: date });
  }

  private get isAfterOf(): boolean {
    const [before, word] = this.words.slice(Math.max(0, this.at - 1), this.at + 1);
    return this.at > 0 && isJoining(before!) && !word!.isApart;
  }

  private placeHere(rest: readonly QueryWord[]): PlaceAt | null {
    const { draft, known, isAfterOf } = this;
    return placeAt(rest, known, { part: draft.part, isExpected: this.expectsPlace, isAfterOf });
  }

  private putPlace({ length, place }: PlaceAt, rest: readonly QueryWord[]): number {
    const { draft } = this;
    const isSaid = this.expectsPlace || this.isAfterOf;
    const words = rest.slice(0, length);
    if (this.isSighting && isElsewhere(draft.part)) draft.putSighting({ words });
    else if (draft.part !== "aside") draft.putPlace(place, { isSaid, words });
    if (draft.part === "marks") draft.open("name");
    return this.afterFact(length);
  }

  private takeCue(rest: readonly QueryWord[]): number {
    const found = cueAt(rest);
    if (found === null || this.isRatherName(rest, found)) return 0;
    const { cue, length } = found;
    this.draft.letGo();
    this.follow(cue, rest.slice(0, length), rest.slice(length));
    this.isMine = cue.kind === "mine";
    this.expectsPlace = cue.kind === "place" || cue.kind === "origin";
    [this.wasCue, this.wasFact] = [true, false];
    return length;
  }

  /** "Sobrino", "Calvo": surnames too; and Nina is a given name. */
  private isRatherName(
    [word, next]: readonly QueryWord[],
    { cue, length }: { readonly cue: Cue; readonly length: number },
  ): boolean {
    if (length > 1 || this.wasCue || next?.folded === "de") return false;
    return this.mayBeName(cue) && this.known.isName(word!.folded) && !this.known.isMark(word!.folded);
  }

  private mayBeName(cue: Cue): boolean {
    const isOpening = cue.kind === "kin" || (cue.kind === "part" && cue.part === "marks");
    return cue.kind === "sex" || (isOpening && this.draft.isNamed);
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
      case "origin":
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
    [this.isOfEvent, this.isSighting] = [false, false];
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
    this.isSighting ||= part === "seen";
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
    if (draft.part === "relatives" || draft.part === "aside" || draft.part === "seen") return;
    draft.sex ??= sex;
    if (draft.part !== "marks") draft.open("name");
  }

  /** "a" behind words that name nobody is none either ("vio a"); elsewhere it is the first letter of a name. */
  private takeWord(word: QueryWord): number {
    const { draft } = this;
    if (isJoining(word)) this.join(word);
    else if (isFiller(word) || (this.wasCue && word.folded === "a")) this.passOver(word);
    else {
      const part = this.isStray(word) ? null : this.partFor(word);
      if (part === null) draft.skip();
      else draft.put(part, word);
      this.forgetCues();
    }
    return 1;
  }

  /** "20 años de León", "Juan, de León": no part of the name. */
  private join(word: QueryWord): void {
    const isNewTopic = word.isApart || this.wasFact;
    if (word.folded === "de" && isNewTopic && this.draft.isNamed) this.expectsPlace = true;
    this.draft.hold(word);
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

  /** In sentences, names are written with capitals; what is not, or begins a sentence, may be anything. */
  private isStray({ raw, folded, startsSentence }: QueryWord): boolean {
    const { draft, known } = this;
    if (!this.isInterrupted || this.words.length <= LONGEST_LINE || draft.part === "marks") return false;
    const isNoName = isProper(draft.firstName) && (startsSentence || isLowerCase(raw));
    return isNoName && !known.isName(folded) && !known.isMark(folded);
  }
}

export const readWords = (reading: Reading): Draft => new QueryReader(reading).read();
