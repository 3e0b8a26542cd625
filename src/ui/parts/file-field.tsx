/**
 * Choosing one file by a button of ours: the browser's own chooser speaks the browser's language. The
 * input itself is not shown; the button opens it, and says which file was chosen.
 */
import CircleAlert from "lucide-solid/icons/circle-alert";
import FolderOpen from "lucide-solid/icons/folder-open";
import { Show } from "solid-js";
import { t } from "../look.ts";
import { Button } from "./button.tsx";
import type { FieldProps } from "./field.tsx";

interface FileFieldProps extends Omit<FieldProps, "optional"> {
  /** Absent: any file. */
  readonly accept?: string;
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
}

export function FileField(props: FileFieldProps) {
  let input: HTMLInputElement | undefined;
  const part = (name: string): string => `${props.id}-${name}`;
  const described = () =>
    [
      ...(props.hint === undefined ? [] : [part("hint")]),
      ...(props.error === undefined ? [] : [part("error")]),
      part("chosen"),
    ].join(" ");
  return (
    <div class="field">
      <span class="label" id={part("label")}>
        {props.label}
      </span>
      <Show when={props.hint}>
        <p class="hint" id={part("hint")}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p class="field-error" id={part("error")}>
          <CircleAlert />
          <span>{props.error}</span>
        </p>
      </Show>
      <div class="file-choice">
        <Button
          id={props.id}
          icon={<FolderOpen />}
          aria-describedby={described()}
          onPress={() => input?.click()}
        >
          {props.file === null ? t().settings.fileChoose : t().settings.fileOther}
        </Button>
        <span id={part("chosen")} class="file-chosen" role="status">
          {props.file === null ? t().settings.fileNone : t().settings.fileChosen(props.file.name)}
        </span>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-labelledby={part("label")}
        accept={props.accept}
        onChange={(event) => {
          props.onFile(event.currentTarget.files?.[0] ?? null);
          // the same file may be chosen again: after it was mended, or not used
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
