/** The whole page in jsdom over a fake engine: what a person does, by the names they see. */
import "./dom-matchers.ts";
import { cleanup, render, screen, waitFor } from "@solidjs/testing-library";
import { configure } from "@testing-library/dom";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { textsOf } from "#i18n";
// the pages that the app loads when they are first opened: here before the first test begins
import "../../src/ui/pages/invite-dialog.tsx";
import "../../src/ui/pages/mesh.tsx";
import "../../src/ui/pages/new-card.tsx";
import "../../src/ui/pages/directory.tsx";
import "../../src/ui/pages/route-board.tsx";
import "../../src/ui/pages/open-card.tsx";
import "../../src/ui/pages/reader.tsx";
import "../../src/ui/pages/record.tsx";
import "../../src/ui/pages/referral.tsx";
import "../../src/ui/pages/referrals.tsx";
import "../../src/ui/pages/slip.tsx";
import "../../src/ui/pages/report.tsx";
import "../../src/ui/pages/reports.tsx";
import "../../src/ui/pages/roll-call.tsx";
import "../../src/ui/pages/settings.tsx";
import "../../src/ui/pages/waiting.tsx";
import "../../src/ui/pages/welcome.tsx";
import { AppRoot } from "../../src/ui/app-root.tsx";
import { createClient } from "../../src/ui/engine-client.ts";
import { setLook } from "../../src/ui/look.ts";
import { createFakeEngine, type FakeEngine } from "./fake-engine.ts";
import type { FakeOptions } from "./fake-types.ts";

export interface RenderedApp {
  readonly fake: FakeEngine;
  readonly user: UserEvent;
  readonly container: HTMLElement;
  /** Pages that the tab was sent to in place of this one. */
  readonly left: readonly string[];
  /** Whether the engine was ended. */
  readonly ended: () => boolean;
}

// pages come as chunks, and a busy machine takes its time; asking every node whether it is hidden takes most of it
configure({ asyncUtilTimeout: 10_000, defaultHidden: true });

export const t = textsOf("es");

/** Shows the app; ends the one before, so that each test begins on the first page. */
export function renderApp(options: FakeOptions = {}): RenderedApp {
  cleanup();
  location.hash = "";
  globalThis.scrollTo = () => undefined;
  setLook({ language: "es", theme: "light", idleMinutes: 5, awayMinutes: 3 });
  const fake = createFakeEngine(options);
  const user = userEvent.setup({ delay: null });
  const left: string[] = [];
  let ended = false;
  const end = () => {
    ended = true;
  };
  const start = () => createClient(fake, { carry: (listener) => listener, end });
  const { container } = render(() => <AppRoot start={start} leaveTo={(page) => left.push(page)} />);
  return { fake, user, container, left, ended: () => ended };
}

/** Opens a page by its address, once the first page has settled there. */
export async function goTo(path: string): Promise<void> {
  await screen.findByRole("navigation");
  await waitFor(() => {
    if (location.hash.length <= "#/".length) throw new Error("the first page has not opened yet");
  });
  location.hash = `#${path}`;
}
