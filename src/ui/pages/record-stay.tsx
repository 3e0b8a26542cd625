/**
 * On the page of a guest: whether they are here, the departure, and what comes next after one that needs somebody to
 * act. A departure that was noted by mistake is taken back from the same place.
 */
import { useNavigate } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import type { RecordView, StaysView } from "#engine";
import { displayName, endedStay, hasDied, type Leaving, needsNextStep, openStay, type Stay } from "#model";
import { useApp } from "../app-context.ts";
import { carrySought } from "../carried.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button, LinkButton } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { reportStepPath } from "../paths.ts";
import { soughtDraft } from "../report-fields.ts";
import { valueAt, wordError, wordMoment } from "../wording.ts";
import { DepartureDialog } from "./departure-dialog.tsx";

export interface RecordStayProps {
  readonly view: RecordView;
  readonly mayWrite: boolean;
}

const TOLD_OF_DEATH: readonly string[] = ["protection", "coordinator"];

/** How they left, where to, what was noted of it. */
const wordsOfLeaving = ({ how, to, note }: Leaving): readonly string[] =>
  [how === null ? "" : t().stay.hows[how], to ?? "", note ?? ""].filter((word) => word !== "");

const wordLeaving = (leaving: Leaving): string =>
  [wordMoment(leaving.at), ...wordsOfLeaving(leaving)].join(" · ");

/** A report begins with what the house knows of the person, and the day on which they were last here. */
function NextStep(props: { readonly view: RecordView; readonly leaving: Leaving }) {
  const navigate = useNavigate();
  const next = () => (needsNextStep(props.leaving.how) ? t().stay.next[props.leaving.how] : null);
  return (
    <Show when={next()}>
      {(text) => (
        <Notice kind="warn">
          <strong>{t().stay.nextTitle}</strong>
          <p>{text()}</p>
          <div>
            <Button
              onPress={() => {
                const lastContact = { at: props.leaving.at.slice(0, "2026-11-21".length) };
                const name = displayName({ ...props.view.fields });
                const named = name === null ? {} : { name };
                carrySought(
                  soughtDraft({ ...props.view.fields, ...named, lastContact } as Parameters<
                    typeof soughtDraft
                  >[0]),
                );
                navigate(reportStepPath(1));
              }}
            >
              {t().stay.report}
            </Button>
          </div>
        </Notice>
      )}
    </Show>
  );
}

interface GoneProps extends RecordStayProps {
  readonly stays: readonly Stay[];
  readonly onUndo: () => void;
}

function Gone(props: GoneProps) {
  const leavings = () => endedStay(props.stays)?.leavings ?? [];
  const leftAt = (): unknown => valueAt(props.view.fields, "leftAt");
  const left = () => {
    const at = leftAt();
    return typeof at === "string" ? t().stay.left(wordMoment(at)) : t().stay.leftUnknown;
  };
  // the moment stands above already, where there is no other
  const word = (leaving: Leaving): string =>
    leavings().length === 1 && leaving.at === leftAt()
      ? wordsOfLeaving(leaving).join(" · ")
      : wordLeaving(leaving);
  return (
    <>
      <Notice kind="info">
        <strong>{left()}</strong>
        <For each={leavings()}>{(leaving) => <p>{word(leaving)}</p>}</For>
        <Show when={props.mayWrite}>
          <div>
            <LinkButton
              onPress={() => {
                props.onUndo();
              }}
            >
              {t().stay.undo}
            </LinkButton>
          </div>
        </Show>
      </Notice>
      <Show when={!hasDied(props.stays)} fallback={<AfterDeath />}>
        <Show when={leavings().findLast(({ how }) => needsNextStep(how))}>
          {(leaving) => <NextStep view={props.view} leaving={leaving()} />}
        </Show>
      </Show>
    </>
  );
}

/** Whom to tell, by name as far as the house's people are known here. */
function AfterDeath() {
  const app = useApp();
  const answering = createLive({
    key: () => "members",
    ask: async () => {
      const { sites } = await app.engine.members();
      const devices = sites.filter(({ ownSite }) => ownSite).flatMap((site) => site.devices);
      const named = devices.filter(({ role, state }) => state === "member" && TOLD_OF_DEATH.includes(role));
      return [...new Set(named.flatMap(({ person }) => person ?? []))];
    },
    concerns: (event) => event.kind === "members",
  });
  const names = () => answering.value() ?? [];
  return (
    <Notice kind="protect">
      <strong>{t().stay.diedTitle}</strong>
      <p>{t().stay.died}</p>
      <p>{names().length === 0 ? t().stay.diedTellRole : t().stay.diedTell(f().list(names()))}</p>
      <p>{t().stay.diedSteps}</p>
    </Notice>
  );
}

/** Stays that ended before the one that is told of above. */
function Before(props: { readonly stays: readonly Stay[] }) {
  const before = () => props.stays.slice(0, -1).toReversed();
  const from = (stay: Stay): string => (stay.from === null ? t().stay.fromUnknown : wordMoment(stay.from));
  return (
    <Show when={before().length > 0}>
      <details class="fold">
        <summary>{t().stay.before}</summary>
        <ul class="fold-body stack">
          <For each={before()}>
            {(stay) => <li>{t().stay.beforeLine(from(stay), stay.leavings.map(wordLeaving).join(" / "))}</li>}
          </For>
        </ul>
      </details>
    </Show>
  );
}

function Here(props: {
  readonly stays: StaysView;
  readonly mayWrite: boolean;
  readonly onDepart: () => void;
}) {
  const since = () => openStay(props.stays.stays)?.from ?? null;
  return (
    <div class="row row-apart">
      <p>
        <Show when={since()} fallback={t().stay.here}>
          {(from) => t().stay.hereSince(wordMoment(from()))}
        </Show>
      </p>
      <Show when={props.mayWrite}>
        <Button
          onPress={() => {
            props.onDepart();
          }}
        >
          {t().stay.depart}
        </Button>
      </Show>
    </div>
  );
}

export function RecordStay(props: RecordStayProps) {
  const app = useApp();
  const [leaving, setLeaving] = createSignal(false);
  const [failed, setFailed] = createSignal<unknown>();
  const stays = createLive({
    key: () => props.view.id,
    ask: (guest) => app.engine.stays(guest),
    concerns: (event) => event.kind === "records",
  });
  const undo = async (): Promise<void> => {
    try {
      await app.engine.takeBackDeparture(props.view.id);
      setFailed(undefined);
      announce(t().stay.undone);
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <section class="stack" aria-labelledby="stay-title">
      <h2 id="stay-title">{t().stay.title}</h2>
      <Show when={failed() ?? stays.error()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <Show when={stays.value()}>
        {(known) => (
          <>
            <Show
              when={known().isHere}
              fallback={
                <Gone
                  view={props.view}
                  mayWrite={props.mayWrite}
                  stays={known().stays}
                  onUndo={() => void undo()}
                />
              }
            >
              <Here stays={known()} mayWrite={props.mayWrite} onDepart={() => setLeaving(true)} />
            </Show>
            <Before stays={known().stays} />
          </>
        )}
      </Show>
      <DepartureDialog guest={props.view.id} open={leaving()} onClose={() => setLeaving(false)} />
    </section>
  );
}
