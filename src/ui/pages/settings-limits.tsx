/** What no software prevents, in plain words: quiet, and there for whoever asks. */
import { For } from "solid-js";
import { t } from "../look.ts";
import { Fold } from "../parts/fold.tsx";

const LIMITS = [
  "forced",
  "session",
  "panic",
  "memory",
  "copies",
  "names",
  "machine",
  "program",
  "extensions",
] as const;

export function LimitsCard() {
  return (
    <section class="card" aria-labelledby="limits-title">
      <h2 id="limits-title">{t().limits.title}</h2>
      <p class="quiet">{t().limits.lead}</p>
      <div>
        <For each={LIMITS}>
          {(limit) => <Fold title={t().limits[limit].title} text={t().limits[limit].text} />}
        </For>
      </div>
    </section>
  );
}
