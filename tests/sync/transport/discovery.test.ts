import { describe, expect, test } from "vitest";
import { isLocalAddress, parseAddress } from "../../../sync/adapters/libp2p/addresses.ts";
import { createAnnouncements } from "../../../sync/adapters/libp2p/mdns-discovery.ts";

const PEER = "12D3KooWNiBnqX1cTRUbjzAfe2oTzkSkYbpz1QoPZzjhvqVxmJpY";

describe("an announced address", () => {
  test.each([
    "/ip4/192.168.1.20/tcp/4040",
    "/ip4/10.0.0.7/tcp/4040/ws",
    "/ip4/172.16.0.1/tcp/1",
    "/ip4/172.31.255.254/tcp/65535",
    "/ip4/169.254.10.1/tcp/4040",
    "/ip6/fd12:3456::1/tcp/4040",
    "/ip6/fe80::1/tcp/4040/ws",
    `/ip4/192.168.1.20/tcp/4040/p2p/${PEER}`,
  ])("%s is taken, being on the local network", (address) => {
    expect(isLocalAddress(address)).toBe(true);
  });

  test.each([
    "/ip4/127.0.0.1/tcp/4040",
    "/ip4/0.0.0.0/tcp/4040",
    "/ip4/8.8.8.8/tcp/4040",
    "/ip4/172.15.0.1/tcp/4040",
    "/ip4/172.32.0.1/tcp/4040",
    "/ip4/192.169.0.1/tcp/4040",
    "/ip4/100.64.0.1/tcp/4040",
    "/ip4/192.168.1.20/tcp/0",
    "/ip4/192.168.1.20/udp/4040",
    "/ip4/192.168.1.20/udp/4040/quic-v1",
    "/ip4/192.168.1.20/tcp/443/tls/ws",
    "/ip4/192.168.1.20",
    "/ip6/::1/tcp/4040",
    "/ip6/::ffff:192.168.1.20/tcp/4040",
    "/ip6/2001:4860:4860::8888/tcp/4040",
    "/ip6/fec0::1/tcp/4040",
    "/dns4/router.local/tcp/4040",
    "/dnsaddr/example.org",
    `/ip4/192.168.1.20/tcp/4040/p2p/${PEER}/p2p-circuit`,
    `/ip4/192.168.1.20/tcp/4040/p2p/${PEER}/p2p-circuit/p2p/${PEER}`,
    "192.168.1.20",
    "",
  ])("%s is not dialled", (address) => {
    expect(isLocalAddress(address)).toBe(false);
  });

  test("loses the transport identity at its end", () => {
    expect(parseAddress(`/ip4/192.168.1.20/tcp/4040/ws/p2p/${PEER}`)).toBe("/ip4/192.168.1.20/tcp/4040/ws");
    expect(parseAddress("nowhere")).toBeNull();
  });
});

describe("announcements", () => {
  const local = (index: number): string => `/ip4/10.0.${String(index >> 8)}.${String(index & 255)}/tcp/4040`;

  test("keep only what is on the local network, and at most eight addresses of a peer", () => {
    const take = createAnnouncements({ now: () => 0 });
    expect(take("a", ["/ip4/8.8.8.8/tcp/22", "/ip4/127.0.0.1/tcp/5432", local(7)])).toEqual({
      addresses: [local(7)],
    });
    expect(take("b", ["/ip4/8.8.8.8/tcp/22"])).toBeNull();
    expect(
      take(
        "c",
        Array.from({ length: 20 }, (_, at) => local(at)),
      )?.addresses,
    ).toHaveLength(8);
  });

  test("of ten thousand made-up peers let 64 through in a minute, and honest ones again in the next", () => {
    let now = 0;
    const take = createAnnouncements({ now: () => now });
    const flood = Array.from({ length: 10_000 }, (_, at) => take(`peer ${String(at)}`, [local(at)]));
    expect(flood.filter((taken) => taken !== null)).toHaveLength(64);
    expect(take("honest", [local(1)])).toBeNull();
    expect(take("peer 3", [local(3)])).not.toBeNull();
    now = 61_000;
    expect(take("honest", [local(1)])).not.toBeNull();
  });
});
