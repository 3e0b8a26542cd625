import { createBrowserTransport } from "../../sync/adapters/libp2p/browser-transport.ts";
addEventListener("message", (event) => {
  void (async () => {
    try {
      const transport = await createBrowserTransport();
      const channel = await transport.dial(event.data as string, { signal: AbortSignal.timeout(8000) });
      const started = performance.now();
      void (async () => { for (let i = 0; i < 50; i++) await channel.send(new Uint8Array(200_000).fill(i)); })();
      let bytes = 0;
      for await (const frame of channel.frames) { bytes += frame.length; if (bytes === 10_000_000) break; }
      channel.close();
      await transport.stop();
      postMessage({ bytes, ms: performance.now() - started, subtle: typeof crypto.subtle });
    } catch (fault) { postMessage({ fault: String(fault) + (fault as Error).stack }); }
  })();
});
