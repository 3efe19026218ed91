import { useEffect, useMemo, useRef } from 'react';
import type { LonLat, PlaceGeometry } from '../../core/geo/geometry.ts';
import { innerPosition } from '../../core/geo/polygon.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { ImportDraft } from '../../state/import-draft.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useShownTheme } from '../shown-theme.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

const PICTURE = { width: 420, height: 420, margin: 18 } as const;
/** Positions drawn of either kind, evenly from all. */
const MOST_DRAWN = 4000;
/** Positions farther from the middle than so many times the usual distance are left off, and that is said. */
const FAR = 12;

/** Where the file's places would lie, over what is there already: a glance tells a shifted or swapped system. */
export function PlacePreview({ draft }: { readonly draft: ImportDraft }) {
  const t = useTexts().imports;
  const theme = useShownTheme();
  const plan = useWorkspaceState((state) => state.plan);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { reading, key } = draft;
  const brought = useMemo(() => positionsOf(draft), [draft]);
  const there = useMemo(() => sampled(placesOf(plan)), [plan]);
  const { near, far } = useMemo(() => withoutFar([...there, ...brought]), [there, brought]);
  useEffect(() => {
    if (canvas.current) draw(canvas.current, theme, near, there, brought);
  }, [near, there, brought, theme]);
  if (reading === null) return <aside className="import-picture muted">{t.previewNone}</aside>;
  if (brought.length === 0) return <aside className="import-picture muted">{t.previewNothing}</aside>;
  return (
    <aside className="import-picture">
      <h4>{t.preview}</h4>
      <canvas
        ref={canvas}
        key={key}
        width={PICTURE.width * 2}
        height={PICTURE.height * 2}
        role="img"
        aria-label={t.preview}
      />
      <p className="import-picture-legend">
        <span className="dot brought" /> {t.previewNew} <span className="number">{formatNumber(brought.length)}</span>
        <span className="dot there" /> {t.previewThere}
      </p>
      {far > 0 ? <p className="muted">{t.previewOut(formatNumber(far))}</p> : null}
    </aside>
  );
}

function positionsOf({ reading }: ImportDraft): readonly LonLat[] {
  const table = reading?.table;
  if (!table) return [];
  if (table.role === 'population') {
    const { lon, lat } = table.records;
    return sampled(Array.from(lon, (x, i): LonLat => [x, lat[i]!]));
  }
  return sampled(located(table.records));
}

function placesOf({ areas, facilities, candidates }: Plan): LonLat[] {
  return located([...areas.values(), ...facilities.values(), ...candidates.values()]);
}

function located(records: readonly { readonly geometry?: PlaceGeometry }[]): LonLat[] {
  return records.flatMap(({ geometry }) => (geometry ? [innerPosition(geometry)] : []));
}

function sampled(all: readonly LonLat[]): readonly LonLat[] {
  if (all.length <= MOST_DRAWN) return all;
  return Array.from({ length: MOST_DRAWN }, (_, i) => all[Math.floor((i * all.length) / MOST_DRAWN)]!);
}

/** One mistyped position must not shrink all others to a point. */
function withoutFar(all: readonly LonLat[]): { near: readonly LonLat[]; far: number } {
  if (all.length < 4) return { near: all, far: 0 };
  const middle = [median(all.map(([lon]) => lon)), median(all.map(([, lat]) => lat))] as const;
  const distance = ([lon, lat]: LonLat): number => Math.max(Math.abs(lon - middle[0]), Math.abs(lat - middle[1]));
  const usual = Math.max(median(all.map(distance)), 1e-4);
  const near = all.filter((one) => distance(one) <= usual * FAR);
  return { near, far: all.length - near.length };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function draw(
  canvas: HTMLCanvasElement,
  theme: string,
  near: readonly LonLat[],
  there: readonly LonLat[],
  brought: readonly LonLat[],
): void {
  const context = canvas.getContext('2d');
  if (!context || near.length === 0) return;
  const lons = near.map(([lon]) => lon);
  const lats = near.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const room = { x: canvas.width - 4 * PICTURE.margin, y: canvas.height - 4 * PICTURE.margin };
  const scale = Math.min(room.x / Math.max((east - west) * shrink, 1e-4), room.y / Math.max(north - south, 1e-4));
  canvas.dataset['theme'] = theme;
  const style = getComputedStyle(canvas);
  context.clearRect(0, 0, canvas.width, canvas.height);
  const dots = (positions: readonly LonLat[], colour: string, radius: number): void => {
    context.fillStyle = style.getPropertyValue(colour);
    for (const [lon, lat] of positions) {
      const x = canvas.width / 2 + (lon - (west + east) / 2) * shrink * scale;
      const y = canvas.height / 2 - (lat - (south + north) / 2) * scale;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
    }
  };
  dots(there, '--verdict-no-data', 4);
  dots(brought, '--accent', 5);
}
