/**
 * The calendar that is shown after leaving at once. It looks like what it is, a month on a page, and
 * knows nothing: no engine, no storage, no house. A link leads back to the lock.
 */
import { pickLanguage, textsOf } from "#i18n";
import { weeksOf } from "./month-weeks.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/cover.css";

const DAYS = 7;
/** A Monday, to name the days of a week by. */
const SOME_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 24 * 60 * 60_000;

const language = pickLanguage(navigator.languages);
const words = textsOf(language).locks;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function headRow(): HTMLTableRowElement {
  const long = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  const short = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  const row = element("tr", "");
  for (let day = 0; day < DAYS; day += 1) {
    const at = SOME_MONDAY + day * DAY_MS;
    row.append(element("th", short.format(at), { scope: "col", abbr: long.format(at) }));
  }
  return row;
}

function table(shown: Date, today: Date): HTMLTableElement {
  const sameMonth = shown.getFullYear() === today.getFullYear() && shown.getMonth() === today.getMonth();
  const body = element("tbody", "");
  for (const week of weeksOf(shown.getFullYear(), shown.getMonth())) {
    const row = element("tr", "");
    for (const day of week) {
      const isToday = sameMonth && day === today.getDate();
      row.append(element("td", day === null ? "" : String(day), isToday ? { "aria-current": "date" } : {}));
    }
    body.append(row);
  }
  const head = element("thead", "");
  head.append(headRow());
  const made = element("table", "", { "aria-labelledby": "month" });
  made.append(head, body);
  return made;
}

function show(place: HTMLElement, shown: Date): void {
  const title = new Intl.DateTimeFormat(language, { month: "long", year: "numeric" }).format(shown);
  const step = (months: number, name: string, sign: string): HTMLButtonElement => {
    const button = element("button", sign, { type: "button", "aria-label": name });
    button.addEventListener("click", () => {
      show(place, new Date(shown.getFullYear(), shown.getMonth() + months, 1));
      place.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.focus();
    });
    return button;
  };
  const bar = element("div", "", { class: "cover-bar" });
  const heading = element("h1", title, { id: "month", "aria-live": "polite" });
  bar.append(step(-1, words.coverBefore, "‹"), heading, step(1, words.coverAfter, "›"));
  place.replaceChildren(bar, table(shown, new Date()), element("a", words.coverBack, { href: "/" }));
}

document.documentElement.lang = language;
document.title = words.cover;
const place = document.getElementById("calendar");
if (place !== null) show(place, new Date());
