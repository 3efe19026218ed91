import { expect, it } from 'vitest';
import { FORM_FIELDS, FORM_TABLES } from '../../../src/core/forms/form-fields.ts';
import { LANGUAGES } from '../../../src/text/language.ts';
import { textsFor } from '../../../src/text/texts.ts';
import { FIELD_GROUPS } from '../../../src/ui/forms/field-groups.ts';
import { columnLabel } from '../../../src/ui/import/column-label.ts';

it.each(FORM_TABLES)('the form of %s asks for every field once, under a name in every language', (table) => {
  const asked = FIELD_GROUPS[table].flatMap(({ columns }) => columns);
  const columns = FORM_FIELDS[table].map(({ column }) => column);
  expect([...asked].sort()).toEqual([...columns].sort());
  for (const language of LANGUAGES) {
    const { imports } = textsFor(language);
    for (const { column, words } of FORM_FIELDS[table]) {
      expect(columnLabel(imports, column)).not.toBe(column);
      for (const value of words?.values ?? []) expect(Object.keys(imports.values)).toContain(value);
    }
  }
});
