/** Arrivals: one page for the counter. Type, save, next; today's list below, look-alikes beside. */
import { createSignal } from "solid-js";
import type { RecordId } from "#engine";
import { t } from "../look.ts";
import { ArrivalForm } from "./arrival-form.tsx";
import { LastSaved, SimilarGuests, TodayList } from "./arrival-lists.tsx";
import { Page } from "../parts/page.tsx";

export function ArrivalsPage() {
  const [typed, setTyped] = createSignal("");
  const [saved, setSaved] = createSignal<RecordId | null>(null);
  const [returned, setReturned] = createSignal(false);
  const tell = (id: RecordId, again: boolean): void => {
    setReturned(again);
    setSaved(id);
  };
  return (
    <Page title={t().arrivals.title} focusHeading={false}>
      <div class="columns">
        <div class="stack stack-wide">
          <LastSaved guest={saved()} returned={returned()} />
          <ArrivalForm
            onName={setTyped}
            onSaved={(id) => {
              tell(id, false);
            }}
          />
        </div>
        <div class="aside">
          <SimilarGuests
            name={typed()}
            onReturned={(id) => {
              tell(id, true);
            }}
          />
          <TodayList />
        </div>
      </div>
    </Page>
  );
}
