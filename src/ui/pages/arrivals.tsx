/** Arrivals: one page for the counter. Type, save, next; today's list beside. */
import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { mayHold } from "../access.ts";
import { useMember } from "../app-context.ts";
import { t } from "../look.ts";
import { ArrivalForm } from "./arrival-form.tsx";
import { LastSaved, type SavedArrival, TodayList } from "./arrival-lists.tsx";
import { HousePending } from "./house-pending.tsx";
import { paths } from "../paths.ts";
import { Page } from "../parts/page.tsx";
import { RouteLinks } from "../parts/route-links.tsx";

export function ArrivalsPage() {
  const member = useMember();
  const isVolunteer = () => member()?.role === "volunteer";
  const [saved, setSaved] = createSignal<SavedArrival | null>(null);
  return (
    <Page title={t().arrivals.title} focusHeading={false}>
      <div class="columns">
        <div class="stack stack-wide">
          <LastSaved arrival={saved()} />
          <ArrivalForm
            onSaved={({ id, reserved }, beyond) => setSaved({ guest: id, beyond, reserved: reserved ?? [] })}
          />
        </div>
        <div class="aside">
          <p>
            <A class="button button-wide" classList={{ "button-primary": isVolunteer() }} href={paths.door}>
              {t().seek.door}
            </A>
          </p>
          <p>
            <A class="place-link" href={paths.rollCall}>
              {t().rollCall.open}
            </A>
          </p>
          <p>
            <A class="place-link" href={paths.paperList}>
              {t().paperList.title}
            </A>
          </p>
          <p>
            <A class="place-link" href={paths.handOut}>
              {t().handOut.title}
            </A>
          </p>
          <p>
            <A class="place-link" href={paths.visits}>
              {t().protection.visits}
            </A>
          </p>
          <Show when={mayHold(member()?.role)}>
            <p>
              <A class="place-link" href={paths.protectedPeople}>
                {t().protection.title}
              </A>
            </p>
          </Show>
          <p>
            <A class="place-link" href={paths.card}>
              {t().carrying.openLink}
            </A>
          </p>
          <RouteLinks />
          <HousePending />
          <TodayList />
        </div>
      </div>
    </Page>
  );
}
