import Papa from 'papaparse';
import type { AreaResult, AuditResult, Check } from '../checks/result.ts';
import { writeEstimates } from '../plan/estimates-text.ts';
import { FORMULA } from '../import/formula-cell.ts';
import type { Area, Plan } from '../plan/plan.ts';

const COLUMNS = [
  'id',
  'name',
  'city',
  'county',
  'subdistrict',
  'community',
  'check',
  'role',
  'verdict',
  'required',
  'counted',
  'gap',
  'unit',
  'ratio',
  'reasons',
  'planned_verdict',
  'deadline',
  'days_overdue',
  'document',
  'clause',
  'status',
  'estimated',
] as const;

type Row = Record<(typeof COLUMNS)[number], string | number | null>;

/**
 * The gap list as CSV (RFC 4180): one row an area and check, figures exact, unknown ones empty, several reasons joined by
 * `;`. With a byte order mark, without which Excel misreads Chinese.
 */
export function auditCsv(result: AuditResult, plan: Plan): string {
  const rows = result.areas.flatMap((area) => area.checks.map((check) => rowOf(area, plan.areas.get(area.id), check)));
  const body = Papa.unparse(
    { fields: [...COLUMNS], data: rows.map((row) => COLUMNS.map((column) => row[column])) },
    { newline: '\r\n', escapeFormulae: FORMULA },
  );
  return `\uFEFF${body}\r\n`;
}

function rowOf(area: AreaResult, known: Area | undefined, check: Check): Row {
  return {
    id: area.id,
    name: area.name,
    city: known?.city ?? null,
    county: known?.county ?? null,
    subdistrict: known?.subdistrict ?? null,
    community: known?.community ?? null,
    check: check.check,
    role: check.role,
    verdict: check.verdict,
    required: finite(check.required),
    counted: finite(check.counted),
    gap: finite(check.gap),
    unit: check.unit,
    ratio: finite(check.ratio),
    reasons: check.reasons.join(';'),
    planned_verdict: check.planned?.verdict ?? null,
    deadline: check.deadline?.date ?? null,
    days_overdue: check.deadline?.days_overdue ?? null,
    document: check.source?.document ?? null,
    clause: check.source?.clause ?? null,
    status: check.source?.status ?? null,
    estimated: writeEstimates(known?.estimated),
  };
}

/** JSON writes what is no number as null; a table leaves it empty. */
function finite(figure: number | null): number | null {
  return figure !== null && Number.isFinite(figure) ? figure : null;
}
