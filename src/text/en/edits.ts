import type { edits as chinese, RefusedWords } from '../zh-CN/edits.ts';
import type { FormTable } from '../../core/forms/form-fields.ts';
import type { EditRefusalCode } from '../../core/plan/edit-refusal.ts';

const table: Record<FormTable, string> = {
  areas: 'areas',
  facilities: 'facilities',
  candidates: 'candidate sites',
  parcels: 'reserved parcels',
};

/** What is wrong, and what to do. */
const refusal: Record<EditRefusalCode, (said: RefusedWords) => string> = {
  record_unknown: ({ found }) => `“${found}” is no longer in the data. Choose again on the map or in the list.`,
  number_invalid: ({ found }) => `“${found}” is no number. Enter a number such as 300 or 1234.5.`,
  number_negative: ({ found }) => `${found} is negative. Enter a number that is not below 0.`,
  number_not_whole: ({ found, column }) =>
    `${column} is counted in whole numbers, ${found} is none. Enter a whole number.`,
  number_too_large: ({ found }) => `${found} is too large to be meant. Check the unit and the decimal point.`,
  date_invalid: ({ found }) => `“${found}” is no date. Enter year, month and day, such as 2024-05-31.`,
  value_unknown: ({ found, column }) => `${column} knows no “${found}”. Choose one of the list.`,
  boolean_invalid: ({ found }) => `“${found}” is neither yes nor no. Choose one of them, or clear it to unknown.`,
  serves_malformed: ({ found }) =>
    `“${found}” cannot be read or is named twice. Name each area once, with m² that are not below 0.`,
  field_required: ({ column }) => `${column} cannot be blank. Choose one of the list.`,
  dates_reversed: () => 'It would start after it ends. Change one of the two dates so that the start comes first.',
  id_blank: () => 'The id cannot be blank. Enter an id.',
  id_taken: ({ found }) => `The id “${found}” is in use. Enter another id.`,
  closed_already: () => 'The facility is closed already. To change the day, change its “Valid to”.',
  closed_before_start: ({ found, expected }) =>
    `The closing day ${found} lies before the first day ${expected}. Choose a day after it.`,
  open_already: () => 'The facility is open already. Check its status and its last day.',
};

export const edits: typeof chinese = {
  refusal,
  table,
  command: 'Edit what is selected',
  edit: 'Edit',
  done: 'Stop editing',
  unknown: 'Unknown',
  clear: (column) => `Clear ${column} (make it unknown)`,
  group: {
    basic: 'Basics',
    people: 'Dwellings and people',
    size: 'Space and beds',
    period: 'Status and period',
    booking: 'What its floor area counts for',
    place: 'Units and address',
    reserved: 'What is planned',
    other: 'Other',
  },
  unit: {
    m2: 'm²',
    households: 'dwellings',
    persons: 'persons',
    beds: 'beds',
    wan_yuan: '10k CNY',
    date: '',
    degrees: '',
    metres: 'm',
  },
  serves: {
    label: 'Areas served',
    none: 'None named: it counts for the area it lies in, or those nearby.',
    m2: (area) => `m² booked to ${area}; blank: shared by households`,
    shared: 'shared',
    remove: (area) => `Serve ${area} no longer`,
    add: 'Add an area',
    addHelp: 'Type its name or id',
    unknownArea: 'not in the areas table',
  },
  close: 'Close facility',
  closeOn: (date) => `It counts no longer, and its last day is ${date}. The record stays. Can be undone.`,
  reopen: 'Open again',
  reopenOn: (date) => `It counts again from ${date}; a last day that is past is cleared. Can be undone.`,
  remove: 'Delete',
  removeHelp: (references) =>
    references === ''
      ? 'Takes it out of the data. Can be undone.'
      : `Takes it out of the data, and clears ${references}. Can be undone.`,
  references: {
    serves: (count) => `the areas served of facilities (${count})`,
    pool: (count) => `the pool of facilities (${count})`,
    measures: (count) => `entries of the programme (${count})`,
    housing: (count) => `planned housing (${count})`,
    growth: (count) => `assumptions of growth (${count})`,
  },
  apply: 'Accept',
  newFacility: (of) => `New facility for ${of}`,
  applyOf: (remedy) => `Accept: ${remedy}`,
  step: {
    field: (name, column, from, to, unit) =>
      `${name}: ${column} ${from} → ${to}${unit === '' ? '' : ` ${unit.trim()}`}`,
    fieldLong: (name, column) => `${name}: change ${column}`,
    column: (records, kind, column, to) => `${records} ${kind}: ${column} → ${to}`,
    close: (name) => `Close ${name}`,
    reopen: (name) => `Open ${name} again`,
    remove: (name) => `Delete ${name}`,
    removeMany: (name, records, kind) => `Delete ${records} ${kind} (${name}, …)`,
    rename: (from, to) => `Id ${from} → ${to}`,
  },
  effect: {
    label: 'What the last step changed',
    waiting: (step) => `${step}: finding out what it changes`,
    undone: (step) => `Undid “${step}”`,
    moves: (step, moves) => `The last ${moves} steps (up to “${step}”)`,
    says: (step, parts) => `${step}: ${parts}`,
    separator: ' · ',
    areas: {
      met: (count) => `newly met ${count}`,
      short: (count) => `newly short ${count}`,
      other: (count) => `otherwise changed ${count}`,
    },
    floorGap: (m2) => `floor area gap ${m2} m²`,
    landGap: (m2) => `land gap ${m2} m²`,
    covered: (persons) => `elders within the circle ${persons}`,
    floorUnknown: (count) => `areas with floor area unknown ${count}`,
    landUnknown: (count) => `counties with land unknown ${count}`,
    eldersUnknown: (count) => `areas with elders unknown ${count}`,
    nothing: 'no verdict and no figure changed',
    picked: {
      met: 'newly met after the last step',
      short: 'newly short after the last step',
      other: 'otherwise changed by the last step',
    },
    show: (what) => `Show in the list: ${what}`,
    undo: 'Undo',
    redo: 'Redo',
    dismiss: 'Dismiss',
    lost: {
      deleted: (name, m2) =>
        `The parcel “${name}”, reserved for elder care, is deleted: ${m2} of land less. Check that other land takes its place.`,
      reduced: (name, m2) =>
        `The parcel “${name}”, reserved for elder care, loses ${m2} of land. Check that other land takes its place.`,
      unknownM2: '(unknown m²)',
      m2: (m2) => `${m2} m²`,
    },
  },
  bulk: {
    title: 'Change a column',
    command: 'Change a column of the listed areas…',
    lead: (count, kind) => `Gives one column of ${count} ${kind} the same value, as one step that can be undone.`,
    none: 'There is nothing to change. Choose in the list first, or ease the filter.',
    column: 'Column',
    value: 'New value',
    makeUnknown: 'Make it unknown (clear)',
    preview: 'What it does',
    changes: (count) => `${count} will change`,
    unchanged: (count) => `${count} say so already`,
    refused: (count) => `${count} cannot be changed and stay as they are`,
    name: 'Name',
    before: 'Before',
    after: 'After',
    more: (count) => `${count} more`,
    apply: (count) => `Change ${count}`,
    cancel: 'Cancel',
    enter: 'Enter the new value, or choose to make it unknown.',
  },
};
