import type * as z from 'zod';
import { issue, type Issue, type IssueCode, type IssueDetail } from '../issue.ts';
import { jsonPath, shownAt } from '../standards/json-place.ts';

/** What reading a project file throws, for itself, where the file cannot be one that was written whole. */
export class Refused extends Error {
  readonly code: IssueCode;
  readonly detail: IssueDetail;

  constructor(code: IssueCode, detail: IssueDetail = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }

  issue(file: string): Issue {
    return issue(this.code, { file }, this.detail);
  }
}

/** Something in a part is not what it must be. `at`: where in it. */
export function misfit(part: string, at: string, found: string | null, expected: string): Refused {
  return new Refused('project_content_invalid', { part, at, found, expected });
}

/** Looks whether JSON is as a schema says. The value itself is what counts afterwards, not what the schema makes of it. */
export function demand(schema: z.ZodType, json: unknown, part: string, under: readonly PropertyKey[] = []): void {
  const { error } = schema.safeParse(json);
  const [first] = error?.issues ?? [];
  if (!first) return;
  const key = first.code === 'unrecognized_keys' ? first.keys.slice(0, 1) : [];
  const path = [...first.path, ...key];
  throw misfit(part, jsonPath([...under, ...path]), shownAt(json, path), expectedBy(first));
}

function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
  if (issue.code === 'unrecognized_keys') return '∅';
  if (issue.code === 'too_small') return `${issue.inclusive ? '≥' : '>'} ${issue.minimum}`;
  if (issue.code === 'too_big') return `${issue.inclusive ? '≤' : '<'} ${issue.maximum}`;
  return issue.message;
}
