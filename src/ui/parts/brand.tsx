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

/** Hills, a path, three houses along it. Decoration only. */
export function Landscape() {
  return (
    <svg class="landscape" viewBox="0 0 720 240" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path class="hill-far" d="M0 120c80-50 150-60 230-20s130 20 200-20 180-50 290 20v140H0z" />
      <path class="hill-mid" d="M0 165c100-45 190-30 270-5s170 25 250-10 140-20 200 5v85H0z" />
      <path class="hill-near" d="M0 215c110-30 230-35 350-15s250 15 370-10v50H0z" />
      <path
        class="path-line"
        d="M60 240c40-30 130-20 190-45s20-45 90-55 120 5 150-25 20-35 60-45"
        fill="none"
        stroke-width="5"
        stroke-linecap="round"
        stroke-dasharray="2 13"
      />
      <g class="house">
        <path d="M232 178l18-15 18 15v20h-36z" />
        <path d="M396 132l15-13 15 13v17h-30z" />
        <path d="M533 64l12-10 12 10v14h-24z" />
      </g>
    </svg>
  );
}
