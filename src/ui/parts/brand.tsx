/** The sign of Vereda (a footpath between two hills) and the picture of the first and locked pages. */

export function Sign(props: { readonly size?: number }) {
  return (
    <svg width={props.size ?? 32} height={props.size ?? 32} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" class="sign-ground" />
      <path
        d="M8 26c0-5 4-6 8-8s8-3 8-7-5-5-5-5"
        class="sign-path"
        fill="none"
        stroke-width="3.5"
        stroke-linecap="round"
      />
      <circle cx="8" cy="26" r="2.4" class="sign-dot" />
    </svg>
  );
}

/** Hills, a path, houses along it. Decoration only; on narrow screens its middle is seen. */
export function Landscape() {
  return (
    <svg class="landscape" viewBox="0 0 1440 200" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path class="hill-far" d="M0 96C180 40 330 34 520 74s330 34 500-10 300-34 420 12v124H0z" />
      <path class="hill-mid" d="M0 138c200-44 360-30 540-4s330 22 500-14 280-26 400 8v72H0z" />
      <path class="hill-near" d="M0 180c240-34 430-32 720-10s500 10 720-18v48H0z" />
      <path
        class="path-line"
        d="M470 204c60-34 150-24 200-42s50-42 140-48 110 2 160-22"
        fill="none"
        stroke-width="4"
        stroke-linecap="round"
        stroke-dasharray="1 11"
      />
      <g class="house">
        <path d="M640 147l16-13 16 13v17h-32z" />
        <path d="M800 100l13-11 13 11v14h-26z" />
        <path d="M962 76l10-9 10 9v12h-20z" />
      </g>
    </svg>
  );
}
