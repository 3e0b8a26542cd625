/** What a person can tell of an element, as matchers of vitest. Imported for its effect by render-app. */
import { expect } from "vitest";

const squeezed = (text: string | null): string => (text ?? "").replace(/\s+/gu, " ").trim();

const descriptionOf = (element: Element): string =>
  (element.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => squeezed(document.getElementById(id)?.textContent ?? null))
    .join(" ")
    .trim();

const holds = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === "string" ? text.includes(squeezed(wanted)) : wanted.test(text);

const verdict = (pass: boolean, told: string) => ({ pass, message: () => told });

expect.extend({
  toBeShown(element: Element | null) {
    return verdict(element?.isConnected === true, "the element is (not) in the page");
  },
  toSay(element: Element, wanted: string | RegExp) {
    const text = squeezed(element.textContent);
    return verdict(holds(text, wanted), `"${text}" and ${String(wanted)}`);
  },
  toBeDescribedAs(element: Element, wanted: string) {
    const text = descriptionOf(element);
    return verdict(holds(text, wanted), `"${text}" and ${wanted}`);
  },
  toHoldFocus(element: Element) {
    return verdict(
      element === document.activeElement,
      `focus is at ${document.activeElement?.outerHTML.slice(0, 200) ?? "nothing"}`,
    );
  },
  toHoldValue(element: Element, wanted: string) {
    const { value } = element as HTMLInputElement;
    return verdict(value === wanted, `"${value}" and "${wanted}"`);
  },
});

interface DomMatchers<R> {
  toBeShown: () => R;
  /** The text of the element contains this, spaces apart. */
  toSay: (wanted: string | RegExp) => R;
  toBeDescribedAs: (wanted: string) => R;
  toHoldFocus: () => R;
  toHoldValue: (wanted: string) => R;
}

declare module "vitest" {
  // the parameter must be named as vitest names it
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-empty-object-type
  interface Matchers<T = any> extends DomMatchers<T> {}
}
