/**
 * Where a record is: here, at the house, at other shelters; each step by shape and word, always in
 * this order. A record that stays in the house says so instead of looking unfinished.
 */
import { For, Match, Switch } from "solid-js";
import type { Saved } from "#engine";
import { type ChipStep, placeChip } from "#model";
import { t } from "../look.ts";

type Shape = "full" | "half" | "empty" | "stop";

/** Drawn, not typed: the characters look different on every computer. */
export function ShapeMark(props: { readonly shape: Shape }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" stroke-width="2" />
      <Switch>
        <Match when={props.shape === "full"}>
          <circle cx="7" cy="7" r="5.5" fill="currentColor" />
        </Match>
        <Match when={props.shape === "half"}>
          <path d="M7 1.5a5.5 5.5 0 0 0 0 11z" fill="currentColor" />
        </Match>
        <Match when={props.shape === "stop"}>
          <path d="M3.5 7h7" stroke="currentColor" stroke-width="2.5" />
        </Match>
      </Switch>
    </svg>
  );
}

const SHAPES = { done: "full", partly: "half", missing: "empty", stays: "stop" } as const;
const CLASSES = {
  done: "place-step",
  partly: "place-step",
  missing: "place-none",
  stays: "place-stop",
} as const;

function wordStep(step: ChipStep): string {
  const words = t().record;
  if (step.state === "stays") return words.stays;
  const there = step.state !== "missing";
  if (step.step === "here") return there ? words.here : words.notHere;
  if (step.step === "hub") return there ? words.hub : words.notHub;
  return there ? words.sites(step.count) : words.notSites;
}

/** `space` tells whether the record may leave the house at all. */
export function Place(props: { readonly saved: Saved; readonly space: string }) {
  const steps = () =>
    placeChip(
      { here: props.saved.here, hub: props.saved.hub, sites: props.saved.sites.map((site) => site.site) },
      { otherSites: props.space.includes(".") ? null : Infinity },
    );
  return (
    <ul class="place" aria-label={t().record.place}>
      <For each={steps()}>
        {(step) => (
          <li class={CLASSES[step.state]}>
            <ShapeMark shape={SHAPES[step.state]} />
            {wordStep(step)}
          </li>
        )}
      </For>
    </ul>
  );
}
