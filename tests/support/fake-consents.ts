/** What guests agree to, in the fake engine: the statements of the model, in memory. */
import {
  type ConsentCommands,
  type ConsentStatement,
  type ConsentView,
  type ConsentWish,
  EngineError,
  type RecordId,
  type ServiceView,
  type ToldTo,
} from "../../src/engine/api/index.ts";
import { CONSENT_PURPOSES, consentState, standing } from "#model";

type SiteId = Exclude<NonNullable<ConsentView["to"]>, RecordId>;

interface Said extends ConsentWish {
  readonly isHandedIn: boolean;
  readonly id: RecordId;
  readonly replaces: readonly string[];
}

export interface FakeConsentsOptions {
  /** Throws where the vault is locked, or the role may not. */
  readonly check: () => void;
  /** Whether who is here reads what was said; a volunteer hands it in. */
  readonly reads: () => boolean;
  readonly changed: (id: RecordId) => void;
  readonly newId: () => RecordId;
  readonly others: () => readonly { readonly site: SiteId; readonly name: string }[];
}

export class FakeConsents implements ConsentCommands {
  private readonly options: FakeConsentsOptions;
  private said: readonly Said[] = [];
  /** What the directory has. */
  services: () => readonly ServiceView[] = () => [];

  constructor(options: FakeConsentsOptions) {
    this.options = options;
  }

  private on({
    guest,
    purpose,
    to,
  }: Pick<ConsentWish, "guest" | "purpose"> & { readonly to?: ToldTo | null }) {
    return this.said
      .filter((one) => one.guest === guest && one.purpose === purpose && (one.to ?? null) === (to ?? null))
      .map((one) => ({ ...one, wish: one, said: [one.said] }));
  }

  /** For tests: what another device said without knowing of what is said here. */
  saidElsewhere(wish: ConsentWish, by: { readonly isHandedIn: boolean } = { isHandedIn: false }): void {
    const id = this.options.newId();
    this.said = [...this.said, { ...wish, ...by, id, replaces: [] }];
    this.options.changed(id);
  }

  async agrees(guest: RecordId, to: ToldTo): Promise<boolean> {
    return consentState(this.on({ guest, purpose: "refer", to })) === "yes";
  }

  agreesTo(guest: RecordId, purpose: "carry" | "findable"): boolean {
    return consentState(this.on({ guest, purpose })) === "yes";
  }

  async consent(wish: ConsentWish): ReturnType<ConsentCommands["consent"]> {
    this.options.check();
    const id = this.options.newId();
    const reads = this.options.reads();
    const replaces = reads ? standing(this.on(wish)).map((one) => one.id) : [];
    this.said = [...this.said, { ...wish, id, replaces, isHandedIn: !reads }];
    this.options.changed(id);
    return { id, purpose: wish.purpose, state: reads ? consentState(this.on(wish)) : null };
  }

  async waitingConsents(): ReturnType<ConsentCommands["waitingConsents"]> {
    return [];
  }

  /** For tests: what was said, as a test asks it whoever is here. */
  saidOf(guest: RecordId): readonly Pick<Said, "purpose" | "said" | "isHandedIn" | "to">[] {
    return this.said.filter((one) => one.guest === guest);
  }

  async consents(guest: RecordId): ReturnType<ConsentCommands["consents"]> {
    this.options.check();
    if (!this.options.reads()) throw new EngineError({ code: "not-allowed", role: "volunteer" });
    const named = new Set(this.said.filter((one) => one.guest === guest).map(({ to }) => to));
    const services = this.services().filter(({ id }) => named.has(id));
    const others: readonly { readonly site: ToldTo; readonly name: string; readonly toService: boolean }[] = [
      ...this.options.others().map((one) => ({ ...one, toService: false })),
      ...services.map(({ id, name }) => ({ site: id, name, toService: true })),
    ];
    return CONSENT_PURPOSES.flatMap((purpose) =>
      (purpose === "refer" ? others : [null]).map((other): ConsentView => {
        const said = this.on({ guest, purpose, to: other?.site ?? null });
        return {
          purpose,
          to: other?.site ?? null,
          toName: other?.name ?? null,
          toService: other?.toService ?? false,
          state: consentState(said),
          standing: standing(said).map(({ id, wish, isHandedIn }): ConsentStatement => ({
            id,
            isHandedIn,
            said: wish.said,
            basis: wish.basis ?? "self",
            language: wish.language ?? null,
            interpreter: wish.interpreter ?? null,
            at: "2026-11-22T10:00:00Z",
          })),
        };
      }),
    );
  }
}
