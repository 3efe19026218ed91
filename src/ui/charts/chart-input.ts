import type { Area, AreaId, UnitLevel } from '../../core/plan/plan.ts';
import type { Standard } from '../../core/standards/standard.ts';
import type { UnitForest } from '../../state/unit-forest.ts';
import type { Texts } from '../../text/texts.ts';

/** What charts are made of. */
export interface ChartInput {
  readonly forest: UnitForest;
  readonly areas: ReadonlyMap<AreaId, Area>;
  readonly level: UnitLevel;
  readonly standard: Standard;
  /** The age from which someone counts as an elder. */
  readonly elderAge: number;
  readonly texts: Texts;
}
