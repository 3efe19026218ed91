import {
  DIFFERENCE_KINDS,
  type Both,
  type DifferenceCause,
  type DifferenceColumns,
  type DifferenceKind,
  type SideFigures,
} from './comparison.ts';
import type { SideCheck } from './side-check.ts';

interface DifferenceRow extends Both<SideCheck> {
  readonly area: number;
  readonly check: number;
  readonly kind: DifferenceKind;
  readonly delta: number;
  readonly causes: readonly DifferenceCause[];
}

/** Collects rows, and closes them up into columns. Every cause is kept once. */
export class DifferenceRows {
  private readonly area: number[] = [];
  private readonly check: number[] = [];
  private readonly kind: number[] = [];
  private readonly delta: number[] = [];
  private readonly left = figureLists();
  private readonly right = figureLists();
  private readonly causeStart: number[] = [0];
  private readonly cause: number[] = [];
  private readonly positions = new Map<DifferenceCause, number>();

  add({ area, check, kind, delta, left, right, causes }: DifferenceRow): void {
    this.area.push(area);
    this.check.push(check);
    this.kind.push(DIFFERENCE_KINDS.indexOf(kind));
    this.delta.push(delta);
    addFigures(this.left, left);
    addFigures(this.right, right);
    for (const cause of causes) {
      if (!this.positions.has(cause)) this.positions.set(cause, this.positions.size);
      this.cause.push(this.positions.get(cause)!);
    }
    this.causeStart.push(this.cause.length);
  }

  finish(): { rows: DifferenceColumns; causes: readonly DifferenceCause[] } {
    const rows = {
      area: Uint32Array.from(this.area),
      check: Uint8Array.from(this.check),
      kind: Uint8Array.from(this.kind),
      delta: Float64Array.from(this.delta),
      left: figureColumns(this.left),
      right: figureColumns(this.right),
      causeStart: Uint32Array.from(this.causeStart),
      cause: Uint32Array.from(this.cause),
    };
    return { rows, causes: [...this.positions.keys()] };
  }
}

type FigureLists = Record<keyof SideFigures, number[]>;

function figureLists(): FigureLists {
  return { verdict: [], required: [], counted: [], gap: [] };
}

function addFigures(lists: FigureLists, { code, required, counted, gap }: SideCheck): void {
  lists.verdict.push(code);
  lists.required.push(required);
  lists.counted.push(counted);
  lists.gap.push(gap);
}

function figureColumns({ verdict, required, counted, gap }: FigureLists): SideFigures {
  return {
    verdict: Uint8Array.from(verdict),
    required: Float64Array.from(required),
    counted: Float64Array.from(counted),
    gap: Float64Array.from(gap),
  };
}
