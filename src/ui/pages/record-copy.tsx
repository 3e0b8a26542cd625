/** The way to a guest's own copy of what the house holds about them. */
import { useNavigate } from "@solidjs/router";
import type { RecordId } from "#engine";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { copyPath } from "../paths.ts";

export function RecordCopy(props: { readonly guest: RecordId }) {
  const navigate = useNavigate();
  return (
    <section class="stack stack-tight" aria-labelledby="copy-title">
      <h2 id="copy-title">{t().copy.heading}</h2>
      <p class="quiet">{t().copy.lead}</p>
      <div>
        <Button
          onPress={() => {
            navigate(copyPath(props.guest));
          }}
        >
          {t().copy.open}
        </Button>
      </div>
    </section>
  );
}
