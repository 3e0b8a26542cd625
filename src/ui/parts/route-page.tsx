/** A page of the route: the way to its sister page, and what somebody sees who may not read it. */
import { A } from "@solidjs/router";
import { type ParentProps, Show } from "solid-js";
import { mayReadRoute } from "../access.ts";
import { useMember } from "../app-context.ts";
import { t } from "../look.ts";
import { paths } from "../paths.ts";
import { Notice } from "./notice.tsx";
import { Page } from "./page.tsx";

export function RoutePage(props: ParentProps<{ readonly of: "board" | "directory" }>) {
  const member = useMember();
  const other = () => (props.of === "board" ? "directory" : "board");
  const titles = () => ({ board: t().route.boardTitle, directory: t().route.directoryTitle });
  const links = () => ({ board: t().route.boardLink, directory: t().route.directoryLink });
  return (
    <Page
      title={titles()[props.of]}
      head={
        <p class="screen-only">
          <A class="place-link" href={paths[other()]}>
            {links()[other()]}
          </A>
        </p>
      }
    >
      <Show when={mayReadRoute(member())} fallback={<Notice kind="info">{t().route.notForYou}</Notice>}>
        <div class="stack stack-wide">{props.children}</div>
      </Show>
    </Page>
  );
}
