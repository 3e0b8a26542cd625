/**
 * Requests of this profile's own vaults: a second person who joins on a shared computer leaves the
 * request in the profile, and the next vault that is opened there carries it into the mesh, with no
 * hub and no network. Sealed under the mesh key, which every vault of the profile has.
 */
import { unwrap, utf8, wrap, type RandomBytes, type SpaceKey } from "#crypto";
import { decodeRequest, deviceIdOf, encodeRequest, type JoinRequest, type KeyValue } from "#sync";
import type { House } from "../house/house.ts";
import { carryRequestInto } from "../house/house-peers.ts";

const PREFIX = "request/";
const DOMAIN = "vereda/profile-request/1";

/** Forgets what this vault itself left, for one that is to be destroyed. */
export const forgetRequest = ({ deps: { store }, device }: House): Promise<void> =>
  store.put([{ key: `${PREFIX}${device}`, value: null }]);

/** The put that leaves a request in the profile. */
export function requestPut(request: JoinRequest, meshKey: SpaceKey, random: RandomBytes): KeyValue {
  const name = `${PREFIX}${deviceIdOf(request.device)}`;
  const plaintext = encodeRequest(request);
  const place = { key: meshKey, domain: DOMAIN, context: utf8(name) };
  return { key: name, value: wrap({ ...place, plaintext, random }) };
}

/**
 * Carries what other vaults left, as far as this one may, and forgets what was confirmed. A request
 * that cannot be carried stays for another vault: it may be of an invite that only its maker knows yet.
 */
export async function carryOwnRequests(house: House): Promise<void> {
  const { store } = house.deps;
  const key = house.vault().secrets.meshKey;
  for (const { key: name, value: wrapped } of await store.list(PREFIX)) {
    const bytes = unwrap({ key, domain: DOMAIN, context: utf8(name), wrapped });
    const request = bytes === null ? null : decodeRequest(bytes);
    const { devices } = house.replica.membership();
    if (request === null || devices.has(deviceIdOf(request.device))) {
      await store.put([{ key: name, value: null }]);
    } else {
      await carryRequestInto({ ...house, ...house.deps }, request);
    }
  }
}
