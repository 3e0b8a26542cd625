/** Bytes of a picture, shown: an address in this page's memory, for as long as the picture is on screen. */
import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";

/** Undefined while there is nothing to show. */
export function createPicture(jpeg: Accessor<Uint8Array | null | undefined>): Accessor<string | undefined> {
  const [address, setAddress] = createSignal<string>();
  createEffect(() => {
    const bytes = jpeg();
    const made =
      bytes === null || bytes === undefined
        ? undefined
        : URL.createObjectURL(new Blob([bytes.slice()], { type: "image/jpeg" }));
    setAddress(made);
    onCleanup(() => {
      if (made !== undefined) URL.revokeObjectURL(made);
    });
  });
  return address;
}
