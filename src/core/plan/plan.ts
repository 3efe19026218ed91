import type { LonLat, PlaceGeometry } from '../geo/geometry.ts';
import type { IsoDate } from '../units.ts';
import type { AgeBand } from './age-bands.ts';
import type { Settings } from './settings.ts';

export type AreaId = string;
export type FacilityId = string;
export type PoolId = string;
export type CandidateId = string;
export type ParcelId = string;
export type StreetEditId = string;

export const AREA_CLASSES = ['new', 'built', 'unknown'] as const;
export type AreaClass = (typeof AREA_CLASSES)[number];

export const SETTLEMENTS = ['urban', 'rural'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

export const FACILITY_TYPES = [
  'station',
  'day_care',
  'mutual_aid',
  'meal',
  'centre',
  'institution',
  'county_institution',
  'other',
] as const;
export type FacilityType = (typeof FACILITY_TYPES)[number];

export const FACILITY_STATUSES = ['open', 'building', 'planned', 'suspended', 'closed'] as const;
export type FacilityStatus = (typeof FACILITY_STATUSES)[number];

export const ACQUISITIONS = ['built_with_housing', 'buy_back', 'lease', 'reallocated', 'converted', 'other'] as const;
export type Acquisition = (typeof ACQUISITIONS)[number];

export const OWNERSHIPS = ['public', 'public_private', 'private'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

export const LAND_BASES = ['own', 'apportioned'] as const;
export type LandBasis = (typeof LAND_BASES)[number];

export const CANDIDATE_KINDS = ['idle_building', 'vacant_plot', 'other'] as const;
export type CandidateKind = (typeof CANDIDATE_KINDS)[number];

/** What a reserved parcel is to be used for: elder care, as it was reserved for, or by now something else. */
export const PARCEL_USES = ['elder_care', 'other'] as const;
export type ParcelUse = (typeof PARCEL_USES)[number];

/** A barrier is walked across nowhere; a link is a way that the streets lack. */
export const STREET_EDIT_KINDS = ['barrier', 'link'] as const;
export type StreetEditKind = (typeof STREET_EDIT_KINDS)[number];

export const STREET_EDIT_CAUSES = ['wall', 'canal', 'expressway', 'gate', 'footbridge', 'other'] as const;
export type StreetEditCause = (typeof STREET_EDIT_CAUSES)[number];

/** How space comes about: 配建, 补建, 回购, 租赁, 调剂, 改造, 统筹. */
export const MEASURE_FORMS = [
  'built_with_housing',
  'supplement',
  'buy_back',
  'lease',
  'reallocated',
  'converted',
  'pooled',
] as const;
export type MeasureForm = (typeof MEASURE_FORMS)[number];

/** 四同步: what happens to facility and housing together (同步规划、建设、验收、交付). */
export const SYNC_STAGES = ['planned', 'built', 'accepted', 'handed_over'] as const;
export type SyncStage = (typeof SYNC_STAGES)[number];

/** Levels of administration, from the highest down. */
export const UNIT_LEVELS = ['city', 'county', 'subdistrict', 'community'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** Names or codes of the units something lies in, as its own row states them. Absent levels are unknown. */
export type UnitNames = { readonly [level in UnitLevel]?: string };

/** Columns that the tool does not know: kept as they came and shown. */
export type ExtraColumns = Readonly<Record<string, string>>;

/** Figures of an area that can be estimated from counts of larger units or of a grid. */
export const ESTIMATED_FIGURES = ['residents', 'elders'] as const;
export type EstimatedFigure = (typeof ESTIMATED_FIGURES)[number];

/** What persons of a unit are spread over its areas by: households, residential floor area, or area of the polygon. */
export const SPREAD_WEIGHTS = ['households', 'floor_area', 'polygon'] as const;
export type SpreadWeight = (typeof SPREAD_WEIGHTS)[number];

/** What a figure was estimated from. `unit`: path of the unit whose count was spread, or whose share of elders was used. */
export type EstimateSource =
  | { readonly from: 'units'; readonly unit: string; readonly weight: SpreadWeight }
  | { readonly from: 'share'; readonly unit: string }
  | { readonly from: 'grid' };

/** Which figures of an area are estimated; those it does not name were stated. */
export type Estimates = { readonly [figure in EstimatedFigure]?: EstimateSource };

/** A residential area (居住区). An absent figure is unknown; it is never zero. */
export interface Area extends UnitNames {
  readonly id: AreaId;
  readonly name?: string;
  readonly class: AreaClass;
  readonly settlement: Settlement;
  /** Dwellings (户). */
  readonly households?: number;
  readonly residents?: number;
  /** Residents of elder age (the setting `elder_age` says which age that is). */
  readonly elders?: number;
  readonly elders80?: number;
  /** Where `elders` are the sum of bands: those that the row fills in. */
  readonly ageBands?: readonly AgeBand[];
  /** Absent: every figure was stated. */
  readonly estimated?: Estimates;
  readonly pool?: PoolId;
  /** When the land-sale planning conditions were fixed. */
  readonly conditionDate?: IsoDate;
  readonly geometry?: PlaceGeometry;
  readonly extra?: ExtraColumns;
}

/** One entry of a facility's `serves`: an area that floor area is booked to, with m² where stated. */
export interface Service {
  readonly area: AreaId;
  readonly m2?: number;
}

/** A facility (养老服务设施). An absent figure is unknown; it is never zero. */
export interface Facility extends UnitNames {
  readonly id: FacilityId;
  readonly name?: string;
  readonly type: FacilityType;
  /** Absent: the source left it blank; it reads as open and is counted as blank. */
  readonly status?: FacilityStatus;
  /** 建筑面积. */
  readonly floorAreaM2?: number;
  /** 用地/占地面积. */
  readonly landAreaM2?: number;
  readonly landBasis?: LandBasis;
  readonly beds?: number;
  readonly nursingBeds?: number;
  readonly occupiedBeds?: number;
  /** First and last day on which it may be counted, both included. */
  readonly validFrom?: IsoDate;
  readonly validTo?: IsoDate;
  readonly acquisition?: Acquisition;
  readonly serves?: readonly Service[];
  readonly pool?: PoolId;
  readonly building?: string;
  readonly ownership?: Ownership;
  readonly publicBenefit?: boolean;
  readonly updated?: IsoDate;
  readonly address?: string;
  readonly phone?: string;
  readonly hours?: string;
  readonly services?: string;
  readonly operator?: string;
  readonly grade?: string;
  readonly evidence?: string;
  readonly storey?: string;
  /** Where a walk to it ends, when that is not its own position. */
  readonly entrance?: LonLat;
  readonly geometry?: PlaceGeometry;
  readonly extra?: ExtraColumns;
}

/** A site that could take a facility: an idle building or a vacant plot. An absent figure is unknown; it is never zero. */
export interface Candidate extends UnitNames {
  readonly id: CandidateId;
  readonly name?: string;
  readonly kind: CandidateKind;
  readonly formerUse?: string;
  /** 建筑面积 that could be used. */
  readonly floorAreaM2?: number;
  /** 用地面积. */
  readonly landAreaM2?: number;
  readonly storey?: string;
  /** Who owns it or how it is held (权属). */
  readonly tenure?: string;
  /** Cost of taking it into use, 万元 (10 000 yuan). */
  readonly costWanYuan?: number;
  readonly address?: string;
  readonly geometry?: PlaceGeometry;
  readonly extra?: ExtraColumns;
}

/** A parcel that planning reserves for elder care (规划养老用地). An absent figure is unknown; it is never zero. */
export interface Parcel extends UnitNames {
  readonly id: ParcelId;
  readonly name?: string;
  readonly use: ParcelUse;
  /** What is planned on it. */
  readonly plannedFor?: FacilityType;
  /** 用地面积. */
  readonly landAreaM2?: number;
  /** 规划建筑面积. */
  readonly floorAreaM2?: number;
  /** The plan or document that reserves it. */
  readonly source?: string;
  readonly geometry?: PlaceGeometry;
  readonly extra?: ExtraColumns;
}

/** What a person knows of the streets that their file does not say, drawn as a line. */
export interface StreetEdit {
  readonly id: StreetEditId;
  readonly kind: StreetEditKind;
  readonly cause: StreetEditCause;
  readonly name?: string;
  /** Two positions at least. */
  readonly line: readonly LonLat[];
}

/** When the housing and the facility built with it came, or come, through one stage. */
export interface SyncDates {
  readonly housing?: IsoDate;
  readonly facility?: IsoDate;
}

/** What a measure brings about. */
export interface MeasureSubject {
  readonly kind: 'facility' | 'area' | 'pool' | 'parcel';
  readonly id: string;
}

/** How and when something planned is to come about. Its id is its subject's kind and id, joined by `/`. */
export interface Measure {
  readonly id: string;
  readonly subject: MeasureSubject;
  readonly form?: MeasureForm;
  /** The year in which it is to be done. */
  readonly year?: number;
  readonly stages?: { readonly [stage in SyncStage]?: SyncDates };
  readonly note?: string;
}

/**
 * How figures are assumed to grow, as shares a year (0.02: two per cent). Its id is `all`, `unit/` and a unit's path, or
 * `area/` and an area's id: the narrowest that states a figure counts.
 */
export interface Growth {
  readonly id: string;
  readonly households?: number;
  readonly residents?: number;
  readonly elders?: number;
  /**
   * Of persons in the five-year band that starts at an age, the share alive five years later; an age it does not name has
   * none die. Read from `all` alone.
   */
  readonly survival?: Readonly<Record<string, number>>;
}

/** Dwellings that are to be handed over in an area in a year. Its id is the area's id and the year, joined by `@`. */
export interface PlannedHousing {
  readonly id: string;
  readonly area: AreaId;
  readonly year: number;
  readonly households: number;
}

/** An administrative unit (行政单元). `path`: names from the highest known level down, joined by `/`. */
export interface Unit {
  readonly path: string;
  readonly level: UnitLevel;
  readonly name: string;
  readonly code?: string;
  readonly settlement?: Settlement;
  readonly residents?: number;
  readonly elders?: number;
  /** Where `elders` are the sum of bands: those that the row fills in. */
  readonly ageBands?: readonly AgeBand[];
  readonly geometry?: PlaceGeometry;
  readonly extra?: ExtraColumns;
}

/** Population cells by their centres, in flat arrays of one length. NaN is unknown. Never edited in place. */
export interface PopulationGrid {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly elders: Float64Array;
  readonly residents: Float64Array;
}

/** Everything a plan says, as an immutable value. Sums, catchments and verdicts are derived, never kept here. */
export interface Plan {
  readonly areas: ReadonlyMap<AreaId, Area>;
  readonly facilities: ReadonlyMap<FacilityId, Facility>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly candidates: ReadonlyMap<CandidateId, Candidate>;
  readonly parcels: ReadonlyMap<ParcelId, Parcel>;
  readonly streetEdits: ReadonlyMap<StreetEditId, StreetEdit>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly growth: ReadonlyMap<string, Growth>;
  readonly housing: ReadonlyMap<string, PlannedHousing>;
  readonly population: PopulationGrid | null;
  readonly settings: Partial<Settings>;
}

export const EMPTY_PLAN: Plan = {
  areas: new Map(),
  facilities: new Map(),
  units: new Map(),
  candidates: new Map(),
  parcels: new Map(),
  streetEdits: new Map(),
  measures: new Map(),
  growth: new Map(),
  housing: new Map(),
  population: null,
  settings: {},
};
