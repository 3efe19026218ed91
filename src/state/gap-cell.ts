import { NO_CHECK } from '../core/checks/area-columns.ts';
import { AREA_CHECKS } from '../core/checks/result.ts';
import { AREA_CLASSES, type Area, type EstimatedFigure } from '../core/plan/plan.ts';
import { formatNumber } from '../text/numbers.ts';
import type { Texts } from '../text/texts.ts';
import { estimateSentence } from './estimate-sentence.ts';
import { isFigure, type FigureColumn, type GapColumn } from './gap-columns.ts';
import { GAP_FIGURES, type GapSource } from './gap-figures.ts';
import { mainProblem } from './main-problem.ts';
import { verdictOfCode } from './verdict-of-code.ts';

/**
 * What one cell of the gap list says. `absent`: the words stand where a figure or a name would, and say why there is
 * none. `plain`: the same figure as a spreadsheet takes it, without thousands set apart.
 */
export interface GapCell {
  readonly text: string;
  readonly absent: boolean;
  readonly plain: string;
  /** What its figure was estimated from, in a sentence; absent: it was not. */
  readonly estimated?: string;
}

/** What a column says of the area at a position of the digest. */
export function gapCell(source: GapSource, column: GapColumn, position: number, texts: Texts): GapCell {
  if (isFigure(column)) return figureCell(source, column, position, texts);
  const text = textOf(source, column, position, texts);
  return text === undefined ? absentCell(texts.workspace.unknown) : { text, absent: false, plain: text };
}

function figureCell(source: GapSource, column: FigureColumn, position: number, texts: Texts): GapCell {
  const { at, write } = GAP_FIGURES[column];
  const value = at(source, position);
  if (Number.isNaN(value)) return absentCell(whyAbsent(source, column, position, texts));
  const text = write(value);
  // A gap too small to be written is not nothing: `< 0.01` is for eyes, a spreadsheet takes the figure.
  const plain = text.startsWith('<') ? value.toPrecision(2) : text.replace(/\u202f/g, '');
  const estimated = estimateOf(source, column, position, texts);
  if (estimated === null) return { text, absent: false, plain };
  return { text: texts.population.about(text), absent: false, plain, estimated };
}

/** The figure of persons that a column shows or is worked out from. */
const PERSONS: Readonly<Partial<Record<FigureColumn, EstimatedFigure>>> = {
  residents: 'residents',
  elders: 'elders',
  uncovered: 'elders',
};

/** Whether a column's figures can be estimates. */
export function isEstimable(column: GapColumn): boolean {
  return isFigure(column) && PERSONS[column] !== undefined;
}

function estimateOf({ digest, areas }: GapSource, column: FigureColumn, position: number, texts: Texts): string | null {
  const figure = PERSONS[column];
  const source = figure && areas.get(digest.areaIds[position]!)?.estimated?.[figure];
  return source ? estimateSentence(figure, source, texts, digest.run.settings.elder_age) : null;
}

function absentCell(text: string): GapCell {
  return { text, absent: true, plain: text };
}

function whyAbsent({ digest }: GapSource, column: FigureColumn, i: number, { workspace, gaps }: Texts): string {
  const { of } = GAP_FIGURES[column];
  if (of !== null) {
    const verdict = verdictOfCode(digest.checks[of].verdict[i]);
    return verdict === null || verdict === 'not_applicable' ? workspace.notApplicable : workspace.unknown;
  }
  if (column === 'overdue') return workspace.notApplicable;
  // A place that is known and has nothing near: the walk is longer than the circle's.
  if (column === 'nearest' && !Number.isNaN(digest.coveredShare[i]!)) {
    return gaps.beyond(formatNumber(digest.run.minutes));
  }
  return workspace.unknown;
}

function textOf(
  source: GapSource,
  column: Exclude<GapColumn, FigureColumn>,
  i: number,
  texts: Texts,
): string | undefined {
  const { digest, columns } = source;
  const area = (): Area | undefined => source.areas.get(digest.areaIds[i]!);
  switch (column) {
    case 'name':
      return columns.name[i]!;
    case 'id':
      return digest.areaIds[i]!;
    case 'verdict':
      return texts.checks.verdictShort[verdictOfCode(digest.verdict[i])!];
    case 'checks':
      return AREA_CHECKS.map((check) => checkWord(source, check, i, texts)).join(texts.workspace.listSeparator);
    case 'unit':
      return columns.unit[i]! || undefined;
    case 'class':
      return texts.checks.areaClass[AREA_CLASSES[columns.class[i]!]!];
    case 'settlement': {
      const settlement = area()?.settlement;
      return settlement && texts.checks.settlement[settlement];
    }
    case 'deadline':
      return deadlineText(source, i, texts);
    case 'pool':
      return poolText(area()?.pool, digest.pooled[i] === 1, texts);
    case 'reason':
      return mainProblem(digest, i, texts);
    default:
      return area()?.[column];
  }
}

/** What one check says of an area, in a word. */
export function checkWord(
  { digest }: GapSource,
  check: (typeof AREA_CHECKS)[number],
  position: number,
  { checks, workspace }: Texts,
): string {
  const verdict = verdictOfCode(digest.checks[check].verdict[position]);
  return verdict === null ? workspace.notApplicable : checks.verdictShort[verdict];
}

/** An area without a deadline has none; that is known. */
function deadlineText({ digest: { deadline } }: GapSource, i: number, { gaps, checks, workspace }: Texts): string {
  const code = deadline.date[i]!;
  if (code === NO_CHECK) return workspace.notApplicable;
  const verdict = verdictOfCode(deadline.verdict[i]);
  return gaps.deadline(deadline.dates[code]!, verdict === null ? gaps.notDue : checks.verdictShort[verdict]);
}

/** A pool that does not answer for one of its members says so; an area of no pool has nothing to say. */
function poolText(pool: string | undefined, pooled: boolean, { gaps }: Texts): string {
  if (pool === undefined) return '';
  return pooled ? pool : gaps.poolLeft(pool);
}
