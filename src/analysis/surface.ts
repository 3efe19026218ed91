import { area as squareMetres } from '@turf/turf';
import { cellAreaM2, gatherInCells, type Cell, type PlacedFigures, type SurfaceCells } from '../core/access/cells.ts';
import { equalZones, LUO_QI_WEIGHTS, type Decay } from '../core/access/decay.ts';
import { walkingMetres } from '../core/access/reach.ts';
import { spreadPlaces, type SpreadPlaces } from '../core/access/spread.ts';
import type {
  Accessibility,
  AccessibilityQuestion,
  AccessibilitySummary,
  Demand,
  Supply,
} from '../core/checks/accessibility.ts';
import type { Audit } from '../core/checks/audit.ts';
import type { AuditContext } from '../core/checks/context.ts';
import type { PlaceGeometry } from '../core/geo/geometry.ts';
import type { Area } from '../core/plan/plan.ts';
import type { Steps } from '../core/progress.ts';
import { feature, featureCollection, geometryText } from './geojson-text.ts';
import { surfaceClasses, type ClassMethod, type SurfaceClasses } from './surface-classes.ts';

/** A question of accessibility by minutes walked, as the circle's speed has it. */
export interface AccessQuestion {
  readonly supply: Supply;
  readonly demand: Demand;
  readonly decay: Decay['kind'];
  /** Null: those of the service circle. */
  readonly minutes: number | null;
}

/**
 * What is laid over the ground: elders per hectare, the share of them aged 80 and over, or supply for those who share it
 * (beds for 1 000 persons, m² for each).
 */
export type SurfaceFigure =
  | { readonly kind: 'elder_density' }
  | { readonly kind: 'oldest_share' }
  | { readonly kind: 'access'; readonly question: AccessQuestion };

/** Which figure, laid over what, cut into which classes. */
export interface SurfaceRequest {
  readonly of: SurfaceFigure;
  readonly cells: SurfaceCells;
  /** Width of a cell, metres. */
  readonly cellM: number;
  readonly classes: ClassMethod;
}

/** A surface as UTF-8 GeoJSON: `value` (null: not known) and `partial` where some of a cell's places are not known. */
export interface Surface {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Null: nothing is known anywhere. */
  readonly classes: SurfaceClasses | null;
  /** Whether it was laid from a population grid, or from the areas' own figures. */
  readonly from: 'population' | 'areas';
  /** Of accessibility alone: the sums behind it, and how many facilities and areas it leaves out. */
  readonly access:
    (AccessibilitySummary & { readonly facilitiesLeftOut: number; readonly areasLeftOut: number }) | null;
}

const M2_PER_HECTARE = 10_000;
const PER_THOUSAND = 1000;

/** Answers a question of accessibility over the walks of the audit. */
export type AskAccessibility = (question: AccessibilityQuestion) => Steps<Accessibility>;

/** A figure where people are, and of each area as a whole. */
interface Figures {
  readonly places: (cellM: number) => PlacedFigures;
  readonly from: Surface['from'];
  /** By position of the area; null where it is not known. */
  readonly ofArea: (a: number) => number | null;
  /** Of a cell with at least one known place. */
  readonly ofCell: (cell: Cell, hectares: number) => number | null;
  readonly access: Surface['access'];
}

/**
 * Lays a figure over the ground. Density is persons per hectare of the cell, or of the area's own polygon, never a count:
 * cells cut areas of unequal size into ground that can be compared. Shares and supplies are Σ ÷ Σ over a cell's people.
 */
export function* surfaceSteps(request: SurfaceRequest, audit: Audit, ask: AskAccessibility): Steps<Surface> {
  const { of, cells, cellM, classes } = request;
  const figures = of.kind === 'access' ? yield* accessFigures(of.question, audit, ask) : peopleFigures(of.kind, audit);
  yield { stage: 'writing', done: 0, total: 1 };
  const valued = cells === 'areas' ? byArea(figures, audit.context) : inCells(figures, cells, cellM);
  yield { stage: 'writing', done: 1, total: 1 };
  const known = valued.flatMap(({ value }) => (value === null ? [] : [value]));
  const text = featureCollection(
    valued.map(({ geometry, value, partial }) => feature(geometry, { value, ...(partial ? { partial } : {}) })),
  );
  return {
    bytes: new TextEncoder().encode(text),
    classes: surfaceClasses(Float64Array.from(known), valued.length - known.length, classes),
    from: cells === 'areas' ? 'areas' : figures.from,
    access: figures.access,
  };
}

/** One shape of the surface. */
interface Valued {
  readonly geometry: string;
  readonly value: number | null;
  readonly partial: boolean;
}

function byArea({ ofArea }: Figures, { areas }: AuditContext): Valued[] {
  return areas.flatMap(({ geometry }, a) =>
    geometry && geometry.type !== 'Point' ? { geometry: geometryText(geometry), value: ofArea(a), partial: false } : [],
  );
}

function inCells({ places, ofCell }: Figures, shape: Exclude<SurfaceCells, 'areas'>, cellM: number): Valued[] {
  const hectares = cellAreaM2(shape, cellM) / M2_PER_HECTARE;
  return gatherInCells(places(cellM), shape, cellM).map((cell) => ({
    geometry: JSON.stringify({ type: 'Polygon', coordinates: [cell.ring.map((at) => at.map(sixDecimals))] }),
    value: cell.known === 0 ? null : ofCell(cell, hectares),
    partial: cell.known > 0 && cell.unknown > 0,
  }));
}

function peopleFigures(kind: 'elder_density' | 'oldest_share', { context, memory }: Audit): Figures {
  const { areas } = context;
  const { origins, ground } = memory.walks;
  if (kind === 'oldest_share') {
    return {
      places(cellM) {
        const places = spreadPlaces(areas, origins, cellM);
        const elders80 = personsAt(places, (a) => areas[a]!.elders80);
        return { ...places, figure: elders80, base: personsAt(places, (a) => areas[a]!.elders) };
      },
      from: 'areas',
      ofArea: (a) => quotient(areas[a]!.elders80, areas[a]!.elders),
      ofCell: ({ figure, base }) => quotient(figure, base),
      access: null,
    };
  }
  const { population } = ground;
  return {
    places(cellM) {
      if (population) return { ...population, figure: population.elders, base: null };
      const places = spreadPlaces(areas, origins, cellM);
      return { ...places, figure: personsAt(places, (a) => areas[a]!.elders), base: null };
    },
    from: population ? 'population' : 'areas',
    ofArea: (a) => perHectare(areas[a]!),
    ofCell: ({ figure }, hectares) => figure / hectares,
    access: null,
  };
}

function* accessFigures(question: AccessQuestion, audit: Audit, ask: AskAccessibility): Steps<Figures> {
  const { context, memory } = audit;
  const limitM =
    question.minutes === null ? context.circleM : walkingMetres(question.minutes, context.settings.speed_km_h);
  const decay = question.decay === 'zones' ? equalZones(limitM, LUO_QI_WEIGHTS.slow) : { kind: question.decay };
  const { supply, demand } = question;
  const found = yield* ask({ supply, demand, decay, limitM });
  const scale = supply === 'floor_area' ? 1 : PER_THOUSAND;
  return {
    places(cellM) {
      const places = spreadPlaces(context.areas, memory.walks.origins, cellM);
      const persons = personsAt(places, (a) => known(found.demand[a]!));
      return {
        ...places,
        figure: persons.map((here, i) => here * found.originAccess[places.origin[i]!]!),
        base: persons,
      };
    },
    from: 'areas',
    ofArea: (a) => quotient(known(found.access[a]!), 1, scale),
    ofCell: ({ figure, base }) => quotient(figure, base, scale),
    access: {
      ...found.summary,
      facilitiesLeftOut: found.facilitiesLeftOut.length,
      areasLeftOut: found.areasLeftOut.length,
    },
  };
}

/** The areas' persons where they are taken to live; NaN where an area's are unknown. */
function personsAt({ area, share }: SpreadPlaces, personsOf: (a: number) => number | undefined): Float64Array {
  return share.map((part, i) => part * (personsOf(area[i]!) ?? NaN));
}

const hectaresOf = new WeakMap<PlaceGeometry, number>();

/** Elders per hectare of the area's own polygon. */
function perHectare({ elders, geometry }: Area): number | null {
  if (!geometry || geometry.type === 'Point') return null;
  let hectares = hectaresOf.get(geometry);
  if (hectares === undefined) {
    hectares = squareMetres(geometry) / M2_PER_HECTARE;
    hectaresOf.set(geometry, hectares);
  }
  return quotient(elders, hectares);
}

/** Null where either is unknown, and of nobody. */
function quotient(part: number | undefined, whole: number | undefined, scale = 1): number | null {
  return part === undefined || !whole ? null : (part * scale) / whole;
}

function known(figure: number): number | undefined {
  return Number.isNaN(figure) ? undefined : figure;
}

/** Decimals of a degree: a decimetre. */
function sixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
