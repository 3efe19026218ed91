import type { SkipReason, SpreadRefusal, WithoutReason } from '../../core/population/spread.ts';
import type { SpreadWeight } from '../../core/plan/plan.ts';

const weight: Record<SpreadWeight, string> = {
  households: 'households',
  floor_area: 'residential floor area',
  polygon: 'area of the polygon',
};
const refused: Record<SpreadRefusal, string> = {
  no_areas: 'There are no residential areas yet. Open their table first.',
  no_unit_figures: 'The units table states no persons. Fill in its residents or elders and open it again.',
  no_grid: 'There is no population grid to use. Open its file first.',
  nothing_to_spread:
    'There is nothing to spread: every area has its figures, or no unit has persons that an area could get.',
};
const skipped: Record<SkipReason, string> = {
  no_areas: 'no areas in it',
  all_stated: 'all its areas state figures, less than the unit in sum',
  no_weight: 'no area in it has anything to weigh by',
  exceeded: 'its areas and lower units state more than the unit',
};
const without: Record<WithoutReason, (count: string) => string> = {
  no_unit: (count) => `Areas in no unit with a figure: ${count}`,
  no_weight: (count) => `Areas without anything to weigh by: ${count}`,
  unit_skipped: (count) => `Areas whose unit could not be spread: ${count}`,
  no_polygon: (count) => `Areas without a polygon: ${count}`,
  no_cell: (count) => `Areas without the centre of a cell: ${count}`,
};

export const population = {
  command: 'Spread population…',
  title: 'Spread population',
  lead: 'Spreads the counts of communities and subdistricts, or a population grid, to the areas that state no persons. What comes of it is marked as an estimate wherever it shows, and can be undone.',
  source: 'Persons from',
  sources: { units: 'Counts of the units', grid: 'The population grid' },
  sourceNone: 'There are no persons to spread. Open a units table with persons, or a population grid, first.',
  weight: 'Spread by',
  weights: weight,
  weightKnown: (known: string, total: string) => `known for ${known} of ${total} areas`,
  overwrite: 'Spread anew what areas state themselves',
  overwriteHelp: 'Otherwise stated figures stay, and what is left over is spread.',
  eldersByShare: 'Where an area states residents alone, take its unit’s share of elders',
  preview: 'What it will do',
  working: 'Working it out',
  failed: (message: string) => `It could not be worked out: ${message}`,
  figure: { residents: 'Residents', elders: (age: string) => `Aged ${age}+` },
  gets: (areas: string, persons: string) => `Areas that get a figure: ${areas}, with ${persons} persons in all`,
  overwritten: (areas: string) => `Of these, figures stated before and put aside: ${areas}`,
  kept: (areas: string) => `Areas that keep the figure they state: ${areas}`,
  unplaced: (persons: string) => `Persons that no area gets: ${persons}`,
  unplacedNone: 'Every person is in an area',
  without,
  skippedUnit: (unit: string, reason: string, persons: string) => `${unit}: ${reason} (persons: ${persons})`,
  skippedReason: skipped,
  skippedTitle: (count: string) => `Units that are not spread: ${count}`,
  more: (count: string) => `and ${count} more`,
  cells: {
    outside: (cells: string) => `Cells outside all areas: ${cells}`,
    inKept: (persons: string) => `Persons in cells of areas that keep their figure, not used: ${persons}`,
    shared: (cells: string) => `Cells in overlapping areas, counted in the first by id: ${cells}`,
    unknown: (cells: string) => `Cells that state no persons: ${cells}`,
  },
  eldersAboveResidents: (areas: string) =>
    `Areas that would have more elders than residents: ${areas}. Check what the two figures count, or take the unit’s share of elders.`,
  refused,
  apply: 'Spread',
  cancel: 'Cancel',
  mark: 'estimate',
  about: (figure: string) => `≈ ${figure}`,
  containsEstimates: 'estimates included',
  from: {
    units: (unit: string, by: string) => `the count of ${unit}, spread by ${by}`,
    share: (unit: string) => `its own residents × the share of elders in ${unit}`,
    grid: 'the cells of the population grid that lie in it',
  },
  says: (figure: string, source: string) => `${figure}: an estimate from ${source}.`,
  areasEstimated: (count: string) => `elders estimated in ${count} areas`,
  column: 'Estimates',
};
