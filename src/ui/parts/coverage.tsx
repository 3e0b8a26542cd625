/**
 * What a search may say about itself: where it looked and how old that is. It never says that
 * somebody is not there.
 */
import { For, Show } from "solid-js";
import type { Coverage } from "#engine";
import { type Membership, useMember } from "../app-context.ts";
import { now } from "../clock.ts";
import { f, t } from "../look.ts";

const heardOf = (coverage: readonly Coverage[]): readonly number[] =>
  coverage.flatMap((site) => (site.lastHeard === null ? [] : [site.lastHeard]));

function wordCoverage(coverage: readonly Coverage[], member: Membership | null): string {
  const words = t().search;
  if (member?.siteKind === "advocates") return words.coverageAdvocates;
  if (member?.role === "volunteer") return words.coverageDesk;
  if (coverage.length === 0) return words.coverageAlone;
  return words.coverage(heardOf(coverage).length, coverage.length);
}

export function CoverageNote(props: { readonly coverage: readonly Coverage[] }) {
  const member = useMember();
  const oldest = () => Math.min(...heardOf(props.coverage));
  return (
    <section class="coverage stack stack-tight" aria-label={t().search.where}>
      <p>
        {wordCoverage(props.coverage, member())}{" "}
        <Show when={Number.isFinite(oldest())}>
          {t().search.coverageOldest(f().moment(oldest(), now()))}{" "}
        </Show>
        <Show when={member()?.siteKind === "shelter"}>{t().search.coverageConsent} </Show>
        {t().search.coverageReport}
      </p>
      <Show when={props.coverage.length > 0}>
        <details class="fold">
          <summary>{t().search.coverageDetail}</summary>
          <dl class="fold-body facts">
            <For each={props.coverage}>
              {(site) => (
                <div class="fact">
                  <dt>{site.name}</dt>
                  <dd>
                    {site.lastHeard === null ? t().search.coverageNever : f().moment(site.lastHeard, now())}
                  </dd>
                </div>
              )}
            </For>
          </dl>
        </details>
      </Show>
    </section>
  );
}
