/** A service as somebody types it: a new one, or what is different about one that is known. */
import { createSignal, Show, untrack } from "solid-js";
import type { ServiceView } from "#engine";
import {
  ACCEPTED,
  type Accepted,
  type Care,
  CARES,
  SERVICE_TYPES,
  type ServiceTold,
  type ServiceType,
} from "#model";
import { t } from "../look.ts";
import { Select, TextArea, TextField } from "../parts/field.tsx";
import { createForm, Form, type FormError, type FormState } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { OtherWords } from "../parts/other-words.tsx";
import { Ticks } from "../parts/ticks.tsx";
import { SaveOrCancel } from "../parts/save-or-cancel.tsx";

const LINES = ["name", "place", "address", "hours", "languages", "phone", "entry", "note"] as const;
type LineField = (typeof LINES)[number];

interface Typed {
  readonly lines: Readonly<Record<LineField, string>>;
  readonly type: ServiceType | "";
  readonly offers: readonly Care[];
  readonly accepts: readonly Accepted[];
}

const EMPTY: Typed = {
  lines: { name: "", place: "", address: "", hours: "", languages: "", phone: "", entry: "", note: "" },
  type: "",
  offers: [],
  accepts: [],
};

function typedFrom(service: ServiceView | null): Typed {
  if (service === null) return EMPTY;
  const { name, place, address, hours, languages, phone, entry, note, type, offers, accepts } = service;
  return {
    lines: {
      ...{ name, place: place ?? "", address: address ?? "", hours: hours ?? "" },
      ...{ languages: languages.join("; "), phone: phone ?? "", entry: entry ?? "", note: note ?? "" },
    },
    ...{ type, offers, accepts },
  };
}

export type TypedService = Readonly<Partial<Record<ServiceTold, unknown>>>;

const isFilled = (value: string | readonly string[]): boolean =>
  (typeof value === "string" ? value.trim() : value).length > 0;

/** What is filled in, and null for what was and is no more. */
function fieldsOf(before: Typed, typed: Typed): TypedService {
  const [was, is] = [before, typed].map(({ lines, ...choices }) => ({ ...lines, ...choices }));
  const filledBefore = new Map(Object.entries(was ?? {}).filter(([, value]) => isFilled(value)));
  return Object.fromEntries(
    Object.entries(is ?? {}).flatMap(([field, value]): readonly (readonly [string, unknown])[] => {
      if (isFilled(value)) return [[field, value]];
      return filledBefore.has(field) ? [[field, null]] : [];
    }),
  );
}

const idOf = (field: string): string => `service-${field}`;
const KNOWN: readonly string[] = [...LINES, "type", "offers", "accepts"];

interface PartProps {
  readonly form: FormState;
  readonly typed: Typed;
  readonly onTyped: (change: Partial<Typed>) => void;
}

function Line(
  props: PartProps & {
    readonly field: LineField;
    readonly label: string;
    readonly hint?: string;
    readonly optional?: boolean;
  },
) {
  const shared = () => ({
    id: idOf(props.field),
    label: props.label,
    hint: props.hint,
    optional: props.optional ?? true,
    error: props.form.errorOf(idOf(props.field)),
    value: props.typed.lines[props.field],
    onValue: (value: string) => {
      props.onTyped({ lines: { ...props.typed.lines, [props.field]: value } });
    },
  });
  const isLong = () => props.field === "entry" || props.field === "note";
  return <>{isLong() ? <TextArea {...shared()} rows={2} /> : <TextField {...shared()} />}</>;
}

function Choices(props: PartProps) {
  const types = () => SERVICE_TYPES.map((value) => ({ value, label: t().route.types[value] }));
  return (
    <>
      <Select<ServiceType | "">
        id={idOf("type")}
        label={t().route.type}
        error={props.form.errorOf(idOf("type"))}
        options={[{ value: "", label: "—" }, ...types()]}
        value={props.typed.type}
        onValue={(type) => {
          props.onTyped({ type });
        }}
      />
      <Ticks
        id={idOf("offers")}
        label={t().route.offers}
        error={props.form.errorOf(idOf("offers"))}
        options={CARES.map((value) => ({ value, label: t().care.kinds[value] }))}
        value={props.typed.offers}
        onValue={(offers) => {
          props.onTyped({ offers });
        }}
      />
      <Ticks
        id={idOf("accepts")}
        label={t().route.accepts}
        error={props.form.errorOf(idOf("accepts"))}
        options={ACCEPTED.map((value) => ({ value, label: t().route.groups[value] }))}
        value={props.typed.accepts}
        onValue={(accepts) => {
          props.onTyped({ accepts });
        }}
      />
    </>
  );
}

export interface ServiceFormProps {
  readonly title: string;
  /** As it was when the form was opened; null: a new one. */
  readonly service: ServiceView | null;
  readonly onSave: (fields: TypedService) => Promise<void>;
  readonly onCancel: () => void;
}

export function ServiceForm(props: ServiceFormProps) {
  const before = untrack(() => typedFrom(props.service));
  const [typed, setTyped] = createSignal(before);
  const check = (): readonly FormError[] => [
    ...(typed().type === "" ? [{ field: idOf("type"), text: t().route.needType }] : []),
    ...(typed().offers.length === 0 ? [{ field: idOf("offers"), text: t().route.needOffers }] : []),
  ];
  const form = createForm({
    check,
    fieldOf: (path) => {
      const [field = ""] = path.split(".");
      return KNOWN.includes(field) ? idOf(field) : null;
    },
    send: () => props.onSave(fieldsOf(before, typed())),
  });
  const shared = () => ({
    form,
    typed: typed(),
    onTyped: (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change })),
  });
  return (
    <Form state={form} label={props.title}>
      <p>{t().route.publicText}</p>
      <Show when={props.service?.others.length}>
        <Notice kind="warn">
          <p>{t().route.lookFirst}</p>
          <OtherWords words={props.service?.others ?? []} />
        </Notice>
      </Show>
      <Line {...shared()} field="name" label={t().route.name} optional={false} />
      <Choices {...shared()} />
      <Line {...shared()} field="place" label={t().route.town} />
      <Line {...shared()} field="address" label={t().route.address} hint={t().route.addressHint} />
      <Line {...shared()} field="hours" label={t().route.hours} />
      <Line {...shared()} field="phone" label={t().route.phone} hint={t().route.phoneHint} />
      <Line {...shared()} field="languages" label={t().route.languages} hint={t().route.languagesHint} />
      <Line {...shared()} field="entry" label={t().route.entry} hint={t().route.entryHint} />
      <Line {...shared()} field="note" label={t().route.note} />
      <SaveOrCancel
        form={form}
        save={t().route.save}
        onCancel={() => {
          props.onCancel();
        }}
      />
    </Form>
  );
}
