import type { RemedyAct } from '../core/checks/remedy.ts';
import type { FormTable } from '../core/forms/form-fields.ts';
import type { GrowingFigure } from '../core/outlook/rates-of.ts';
import type { TableName } from '../core/plan/edit.ts';
import type { PlacedTable } from '../core/plan/placed-record.ts';
import type { PoolId, StreetEdit } from '../core/plan/plan.ts';
import type { Settings } from '../core/plan/settings.ts';

/** What one step of the history was, so that a sentence can name it. */
export type StepName =
  | { readonly kind: 'open' | 'open-project' | 'remove' | 'county'; readonly file: string }
  | { readonly kind: 'setting'; readonly setting: keyof Settings }
  | { readonly kind: 'reset-settings' | 'spread-population' }
  | { readonly kind: 'pool' | 'dissolve-pool'; readonly pool: PoolId }
  | { readonly kind: 'suggested-pools'; readonly count: number }
  | { readonly kind: 'leave-pool'; readonly pool: PoolId; readonly area: string }
  | {
      readonly kind:
        | 'create-scenario'
        | 'copy-scenario'
        | 'describe-scenario'
        | 'delete-scenario'
        | 'show-scenario'
        | 'adopt-scenario';
      readonly scenario: string;
    }
  | { readonly kind: 'show-baseline' }
  | { readonly kind: 'resolve-conflict' }
  /** `name`: what the record is called, its id where it has no name; `field` null: the record as a whole. */
  | { readonly kind: 'withdraw-edit'; readonly table: TableName; readonly name: string; readonly field: string | null }
  /** To how it stood at a time, milliseconds since 1970. */
  | { readonly kind: 'restore'; readonly at: number }
  | {
      readonly kind: 'add-street-edit' | 'remove-street-edit' | 'change-street-edit';
      readonly edit: Pick<StreetEdit, 'kind' | 'cause' | 'name'>;
    }
  | MapStepName
  | OutlookStepName
  | FormStepName;

/** What was done to one thing on the map; `name`: what it is called, its id where it has no name. */
export type MapStepName =
  | { readonly kind: 'add' | 'reshape'; readonly table: DrawnTable; readonly name: string }
  | { readonly kind: 'move'; readonly table: PlacedTable; readonly name: string; readonly metres: number };

/** Tables whose records a person draws. */
export type DrawnTable = PlacedTable | 'streetEdits';

/** `of`: the name of what an assumption or a measure is of; null: all. */
export type OutlookStepName =
  | { readonly kind: 'growth'; readonly of: string | null; readonly figure: GrowingFigure | 'survival' | 'removed' }
  | { readonly kind: 'housing' | 'housing-removed'; readonly of: string; readonly year: number }
  | { readonly kind: 'measure'; readonly of: string; readonly part: 'form' | 'year' | 'stages' | 'removed' };

/** What was done in the inspector or in the list; `name`: what the record is called, its id where it has no name. */
export type FormStepName =
  | {
      readonly kind: 'set-field';
      readonly table: FormTable;
      readonly name: string;
      /** Canonical. */
      readonly column: string;
      /** As the record keeps it; undefined: unknown. */
      readonly from: unknown;
      readonly to: unknown;
    }
  | {
      readonly kind: 'set-column';
      readonly table: FormTable;
      readonly column: string;
      readonly to: unknown;
      readonly records: number;
    }
  | { readonly kind: 'close-facility' | 'reopen-facility'; readonly name: string }
  | { readonly kind: 'delete'; readonly table: FormTable; readonly name: string; readonly records: number }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'remedy';
      readonly act: RemedyAct;
      /** For what: an area by its name, a pool by its id. */
      readonly of: { readonly kind: 'area' | 'pool'; readonly name: string };
      /** Of the areas and facilities that it speaks of, by id. */
      readonly names: Readonly<Record<string, string>>;
    };
