/** Reads a QR code with the camera. The picture stays in this page and is forgotten frame by frame. */
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { decodeQR } from "qr/decode.js";
import { t } from "../look.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

const LOOK_EVERY_MS = 200;
const WIDEST_FRAME = 800;

function readFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): string | null {
  if (video.videoWidth === 0) return null;
  const scale = Math.min(1, WIDEST_FRAME / video.videoWidth);
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen === null) return null;
  pen.drawImage(video, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    // nearly every frame holds no code
    return null;
  }
}

export interface ScannerProps {
  readonly onCode: (code: string) => void;
  readonly onClose: () => void;
}

export function Scanner(props: ScannerProps) {
  const [failed, setFailed] = createSignal(false);
  let video: HTMLVideoElement | undefined;
  let stream: MediaStream | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    clearInterval(timer);
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  const play = async (source: MediaStream): Promise<void> => {
    if (video === undefined) return;
    video.srcObject = source;
    await video.play();
  };
  const start = async (): Promise<void> => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      await play(stream);
    } catch {
      setFailed(true);
      return;
    }
    const canvas = document.createElement("canvas");
    timer = setInterval(() => {
      const code = video === undefined ? null : readFrame(video, canvas);
      if (code !== null) props.onCode(code);
    }, LOOK_EVERY_MS);
  };
  onMount(() => void start());
  onCleanup(stop);
  return (
    <div class="camera">
      <Show
        when={!failed()}
        fallback={
          <Notice kind="warn" role="alert">
            {t().welcome.scanFailed}
          </Notice>
        }
      >
        <p role="status">{t().welcome.scanning}</p>
        <video ref={video} muted playsinline aria-label={t().welcome.scanning} />
      </Show>
      <div>
        <Button
          onPress={() => {
            props.onClose();
          }}
        >
          {t().welcome.scanStop}
        </Button>
      </div>
    </div>
  );
}
