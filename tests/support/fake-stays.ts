/** How the engine in memory notes who leaves: as the engine does, for one device. */
import { type Arrival, endedStay, type FieldsOf, staysOf } from "#model";
import {
  type CallCommands,
  type Engine,
  EngineError,
  type RecordId,
  type StayCommands,
} from "../../src/engine/api.ts";

type Records = Pick<Engine, "add" | "edit" | "list" | "show">;

const second = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

export function fakeStays(engine: Records, now: () => number): StayCommands & CallCommands {
  const of = async (kind: "arrival" | "departure", guest: RecordId) =>
    (await engine.list(kind)).filter(({ fields }) => "guest" in fields && fields.guest === guest);
  const stays: StayCommands["stays"] = async (guest) => {
    const { fields } = await engine.show(guest);
    const departures = (await of("departure", guest)).filter(
      (item) => !("takenBack" in item.fields && item.fields.takenBack),
    );
    const noted = {
      comings: (await of("arrival", guest)).map(({ id, fields }) => ({ id, at: (fields as Arrival).at })),
      leavings: departures.map(({ id, fields }) => ({ ...(fields as FieldsOf<"departure">), id })),
    };
    return { isHere: !("leftAt" in fields), stays: staysOf(noted) };
  };
  return {
    stays,
    call: (wish) => engine.add("call", { at: second(now()), ...wish }),
    async depart(wish) {
      const at = wish.at ?? second(now());
      const { id } = await engine.add("departure", { ...wish, at });
      const stored = (await engine.show(id)).fields;
      await engine.edit(wish.guest, { leftAt: "at" in stored ? stored.at : at });
      return { id };
    },
    async takeBackDeparture(guest) {
      const known = await stays(guest);
      if (known.isHere) throw new EngineError({ code: "not-left" });
      const leavings = endedStay(known.stays)?.leavings ?? [];
      for (const { id } of leavings) await engine.edit(id as RecordId, { takenBack: true });
      await engine.edit(guest, { leftAt: null });
      return { id: (leavings.at(-1)?.id ?? guest) as RecordId };
    },
  };
}
