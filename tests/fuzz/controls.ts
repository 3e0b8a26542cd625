/** Wrong decoders, one for each thing that the harness must find. They stand in no list of real targets. */
import { uint32 } from "#crypto";
import { canonical, type Target } from "./target.ts";

const seeds = (): readonly Uint8Array[] => [Uint8Array.of(2, 7, 7), Uint8Array.of(3, 1, 2, 3)];
/** Bytes behind a count; what is counted is right in the seeds only. */
const isCounted = (input: Uint8Array): boolean => input.length > 0 && input[0] === input.length - 1;
const leaked: Uint8Array[] = [];

export const CONTROLS: readonly Target[] = [
  {
    name: "control-throws",
    share: 1,
    seeds,
    take: (input) => {
      if (isCounted(input)) return true;
      if ((input[0] ?? 0) > 0x80) throw new RangeError("reads behind the end");
      return false;
    },
  },
  {
    name: "control-hangs",
    share: 1,
    seeds,
    take: (input) => {
      // an announced length of zero is never passed
      for (let at = 0; at < input.length; at += input[at] ?? 1) if (at > 1 && input[at] === 9) return false;
      return isCounted(input);
    },
  },
  {
    name: "control-never-answers",
    share: 1,
    seeds,
    take: (input) => (isCounted(input) ? true : new Promise(() => undefined)),
  },
  {
    name: "control-leaks",
    share: 1,
    seeds,
    take: (input) => {
      leaked.push(new Uint8Array(4096).fill(input.length));
      return isCounted(input);
    },
  },
  {
    name: "control-reserves",
    share: 1,
    seeds,
    take: (input) => {
      const announced = new DataView(Uint8Array.of(...uint32(0), ...input, 0, 0, 0, 0).buffer).getUint32(4);
      leaked.push(new Uint8Array(announced % 2 ** 29));
      return isCounted(input);
    },
  },
  {
    name: "control-lax",
    share: 1,
    seeds,
    // takes what stands behind the value, and so two encodings for one value
    take: canonical(
      (input) => (input.length > (input[0] ?? 255) ? input.slice(1, 1 + (input[0] ?? 0)) : null),
      (value) => Uint8Array.of(value.length, ...value),
    ),
  },
  { name: "control-refuses", share: 1, seeds, take: () => false },
];
