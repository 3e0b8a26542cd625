/** The ways to the board and to the directory, for who may read them. */
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { mayReadRoute } from "../access.ts";
import { useMember } from "../app-context.ts";
import { t } from "../look.ts";
import { paths } from "../paths.ts";

export function RouteLinks() {
  const member = useMember();
  return (
    <Show when={mayReadRoute(member())}>
      <p>
        <A class="place-link" href={paths.board}>
          {t().route.boardLink}
        </A>
      </p>
      <p>
        <A class="place-link" href={paths.directory}>
          {t().route.directoryLink}
        </A>
      </p>
    </Show>
  );
}
