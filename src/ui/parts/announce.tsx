/** One polite live region for the whole page: what was saved or failed is said without moving the focus. */
import { createSignal } from "solid-js";

const [message, setMessage] = createSignal("");

/** Says this to screen readers. The same words twice are said twice. */
export function announce(text: string): void {
  setMessage("");
  setTimeout(() => setMessage(text), 50);
}

export const Announcer = () => (
  <div class="visually-hidden" role="status" aria-live="polite">
    {message()}
  </div>
);
