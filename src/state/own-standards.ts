import { loadStandards } from '../core/standards/load-standards.ts';
import type { LoadedStandard } from '../core/standards/standard.ts';

/** The standards of a project: its own, each in place of a shipped one with the same id, and those that ship. */
export function standardsWith(
  shipped: readonly LoadedStandard[],
  own: readonly LoadedStandard[],
): readonly LoadedStandard[] {
  const byId = new Map([...shipped, ...own].map((one) => [one.standard.id, one]));
  return [...byId.values()];
}

/** Those of a project's standards that are not the same, to the last sign, as those that ship. */
export function ownStandards(
  shipped: readonly LoadedStandard[],
  of: readonly LoadedStandard[],
): readonly LoadedStandard[] {
  const known = new Set(shipped.map(({ sha256 }) => sha256));
  return of.filter(({ sha256 }) => !known.has(sha256));
}

/** Standards out of their texts, as they were kept. */
export function standardsOfTexts(texts: readonly string[]): readonly LoadedStandard[] {
  return texts.flatMap((text) => loadStandards([{ name: '', text }]).standards);
}
