/** Blocks along a river, as the map would show them: x, y, width, height and what they lack. */
const BLOCKS = [
  [12, 52, 34, 20, 'met'],
  [52, 50, 26, 24, 'short'],
  [84, 48, 30, 18, 'met'],
  [120, 50, 24, 26, 'depends'],
  [150, 46, 36, 20, 'short'],
  [192, 44, 28, 24, 'met'],
  [226, 40, 30, 20, 'built'],
  [262, 36, 34, 24, 'met'],
  [16, 78, 28, 18, 'short'],
  [84, 72, 30, 22, 'short'],
  [150, 72, 30, 22, 'met'],
  [192, 74, 36, 18, 'short'],
  [234, 66, 26, 24, 'met'],
  [268, 66, 30, 22, 'short'],
] as const;

const COLOURS = { met: 'met', short: 'short', depends: 'depends-on-class', built: 'met-if-built' } as const;

/** A picture of what opens, drawn in the map's own colours. It is no map of anything. */
export function SampleSketch() {
  return (
    <svg className="sample-sketch" viewBox="0 0 310 104" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="310" height="104" fill="var(--map-canvas)" />
      <path d="M0 34C50 14 96 40 150 28S250 2 310 16v-9C250-8 200 18 150 16S50 0 0 20z" fill="var(--base-water)" />
      <path d="M132 30c-6 30 8 40 2 74h8c6-36-8-44-2-75z" fill="var(--base-water)" />
      <path
        d="M0 74.5C80 76 220 72 310 62M48 30v74M118 36v68M188 26v78M230 20v84"
        stroke="var(--base-road)"
        strokeWidth="3"
        fill="none"
      />
      {BLOCKS.map(([x, y, width, height, verdict]) => {
        const colour = `var(--verdict-${COLOURS[verdict]})`;
        return (
          <rect
            key={`${x} ${y}`}
            x={x}
            y={y}
            width={width}
            height={height}
            rx="1.5"
            fill={colour}
            fillOpacity={verdict === 'short' ? 0.3 : 0.12}
            stroke={colour}
            strokeWidth={verdict === 'short' ? 2 : 1.2}
          />
        );
      })}
      <circle cx="100" cy="58" r="26" fill="none" stroke="var(--map-circle)" strokeWidth="1.2" strokeDasharray="3 2" />
      <circle cx="100" cy="58" r="4" fill="var(--facility-station)" />
      <rect x="208" y="54" width="8" height="8" fill="var(--facility-day-care)" />
    </svg>
  );
}
