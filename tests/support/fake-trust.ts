/** What the fake engine answers to who takes back what was given: roles, houses, keys. */
import { type Engine, EngineError, type EngineEvent } from "../../src/engine/api/index.ts";
import type { FakeMesh } from "./fake-mesh.ts";

const refuse = (): never => {
  throw new EngineError({ code: "no-such-site" });
};

export abstract class FakeTrust {
  abstract readonly mesh: FakeMesh;
  abstract readonly now: () => number;
  /** Throws where nothing is open. */
  protected abstract open(): void;
  abstract raise(event: EngineEvent): void;

  async giveRole(wish: Parameters<Engine["giveRole"]>[0]): ReturnType<Engine["giveRole"]> {
    this.open();
    this.mesh.giveRole(wish.device, wish.role);
    return wish;
  }

  async renew(device: Parameters<Engine["renew"]>[0]): ReturnType<Engine["renew"]> {
    this.open();
    return { device, endsAt: this.now() + 14 * 86_400_000 };
  }

  async removeSite(site: Parameters<Engine["removeSite"]>[0]): ReturnType<Engine["removeSite"]> {
    this.open();
    if (!this.mesh.removeSite(site)) refuse();
    this.raise({ kind: "members" });
    return { site, done: false, records: [] };
  }

  async distrust(word: Parameters<Engine["distrust"]>[0]): ReturnType<Engine["distrust"]> {
    this.open();
    if (!this.mesh.distrust(word.site, word.on)) refuse();
    this.raise({ kind: "members" });
    return word;
  }

  async approve(invite: Parameters<Engine["approve"]>[0]): ReturnType<Engine["approve"]> {
    this.open();
    this.mesh.approve();
    this.raise({ kind: "members" });
    return { invite };
  }

  async rotate(): ReturnType<Engine["rotate"]> {
    this.open();
    return { groups: 3, spaces: 4 };
  }

  async quarantine(): ReturnType<Engine["quarantine"]> {
    this.open();
    return this.mesh.quarantine();
  }

  async admit(device: Parameters<Engine["admit"]>[0]): ReturnType<Engine["admit"]> {
    this.open();
    const entries = this.mesh.admit(device);
    this.raise({ kind: "members" });
    return { device, entries };
  }
}
