/** What has been read of a question so far, and which part of it the next word belongs to. */
import type { WrittenPlace } from "../gazetteer/index.ts";
import type { SearchablePerson } from "../person-index.ts";
import type { Age, AgeAt } from "./ages.ts";
import type { Part } from "./cues.ts";
import type { QueryWord } from "./words.ts";
import { isParticle, wordsOf } from "../words/words.ts";

/** The parts that are kept. */
export type Told = "name" | "nicknames" | "marks" | "relatives";

/** Words of each part; more of them say nothing new, and comparing them takes long. */
const MOST_PER_PART = 24;

interface Named {
  readonly isSaid: boolean;
  readonly words: readonly QueryWord[];
}

const textOf = (words: readonly string[]): string => words.join(" ");

export class Draft {
  private readonly told: Readonly<Record<Told, string[][]>> = {
    name: [[]],
    nicknames: [[]],
    marks: [[]],
    relatives: [[]],
  };
  /** Little words: they join what a word of the same part follows. */
  private held: readonly string[] = [];
  private current: Part = "name";
  private hasWord = false;
  private ages: Age[] = [];
  private isAgeTold = false;
  private isTownSaid = false;
  /** The word of the town, where it may be one of the name. */
  private lent: { readonly at: number; readonly raw: string } | null = null;
  place: WrittenPlace = {};
  private seenAt: string | null = null;
  private seenIn: string | null = null;
  birthDate: string | null = null;
  sex: string | null = null;

  get part(): Part {
    return this.current;
  }

  /** Nothing has come since the part was opened. */
  get isFresh(): boolean {
    return !this.hasWord;
  }

  get isNamed(): boolean {
    return this.told.name.some((words) => words.length > 0);
  }

  /** The first word of the name, as written. */
  get firstName(): string {
    return this.told.name[0]?.find((word) => !isParticle({ folded: word.toLowerCase() })) ?? "";
  }

  /** What comes next is another one: another relative, another nickname. */
  open(part: Part): void {
    this.current = part;
    this.hasWord = false;
    this.held = [];
    if (part === "nicknames" || part === "relatives") this.told[part].push([]);
  }

  put(part: Told, { raw }: QueryWord): void {
    const all = this.told[part];
    if (this.current !== part) this.open(part);
    this.hasWord = true;
    if (all.flat().length + this.held.length < MOST_PER_PART) all.at(-1)?.push(...this.held, raw);
    this.held = [];
  }

  hold({ raw }: QueryWord): void {
    const mayLead = this.current === "name" || this.hasWord;
    if (mayLead) this.held = [...this.held, raw];
  }

  /** The little word stands before what comes next. */
  isHolding(little: string): boolean {
    return this.held.includes(little);
  }

  letGo(): void {
    this.held = [];
  }

  /** Something has come that is not kept. */
  skip(): void {
    this.letGo();
    this.hasWord = true;
  }

  /** Who was named so far is somebody else: who asks. */
  setNameAside(): void {
    this.told.relatives.push(...this.told.name.splice(0, this.told.name.length, []));
  }

  putAge({ age, isTold }: AgeAt): void {
    if (age === null || (this.isAgeTold && !isTold)) return;
    if (isTold && this.isAgeTold) return;
    this.ages = isTold ? [age] : [...this.ages, age];
    this.isAgeTold = isTold;
  }

  /**
   * What "de" or "en" says to be the town counts, the first of them: people say where somebody is from before they say
   * where they went. Otherwise the last one; what stood before it, alone among names, was a name that a town has too.
   */
  putPlace(place: WrittenPlace, { isSaid, words }: Named): void {
    const isTown = place.town !== undefined;
    const { town, country, ...within } = this.place;
    if (isTown && town !== undefined) {
      if (this.isTownSaid) return;
      this.giveBack();
    }
    const kept = isTown || town === undefined ? {} : { town };
    this.place = { ...place, ...within, ...kept, ...(country === undefined ? {} : { country }) };
    if (isTown) this.rememberTown(isSaid, words);
  }

  private rememberTown(isSaid: boolean, words: readonly QueryWord[]): void {
    this.isTownSaid = isSaid;
    const [only, ...others] = words;
    const mayBeName = !isSaid && this.current === "name" && others.length === 0;
    this.lent = mayBeName && only !== undefined ? { at: this.told.name[0]!.length, raw: only.raw } : null;
  }

  private giveBack(): void {
    if (this.lent !== null) this.told.name[0]!.splice(this.lent.at, 0, this.lent.raw);
    this.lent = null;
  }

  /** When they were last heard of, or where: what is told first. */
  putSighting({
    at = null,
    words,
  }: {
    readonly at?: string | null;
    readonly words?: readonly QueryWord[];
  }): void {
    this.seenAt ??= at;
    this.seenIn ??= words === undefined ? null : textOf(words.map(({ raw }) => raw));
  }

  private sighting(): Pick<SearchablePerson, "lastContact"> {
    const [at, place] = [this.seenAt, this.seenIn];
    if (at === null && place === null) return {};
    return { lastContact: { ...(at === null ? {} : { at }), ...(place === null ? {} : { place }) } };
  }

  private age(): number | Age | null {
    const [first, ...others] = this.ages;
    if (first === undefined) return null;
    if (others.length === 0) return first.from === first.to && first.asOf === undefined ? first.from : first;
    const from = Math.min(...this.ages.map((age) => age.from));
    return { from, to: Math.max(...this.ages.map((age) => age.to)) };
  }

  /** Every word of a name, a mark or a relative's name that says something. */
  weighty(): readonly string[] {
    const texts = Object.values(this.told).flat(2);
    return texts
      .flatMap((text) => wordsOf(text))
      .filter((word) => !isParticle(word))
      .map(({ folded }) => folded);
  }

  person(): SearchablePerson {
    const listed = (part: Told) => this.told[part].filter((words) => words.length > 0).map(textOf);
    const [name, marks] = [textOf(listed("name")), textOf(listed("marks"))];
    const [alternateNames, relatives] = [listed("nicknames"), listed("relatives")];
    const age = this.age();
    return {
      ...(age === null ? {} : { age }),
      ...(this.birthDate === null ? {} : { birthDate: this.birthDate }),
      ...this.place,
      ...this.sighting(),
      ...(this.sex === null ? {} : { sex: this.sex }),
      ...(name === "" ? {} : { name }),
      ...(alternateNames.length === 0 ? {} : { alternateNames }),
      ...(marks === "" ? {} : { marks }),
      ...(relatives.length === 0 ? {} : { relatives }),
    };
  }
}
