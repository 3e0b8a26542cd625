/** What is shown while something opens; words come only when it takes long enough to notice. */
import { t } from "../look.ts";
import { Sign } from "./brand.tsx";

export function Splash() {
  return (
    <main class="splash">
      <Sign size={56} />
      <p class="lead" role="status">
        {t().shell.starting}
      </p>
    </main>
  );
}
