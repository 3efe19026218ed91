import type { AuditDigest } from '../analysis/api.ts';
import type { AreaCheckId } from '../core/checks/result.ts';
import type { Area, AreaId } from '../core/plan/plan.ts';
import { formatGap, formatNumber, formatShare, formatTruncated } from '../text/numbers.ts';
import type { AreaColumns } from './area-columns.ts';
import type { FigureColumn } from './gap-columns.ts';

/** What the rows of the gap list are drawn from: the audit, the areas it judged, and their columns. */
export interface GapSource {
  readonly digest: AuditDigest;
  readonly areas: ReadonlyMap<AreaId, Area>;
  readonly columns: AreaColumns;
}

/** A column of figures: where its figure is found (NaN: none), how it is written, and which check it belongs to. */
interface GapFigure {
  readonly at: (source: GapSource, position: number) => number;
  readonly write: (value: number) => string;
  /** The check without which there is no such figure; null: it is a fact of the area. */
  readonly of: AreaCheckId | null;
}

const whole = (value: number): string => formatNumber(value, 0);
const tenths = (value: number): string => formatNumber(value, 1);

function fact(key: 'residents' | 'elders80'): GapFigure {
  return {
    at: ({ digest, areas }, i) => areas.get(digest.areaIds[i]!)?.[key] ?? NaN,
    write: formatNumber,
    of: null,
  };
}

function figure(of: AreaCheckId, key: 'required' | 'counted' | 'gap' | 'ratio', write = formatNumber): GapFigure {
  return { at: ({ digest }, i) => digest.checks[of][key][i]!, write, of };
}

export const GAP_FIGURES: Readonly<Record<FigureColumn, GapFigure>> = {
  households: { at: ({ columns }, i) => columns.households[i]!, write: formatNumber, of: null },
  residents: fact('residents'),
  elders: { at: ({ columns }, i) => columns.elders[i]!, write: formatNumber, of: null },
  elders80: fact('elders80'),
  required: figure('floor_area', 'required'),
  counted: figure('floor_area', 'counted'),
  ratio: figure('floor_area', 'ratio', formatTruncated),
  floorGap: figure('floor_area', 'gap', formatGap),
  unitGap: figure('single_unit', 'gap', formatGap),
  landRatio: figure('land_per_person', 'ratio', formatTruncated),
  landGap: figure('land_per_person', 'gap', formatGap),
  coveredShare: { at: ({ digest }, i) => digest.coveredShare[i]!, write: formatShare, of: null },
  nearest: { at: ({ digest }, i) => digest.nearestMinutes[i]!, write: tenths, of: null },
  uncovered: { at: ({ digest }, i) => digest.eldersUncovered[i]!, write: whole, of: null },
  overdue: { at: ({ digest }, i) => digest.daysOverdue[i]!, write: formatNumber, of: null },
};
