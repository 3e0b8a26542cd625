/**
 * A JPEG file without anything but the picture: what a camera writes beside it (place, time, a number of the device, a
 * thumbnail of what was cut off) is left out, marker by marker, and nothing is decoded (ITU-T T.81, annex B). What is no whole
 * JPEG is refused rather than kept.
 */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;
const isApp = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;
/** Restart markers and TEM stand alone, without a length. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
/** Frames of every kind; C4, C8 and CC are tables and an extension. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Adobe's says how colours are to be read: without it some pictures turn green. It names nothing else. */
const ADOBE = 0xee;

interface JpegPicture {
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

interface Segment {
  readonly marker: number;
  readonly from: number;
  readonly to: number;
}

const wordAt = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** A marker of its own, or one that is followed by its length, which counts its own two bytes. */
function endOfSegment(bytes: Uint8Array, marker: number, behind: number): number | null {
  if (standsAlone(marker) || marker === SOI || marker === EOI) return behind;
  const length = wordAt(bytes, behind);
  return length < 2 ? null : behind + length;
}

/** The segment that begins at `at`; null where none does. */
function segmentAt(bytes: Uint8Array, at: number): Segment | null {
  if (bytes[at] !== 0xff) return null;
  let name = at + 1;
  while (bytes[name] === 0xff) name += 1;
  const marker = bytes[name] ?? 0;
  const to = marker === 0 ? null : endOfSegment(bytes, marker, name + 1);
  return to === null || to > bytes.length ? null : { marker, from: at, to };
}

/** Where the next marker behind entropy-coded data stands. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length - 1; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function segmentsOf(bytes: Uint8Array): readonly Segment[] | null {
  const segments: Segment[] = [];
  let at = 0;
  while (at < bytes.length) {
    const segment = segmentAt(bytes, at);
    if (segment === null) return null;
    const to = segment.marker === SOS ? endOfScan(bytes, segment.to) : segment.to;
    segments.push({ ...segment, to });
    // whatever stands behind the end is no part of the picture
    if (segment.marker === EOI) return segments;
    at = to;
  }
  return null;
}

const isPicture = ({ marker }: Segment): boolean => marker !== COM && (!isApp(marker) || marker === ADOBE);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The picture alone; null for what is no whole JPEG. */
export function bareJpeg(bytes: Uint8Array): JpegPicture | null {
  const segments = segmentsOf(bytes);
  const frame = segments?.find(({ marker }) => isFrame(marker));
  if (segments?.[0]?.marker !== SOI || frame === undefined) return null;
  if (!segments.some(({ marker }) => marker === SOS)) return null;
  // length (2), precision (1), then lines and samples a line
  const [height, width] = [wordAt(bytes, frame.from + 5), wordAt(bytes, frame.from + 7)];
  if (height === 0 || width === 0) return null;
  const kept = segments.filter(isPicture).map(({ from, to }) => bytes.subarray(from, to));
  return { bytes: joined(kept), width, height };
}
