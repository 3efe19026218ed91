import type { AuditResult } from '../checks/result.ts';

/**
 * The whole result as JSON text, two spaces deep, ending in a newline. Its keys come in the order in which the audit
 * makes them, which no row order changes; a figure that is no number is null, as everything unknown.
 */
export function auditJson(result: AuditResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
