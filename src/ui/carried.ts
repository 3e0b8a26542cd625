/** What one page hands to the next: in memory, never in an address. */
import type { ArrivalDraft } from "./arrival-fields.ts";
import type { ReportDraft } from "./report-fields.ts";

/** A place for one thing, which is handed over once. */
function createHand<T>(): { readonly give: (thing: T) => void; readonly take: () => T | null } {
  let held: T | null = null;
  return {
    give: (thing) => {
      held = thing;
    },
    take: () => {
      const thing = held;
      held = null;
      return thing;
    },
  };
}

/** What was searched for, to the report that comes next. */
export const { give: carrySought, take: takeCarried } = createHand<Partial<ReportDraft>>();

/** The photo that came with it, or that was not kept with it, as a draft holds it. */
export const { give: carryPhoto, take: takePhoto } = createHand<string>();

/** What a card said, to the arrival that is registered. */
export const { give: carryArrival, take: takeArrival } = createHand<Partial<ArrivalDraft>>();

/** A card that was just made: its words are shown once. */
export const { give: carryCard, take: takeCard } = createHand<{
  readonly code: string;
  readonly expiresAt: number;
}>();
