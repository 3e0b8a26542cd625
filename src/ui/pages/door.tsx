/**
 * Somebody asks for a person, at the door or on the telephone: what to say, word for word, and the two things that can be
 * taken. Nothing on this page looks anybody up, so that nobody can be talked into telling who is here.
 */
import { A } from "@solidjs/router";
import { createSignal, For } from "solid-js";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { TextArea, TextField } from "../parts/field.tsx";
import { Page } from "../parts/page.tsx";
import { Answer, createPress } from "../parts/press.tsx";
import { paths, reportStepPath } from "../paths.ts";

const LINES = ["for", "askedBy", "relation", "phone"] as const;
type Line = (typeof LINES)[number];

const EMPTY: Readonly<Record<Line | "text", string>> = {
  for: "",
  askedBy: "",
  relation: "",
  phone: "",
  text: "",
};

function Message() {
  const app = useApp();
  const [typed, setTyped] = createSignal(EMPTY);
  const change = (field: Line | "text", value: string): void => {
    setTyped((before) => ({ ...before, [field]: value }));
  };
  const save = createPress(async () => {
    await app.engine.add("night-message", typed());
    setTyped(EMPTY);
    return t().seek.messageTaken;
  });
  return (
    <form
      class="stack"
      aria-labelledby="message-title"
      onSubmit={(event) => {
        event.preventDefault();
        save.press();
      }}
    >
      <h2 id="message-title">{t().seek.takeMessage}</h2>
      <p>{t().seek.messageText}</p>
      <For each={LINES}>
        {(field) => (
          <TextField
            id={`door-${field}`}
            label={t().seek.messageLines[field]}
            optional
            value={typed()[field]}
            onValue={(value) => {
              change(field, value);
            }}
          />
        )}
      </For>
      <TextArea
        id="door-text"
        label={t().seek.message}
        value={typed().text}
        onValue={(value) => {
          change("text", value);
        }}
      />
      <Answer to={save.state()} />
      <div>
        <Button type="submit" look="primary" busy={save.state().busy} disabled={typed().text.trim() === ""}>
          {t().seek.saveMessage}
        </Button>
      </div>
    </form>
  );
}

export function DoorPage() {
  return (
    <Page title={t().seek.door}>
      <div class="stack stack-wide">
        <section class="stack" aria-labelledby="script-title">
          <h2 id="script-title">{t().seek.say}</h2>
          <p class="to-read">{t().seek.script}</p>
          <p>{t().seek.scriptWhy}</p>
        </section>
        <div class="actions">
          <A class="button" href={reportStepPath(1)}>
            {t().seek.doorReport}
          </A>
          <A class="button" href={paths.paste}>
            {t().seek.paste}
          </A>
        </div>
        <Message />
      </div>
    </Page>
  );
}
