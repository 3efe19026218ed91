import type { SurfaceClasses } from '../../analysis/surface-classes.ts';
import type { SurfaceId } from '../../state/map-layers.ts';
import { formatNumber, formatTruncated } from '../../text/numbers.ts';
import { useTexts } from '../workspace-context.tsx';

/** A surface's shades over their bounds. `scale` turns a value into the figure that is read. */
export function SurfaceScale({
  id,
  classes,
  scale = 1,
}: {
  readonly id: SurfaceId;
  readonly classes: SurfaceClasses;
  readonly scale?: number;
}) {
  const t = useTexts().map.layers;
  const bounds = [classes.least, ...classes.breaks, classes.most].map((value) => short(value * scale));
  const words = classes.counts.map((count, i) => t.range(bounds[i]!, bounds[i + 1]!, formatNumber(count)));
  return (
    <div className="scale" role="img" aria-label={words.join('; ')}>
      <div className="scale-shades">
        {classes.counts.map((_, i) => (
          <span key={words[i]} title={words[i]} style={{ background: `var(--${SHADES[id]}-${i + 1})` }} />
        ))}
      </div>
      <div className="scale-bounds">
        {bounds.map((bound, i) => (
          // Two bounds may read the same: their place tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={i}>{bound}</span>
        ))}
      </div>
    </div>
  );
}

const SHADES: Readonly<Record<SurfaceId, string>> = { elders: 'density', access: 'access' };

/** Whole from ten up, one decimal from one, two below. */
function short(value: number): string {
  return formatTruncated(value, value >= 10 ? 0 : value >= 1 ? 1 : 2);
}
