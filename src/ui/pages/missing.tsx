/** An address after the `#` that leads nowhere. */
import { A } from "@solidjs/router";
import { t } from "../look.ts";
import { Page } from "../parts/page.tsx";

export function MissingPage() {
  return (
    <Page title={t().shell.pages.missing} lead={t().shell.missingPage}>
      <A href="/" class="button">
        {t().shell.toStart}
      </A>
    </Page>
  );
}
