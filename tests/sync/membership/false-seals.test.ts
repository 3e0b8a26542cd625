/** A cut is a seal of the device that it cuts: nobody else can say where a log ends (docs/protocol.md, "Cuts"). */
import { type Hash, redactDevice } from "#crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { idBytes, operationIdOf } from "../../../sync/ids.ts";
import { signSeal } from "../../../sync/log/seal.ts";
import type { Cut, Ending } from "../../../sync/membership/cut.ts";
import type { Operation } from "../../../sync/membership/operations.ts";
import { CONTROL } from "../../../sync/space.ts";
import { anyHash, buildMesh, fateOf, found, type Mesh, signatures } from "./story.ts";

let mesh: Mesh;
beforeEach(async () => {
  mesh = await buildMesh();
});

describe("an operation that cuts a log is invalid with a seal of another device, place or mesh", () => {
  const ending = (cut: Cut): Ending => ({ device: redactDevice(mesh.ramon.device), cuts: [cut] });
  const rows: readonly (readonly [Operation["kind"], (cut: Cut) => Operation])[] = [
    ["revoke", (cut) => ({ kind: "revoke", ending: ending(cut) })],
    ["role", (cut) => ({ kind: "role", role: "volunteer", ending: ending(cut) })],
    ["raise-cut", (cut) => ({ kind: "raise-cut", device: redactDevice(mesh.ramon.device), cut })],
    ["remove-site", (cut) => ({ kind: "remove-site", site: mesh.teresa.site, endings: [ending(cut)] })],
  ];

  test.each(rows)("%s", async (_kind, make) => {
    const { teresa, ramon, vero } = mesh;
    const elsewhere = await found("Elsa", { name: "Otra", kind: "shelter" });
    const end = operationIdOf(anyHash("the end"));
    const own = await ramon.cut(7, end);
    const position = { log: { space: CONTROL, device: ramon.id }, seq: 7, id: idBytes(end) as Hash };
    const secret = ramon.device.sign.secret;
    const foreign = await signSeal(signatures, secret, { mesh: elsewhere.mesh, ...position });
    const wrong: readonly Cut[] = [
      await vero.cut(7, end),
      { ...own, seal: { ...own.seal, seq: 8 } },
      { ...own, seal: foreign },
    ];
    for (const cut of wrong) expect(await fateOf(teresa, make(cut))).toBe("invalid");
    expect(await fateOf(teresa, make(own))).not.toBe("invalid");
  });
});
