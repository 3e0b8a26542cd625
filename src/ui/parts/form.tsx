/**
 * A form in the manner of GOV.UK: checked when sent, never while typing; what was typed stays;
 * a summary on top takes the focus and leads to each field with the same words as beside it.
 * Ctrl+Enter sends from anywhere inside.
 */
import { createEffect, createSignal, For, type ParentProps, Show } from "solid-js";
import type { Fault } from "#engine";
import { wordProblem } from "#i18n";
import { faultOf } from "../engine-client.ts";
import { t } from "../look.ts";
import { wordError } from "../wording.ts";

export interface FormError {
  /** Id of the field; null for what concerns the whole form. */
  readonly field: string | null;
  readonly text: string;
}

export interface FormState {
  readonly errors: () => readonly FormError[];
  errorOf(field: string): string | undefined;
  readonly busy: () => boolean;
  send(): Promise<void>;
  clear(): void;
}

export interface FormOptions {
  /** What must be corrected before sending; empty sends. */
  readonly check: () => readonly FormError[];
  readonly send: () => Promise<void>;
  /** Ids of the fields that the engine's paths stand for, where they differ. */
  readonly fieldOf?: (path: string) => string | null;
  /** Ids of the fields that a fault is about; none when it concerns the whole form. */
  readonly blame?: Partial<Record<Fault["code"], string>>;
}

function errorsOf(error: unknown, options: FormOptions): readonly FormError[] {
  const fault = faultOf(error);
  if (fault === null) return [{ field: null, text: wordError(error) }];
  if (fault.code !== "fields")
    return [{ field: options.blame?.[fault.code] ?? null, text: wordError(error) }];
  return fault.problems.map((problem) => ({
    field: options.fieldOf?.(problem.field) ?? null,
    text: wordProblem(t(), problem),
  }));
}

/** The state of one form. */
export function createForm(options: FormOptions): FormState {
  const [errors, setErrors] = createSignal<readonly FormError[]>([]);
  const [busy, setBusy] = createSignal(false);
  return {
    errors,
    errorOf: (field) => errors().find((error) => error.field === field)?.text,
    busy,
    clear: () => setErrors([]),
    async send() {
      if (busy()) return;
      const found = options.check();
      setErrors(found);
      if (found.length > 0) return;
      setBusy(true);
      try {
        await options.send();
      } catch (error) {
        setErrors(errorsOf(error, options));
      } finally {
        setBusy(false);
      }
    },
  };
}

function ErrorSummary(props: { readonly errors: readonly FormError[] }) {
  let box: HTMLDivElement | undefined;
  createEffect(() => {
    if (props.errors.length === 0) return;
    document.title = `Error: ${document.title.replace(/^Error: /u, "")}`;
    box?.focus();
  });
  const lead = (event: MouseEvent, field: string): void => {
    event.preventDefault();
    const target = document.getElementById(field);
    const control = target?.matches("fieldset") === true ? target.querySelector("input") : target;
    control?.focus();
  };
  return (
    <div class="error-summary" ref={box} tabindex="-1" role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t().shell.problems}</h2>
      <ul>
        <For each={props.errors}>
          {(error) => (
            <li>
              <Show when={error.field} fallback={<p>{error.text}</p>}>
                {(field) => (
                  <a
                    href={`#${field()}`}
                    on:click={(event) => {
                      lead(event, field());
                    }}
                  >
                    {error.text}
                  </a>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}

export interface FormProps {
  readonly state: FormState;
  readonly label?: string;
  /** For a page that must fit on one screen. */
  readonly dense?: boolean;
}

export function Form(props: ParentProps<FormProps>) {
  const send = (event: Event): void => {
    event.preventDefault();
    void props.state.send();
  };
  return (
    <form
      class="stack"
      classList={{ "stack-wide": props.dense !== true }}
      novalidate
      autocomplete="off"
      aria-label={props.label}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        // a key that is held down sends once
        if (event.repeat) event.preventDefault();
        else send(event);
      }}
    >
      <Show when={props.state.errors().length > 0}>
        <ErrorSummary errors={props.state.errors()} />
      </Show>
      {props.children}
    </form>
  );
}
