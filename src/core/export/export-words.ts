import type { Column } from '../import/columns.ts';
import { WORDS_OF } from '../import/words.ts';
import type { TableRole } from '../import/table.ts';
import type { ExportLanguage } from './export-table.ts';

/** What tables are called as sheets, layers and files. */
export const TABLE_NAMES: Readonly<Record<ExportLanguage, Readonly<Record<TableRole, string>>>> = {
  en: {
    areas: 'areas',
    facilities: 'facilities',
    units: 'units',
    candidates: 'candidates',
    population: 'population',
  },
  zh: {
    areas: '居住区',
    facilities: '养老服务设施',
    units: '行政单元',
    candidates: '备选场地',
    population: '人口格网',
  },
};

/** Yes and no; null: truth values of the format's own. */
export const FLAG_WORDS: Readonly<Record<ExportLanguage, readonly [yes: string, no: string] | null>> = {
  en: null,
  zh: ['是', '否'],
};

/** The headers of a column that reading knows, the language's own first. */
export function spellingsOf({ name, headers }: Column, language: ExportLanguage): readonly string[] {
  return language === 'en' ? [name, ...headers] : [...headers, name];
}

/** The words of a column's closed list in a language, by value; null: it has no closed list. */
export function listWords(
  role: TableRole,
  column: string,
  language: ExportLanguage,
): ReadonlyMap<string, string> | null {
  const lists = WORDS_OF[role];
  if (!Object.hasOwn(lists, column)) return null;
  const { values, meaning } = lists[column]!;
  // A value's own name stands first among its words; the next is the contract's Chinese one.
  const words = values.map((value) => [...meaning].filter(([, meant]) => meant === value).map(([word]) => word));
  return new Map(values.map((value, i) => [value, language === 'en' ? value : (words[i]![1] ?? value)]));
}

/** What the two Shapefiles of one table are called after it. */
export const SHAPE_WORDS: Readonly<Record<ExportLanguage, Readonly<Record<'points' | 'polygons', string>>>> = {
  en: { points: 'points', polygons: 'polygons' },
  zh: { points: '点', polygons: '面' },
};
