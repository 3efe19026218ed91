import type { CandidateKind, FacilityType } from '../core/plan/plan.ts';

/** Side of the square that the shapes are drawn in. */
export const SHAPE_BOX = 20;

/** A shape for each type, as an SVG path, so that the map and its legend draw the very same. */
export const FACILITY_SHAPES: Readonly<Record<FacilityType, string>> = {
  station: 'M10 3.2a6.8 6.8 0 1 0 0 13.6a6.8 6.8 0 1 0 0-13.6z',
  day_care: 'M4 4h12v12H4z',
  mutual_aid: 'M10 2.6L17.4 8 14.6 16.7H5.4L2.6 8z',
  meal: 'M2.4 4.4h15.2L10 17.4z',
  centre: 'M10 2.4L18 16.6H2z',
  institution: 'M10 1.8L18.2 10 10 18.2 1.8 10z',
  county_institution: 'M10 1.4l2.5 5.6 6.1.6-4.6 4 1.4 6L10 14.5l-5.4 3.1 1.4-6-4.6-4 6.1-.6z',
  other: 'M7.2 3.2h5.6v4h4v5.6h-4v4H7.2v-4h-4V7.2h4z',
};

/** Candidate sites: a house, a plot with its corners, a plain square. */
export const CANDIDATE_SHAPES: Readonly<Record<CandidateKind, string>> = {
  idle_building: 'M3 9.4L10 3.4 17 9.4V16.8H3z',
  vacant_plot: 'M3 5.4L15 3 17.2 14.4 5.2 17z',
  other: 'M4 4h12v12H4z',
};

/** How far along a facility is, as the map tells it: filled, outlined or crossed. */
export const FACILITY_STATES = ['open', 'planned', 'closed'] as const;
export type FacilityState = (typeof FACILITY_STATES)[number];

/** The cross over a closed one. */
export const CLOSED_CROSS = 'M3.5 3.5L16.5 16.5M16.5 3.5L3.5 16.5';
