/** What a coordinator can change of a colleague's access: another role, two more weeks, or out. */
import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { DeviceView, Revoked } from "#engine";
import { useApp, useMember } from "../app-context.ts";
import { now } from "../clock.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choices } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { wordError } from "../wording.ts";

type PersonRole = Exclude<DeviceView["role"], "hub">;

const SHELTER_ROLES: readonly PersonRole[] = ["coordinator", "staff", "protection", "volunteer"];
const ADVOCATE_ROLES: readonly PersonRole[] = ["coordinator", "advocate"];

interface Props {
  readonly device: DeviceView;
  readonly name: string;
  readonly onClose: () => void;
}

/** One press: busy, then done or an error that says what to do. */
function createPress(work: () => Promise<string>) {
  const [state, setState] = createSignal<{ busy: boolean; done?: string; error?: unknown }>({ busy: false });
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

function Answer(props: { readonly done: string | undefined; readonly error: unknown }) {
  return (
    <>
      <Show when={props.done}>
        <Notice kind="ok" role="status">
          {props.done}
        </Notice>
      </Show>
      <Show when={props.error}>
        <Notice kind="error" role="alert">
          {wordError(props.error)}
        </Notice>
      </Show>
    </>
  );
}

function RoleChoice(props: { readonly device: DeviceView }) {
  const app = useApp();
  const member = useMember();
  const roles = () => (member()?.siteKind === "advocates" ? ADVOCATE_ROLES : SHELTER_ROLES);
  // the role that it has when the dialog opens; the choice is the person's from then on
  // eslint-disable-next-line solid/reactivity
  const [role, setRole] = createSignal<PersonRole>(props.device.role as PersonRole);
  const { state, press } = createPress(async () => {
    await app.engine.giveRole({ device: props.device.device, role: role() });
    return t().trust.roleGiven;
  });
  return (
    <section class="stack">
      <Choices
        id="access-role"
        label={t().trust.role}
        value={role()}
        column
        options={roles().map((value) => ({
          value,
          label: t().mesh.roles[value],
          hint: t().mesh.roleTexts[value],
        }))}
        onValue={setRole}
      />
      <Answer done={state().done} error={state().error} />
      <div class="actions">
        <Button
          busy={state().busy}
          busyText={t().trust.givingRole}
          onPress={press}
          disabled={role() === props.device.role}
        >
          {t().trust.giveRole}
        </Button>
      </div>
    </section>
  );
}

function Renewal(props: { readonly device: DeviceView; readonly endsAt: number }) {
  const app = useApp();
  const { state, press } = createPress(async () => {
    const { endsAt } = await app.engine.renew(props.device.device);
    return t().trust.renewed(f().day(endsAt));
  });
  return (
    <section class="stack">
      <p>{t().trust.endsAt(f().moment(props.endsAt, now()))}</p>
      <Answer done={state().done} error={state().error} />
      <div class="actions">
        <Button busy={state().busy} busyText={t().trust.renewing} onPress={press}>
          {t().trust.renew}
        </Button>
      </div>
    </section>
  );
}

/** Said before, so that nobody believes that a stolen laptop forgets. */
function TakeOut(props: {
  readonly device: DeviceView;
  readonly onDone: (done: Revoked) => void;
  readonly onClose: () => void;
}) {
  const app = useApp();
  const { state, press } = createPress(async () => {
    props.onDone(await app.engine.revoke(props.device.device));
    return "";
  });
  return (
    <section class="stack" aria-labelledby="take-out">
      <h3 id="take-out">{t().trust.takeOut}</h3>
      <p>{t().trust.takeOutWhen}</p>
      <p class="quiet">{t().trust.takeOutKeeps}</p>
      <Answer done={undefined} error={state().error} />
      <div class="actions">
        <Button look="danger" busy={state().busy} busyText={t().trust.takingOut} onPress={press}>
          {t().trust.takeOutNow}
        </Button>
        <Button
          onPress={() => {
            props.onClose();
          }}
        >
          {t().trust.keep}
        </Button>
      </div>
    </section>
  );
}

function Outcome(props: { readonly done: Revoked; readonly name: string }) {
  return (
    <div class="stack">
      <Notice kind={props.done.done ? "ok" : "warn"} role="status">
        {props.done.done ? t().trust.takenOut(props.name) : t().trust.oneWord}
      </Notice>
      <p>{t().trust.spread}</p>
      <p>{t().trust.couldRead(props.done.records.length)}</p>
      <Show when={props.done.records.length > 0}>
        <details class="fold">
          <summary>{t().trust.showRecords}</summary>
          <ul class="fold-body">
            <For each={props.done.records}>
              {(record) => (
                <li>
                  {record.title} <span class="quiet small">{t().search.kinds[record.kind]}</span>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </div>
  );
}

export function AccessDialog(props: Props) {
  const member = useMember();
  const [done, setDone] = createSignal<Revoked>();
  const isPerson = () => props.device.role !== "hub" && member()?.role === "coordinator";
  return (
    <Dialog open title={t().trust.manageOf(props.name)} onClose={props.onClose}>
      <Switch>
        <Match when={done()}>{(revoked) => <Outcome done={revoked()} name={props.name} />}</Match>
        <Match when={done() === undefined}>
          <div class="stack stack-wide">
            <Show when={props.device.endsAt}>
              {(endsAt) => <Renewal device={props.device} endsAt={endsAt()} />}
            </Show>
            <Show when={isPerson()}>
              <RoleChoice device={props.device} />
            </Show>
            <TakeOut device={props.device} onDone={setDone} onClose={props.onClose} />
          </div>
        </Match>
      </Switch>
    </Dialog>
  );
}
