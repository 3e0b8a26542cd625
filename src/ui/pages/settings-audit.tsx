/** The way to the audit, for those who coordinate. */
import { A } from "@solidjs/router";
import { t } from "../look.ts";
import { paths } from "../paths.ts";

export function AuditCard() {
  return (
    <section class="card" aria-labelledby="audit-title">
      <h2 id="audit-title">{t().audit.title}</h2>
      <p>{t().audit.text}</p>
      <p>
        <A href={paths.audit}>{t().audit.open}</A>
      </p>
    </section>
  );
}
