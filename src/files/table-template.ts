import { templateColumns } from '../core/export/template-workbook.ts';
import type { TableRole } from '../core/import/table.ts';
import type { Language } from '../text/language.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** An empty table with every column that is read, for filling in. Starts with a byte order mark, so that Excel reads its Chinese. */
export function tableTemplate(role: TableRole, headers: Language): Uint8Array<ArrayBuffer> {
  const columns = templateColumns(role).map(({ name, headers: other }) =>
    headers === 'en' ? name : (other[0] ?? name),
  );
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${columns.join(',')}\r\n`);
}
