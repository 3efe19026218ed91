import type { AreaResult, AuditResult, Check } from '../checks/result.ts';
import { AREA_CHECKS } from '../checks/result.ts';
import { writeEstimates } from '../plan/estimates-text.ts';
import type { Area, Plan } from '../plan/plan.ts';

type Properties = Record<string, string | number | null>;

/**
 * The judged areas as a GeoJSON FeatureCollection, WGS84, one feature a line: geometry as in the plan (null where an
 * area has none), flat properties that any mapping program can classify by, and the run as a foreign member.
 */
export function auditGeojson(result: AuditResult, plan: Plan): string {
  const features = result.areas.map((area) => {
    const known = plan.areas.get(area.id);
    const feature = { type: 'Feature', properties: propertiesOf(area, known), geometry: known?.geometry ?? null };
    return JSON.stringify(feature);
  });
  const head = `{"type":"FeatureCollection","run":${JSON.stringify(result.run)},"features":[`;
  return features.length === 0 ? `${head}]}\n` : `${head}\n${features.join(',\n')}\n]}\n`;
}

function propertiesOf(area: AreaResult, known: Area | undefined): Properties {
  const checks = new Map(area.checks.map((check) => [check.check, check]));
  return {
    id: area.id,
    name: area.name,
    class: known?.class ?? null,
    city: known?.city ?? null,
    county: known?.county ?? null,
    subdistrict: known?.subdistrict ?? null,
    community: known?.community ?? null,
    households: known?.households ?? null,
    residents: known?.residents ?? null,
    elders: known?.elders ?? null,
    estimated: writeEstimates(known?.estimated) || null,
    verdict: area.verdict,
    ...Object.assign({}, ...AREA_CHECKS.map((id) => checkProperties(id, checks.get(id)))),
    nearest_facility: area.nearest?.facility ?? null,
    nearest_minutes: area.nearest?.minutes ?? null,
    covered_share: area.covered_share,
    elders_uncovered: area.elders_uncovered,
  };
}

/** The same keys for every area, so that a table of them has no holes; null where an area does not carry the check. */
function checkProperties(id: string, check: Check | undefined): Properties {
  return {
    [`${id}_verdict`]: check?.verdict ?? null,
    [`${id}_required`]: check?.required ?? null,
    [`${id}_counted`]: check?.counted ?? null,
    [`${id}_gap`]: check?.gap ?? null,
    [`${id}_ratio`]: check?.ratio ?? null,
    [`${id}_days_overdue`]: check?.deadline?.days_overdue ?? null,
  };
}
