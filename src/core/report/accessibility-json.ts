import type { Accessibility, AccessibilityQuestion, Demand, Supply } from '../checks/accessibility.ts';
import type { Run } from '../checks/result.ts';
import type { AreaId, FacilityId } from '../plan/plan.ts';
import { compareText } from '../units.ts';

/** Supply against demand as it is written: what was asked, sums, then areas and facilities by id. Null is unknown. */
export interface AccessibilityFile {
  readonly run: Run;
  readonly question: {
    readonly supply: Supply;
    readonly demand: Demand;
    readonly decay: AccessibilityQuestion['decay'];
    readonly limit_m: number;
  };
  readonly summary: Readonly<
    Record<'supply' | 'supply_shared' | 'demand' | 'demand_located' | 'demand_unserved', number>
  >;
  /** `access`: supply for each person. */
  readonly areas: readonly {
    readonly id: AreaId;
    readonly name: string | null;
    readonly demand: number | null;
    readonly access: number | null;
    readonly left_out: string | null;
  }[];
  /** `persons`: those within the limit, by the weight of the walk; `ratio` is `supply` ÷ `persons`. */
  readonly facilities: readonly {
    readonly id: FacilityId;
    readonly supply: number | null;
    readonly persons: number | null;
    readonly ratio: number | null;
    readonly left_out: string | null;
  }[];
}

/** An answer as plain data, in one fixed order. */
export function accessibilityFile(
  run: Run,
  question: AccessibilityQuestion,
  { access, demand, facilities, facilitiesLeftOut, areasLeftOut, summary }: Accessibility,
  areas: readonly { readonly id: AreaId; readonly name?: string }[],
): AccessibilityFile {
  const whyArea = new Map(areasLeftOut.map(({ area, reason }) => [area, reason]));
  const shared = facilities.map(({ facility: id, supply, persons, ratio }) => ({
    id,
    supply,
    persons,
    ratio,
    left_out: null,
  }));
  const others = facilitiesLeftOut.map(({ facility: id, supply, reason }) => ({
    id,
    supply,
    persons: null,
    ratio: null,
    left_out: reason,
  }));
  return {
    run,
    question: { supply: question.supply, demand: question.demand, decay: question.decay, limit_m: question.limitM },
    summary: {
      supply: summary.supply,
      supply_shared: summary.supplyShared,
      demand: summary.demand,
      demand_located: summary.demandLocated,
      demand_unserved: summary.demandUnserved,
    },
    areas: areas.map(({ id, name = null }, a) => ({
      id,
      name,
      demand: known(demand[a]!),
      access: known(access[a]!),
      left_out: whyArea.get(id) ?? null,
    })),
    facilities: [...shared, ...others].sort((a, b) => compareText(a.id, b.id)),
  };
}

/** The same as JSON text, two spaces deep. */
export function accessibilityJson(file: AccessibilityFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

function known(figure: number): number | null {
  return Number.isNaN(figure) ? null : figure;
}
