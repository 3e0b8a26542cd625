/** Needs, attentions, waiting messages and whom never to tell, in the engine in memory: read from its own records. */
import type { Care, CallRelation } from "#model";
import type { CareCommands, Engine, ListItem, RecordId } from "../../src/engine/api/index.ts";

type Records = Pick<Engine, "add" | "edit" | "list">;
type Fields = Readonly<Record<string, unknown>>;

const NOW = "2026-11-21T18:30:00Z";
const plain = (fields: object): Fields => ({ ...fields });

const KINDS: readonly string[] = ["need", "attention", "waiting-message", "never-tell"];

export function fakeCare(engine: Records): CareCommands & Pick<Engine, "add"> {
  const add = engine.add.bind(engine);
  const standing = async (kind: "need" | "attention" | "waiting-message" | "waiting-text" | "never-tell") =>
    (await engine.list(kind))
      .map(({ id, fields }) => ({ id, fields: plain(fields) }))
      .filter(({ fields }) => fields["takenBack"] !== true);
  const guests = async (): Promise<ReadonlyMap<unknown, ListItem>> =>
    new Map((await engine.list("guest")).map((item) => [item.id, item]));
  const lineOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return {
    async add(kind, fields) {
      if (!KINDS.includes(kind)) return add(kind, fields);
      const { text, ...given } = fields as Fields;
      const added = await add(kind, { at: NOW, ...given });
      if (text !== undefined) await add("waiting-text", { waiting: added.id, text });
      return added;
    },
    async care(guest) {
      const known = await guests();
      const attentions = await standing("attention");
      const met = new Set(attentions.map(({ fields }) => fields["need"]));
      const needs = (await standing("need")).map(({ id, fields }) => ({
        ...{
          id,
          guest: known.get(fields["guest"])!,
          what: fields["what"] as Care,
          note: lineOf(fields["note"]),
        },
        ...{ at: String(fields["at"]), isOpen: fields["closedAt"] === undefined && !met.has(id) },
      }));
      if (guest === undefined) return { needs: needs.filter(({ isOpen }) => isOpen), attentions: [] };
      return {
        needs: needs.filter((need) => need.guest.id === guest),
        attentions: attentions
          .filter(
            ({ fields }) => (fields["guests"] as readonly unknown[] | undefined)?.includes(guest) === true,
          )
          .map(({ id, fields }) => ({
            ...{ id, what: fields["what"] as Care, note: lineOf(fields["note"]), at: String(fields["at"]) },
            people: (fields["guests"] as readonly unknown[]).length,
          })),
      };
    },
    async waiting(guest) {
      const known = await guests();
      const texts = new Map(
        (await standing("waiting-text")).map(({ fields }) => [fields["waiting"], fields["text"]]),
      );
      return (await standing("waiting-message"))
        .filter(({ fields }) => fields["deliveredAt"] === undefined)
        .filter(({ fields }) => guest === undefined || fields["guest"] === guest)
        .map(({ id, fields }) => ({
          ...{ id, guest: known.get(fields["guest"])!, relation: fields["relation"] as CallRelation },
          ...{ at: String(fields["at"]), text: lineOf(texts.get(id)) },
        }));
    },
    async deliver(id: RecordId) {
      await engine.edit(id, { deliveredAt: NOW });
      return { id };
    },
    async neverTell(guest) {
      return (await standing("never-tell"))
        .filter(({ fields }) => fields["guest"] === guest)
        .map(({ id, fields: { name, relation, note } }) => ({
          ...{ id, name: lineOf(name), relation: lineOf(relation), note: lineOf(note) },
        }));
    },
  };
}
