/** One press that the engine answers: busy, then done or an error that says what to do. */
import { createSignal, Show } from "solid-js";
import { wordError } from "../wording.ts";
import { Notice } from "./notice.tsx";

export interface Pressed {
  readonly busy: boolean;
  readonly done?: string;
  readonly error?: unknown;
}

/** `work` gives what is said when it is done. */
export function createPress(work: () => Promise<string>) {
  const [state, setState] = createSignal<Pressed>({ busy: false });
  const press = async (): Promise<void> => {
    setState({ busy: true });
    try {
      setState({ busy: false, done: await work() });
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return { state, press: () => void press() };
}

/** For what takes the place of a pressed button: a reader hears it, and Escape still closes its dialog. */
export const takeFocus = (element: HTMLElement): void => {
  queueMicrotask(() => {
    element.focus();
  });
};

export function Answer(props: { readonly to: Pressed }) {
  return (
    <>
      <Show when={props.to.done}>
        <Notice kind="ok" role="status">
          {props.to.done}
        </Notice>
      </Show>
      <Show when={props.to.error}>
        <Notice kind="error" role="alert">
          {wordError(props.to.error)}
        </Notice>
      </Show>
    </>
  );
}
