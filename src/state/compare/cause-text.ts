import type { AreaFigure, CitedValue, DifferenceCause } from '../../core/compare/comparison.ts';
import type { AreaId } from '../../core/plan/plan.ts';
import type { RuleKey } from '../../core/standards/standard.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { fieldLabel, fieldText } from '../field-text.ts';
import { settingText } from './setting-text.ts';

/** What sentences of a comparison are made with. */
export interface CompareWords {
  readonly texts: Texts;
  /** Short titles of the documents, by id, in the person's language. */
  readonly documents: ReadonlyMap<string, string>;
}

/** One cause in words, of a difference of the area `of`. */
export function causeText(cause: DifferenceCause, of: AreaId, words: CompareWords): string {
  const { texts } = words;
  const { cause: t, stand, part } = texts.compare;
  switch (cause.code) {
    case 'area_only':
      return t.onlyOn[cause.side];
    case 'area_figure': {
      const said = figureText(cause, texts);
      return cause.area === of ? said : t.ofArea(cause.name ?? cause.area, said);
    }
    case 'area_shape':
      return cause.area === of ? t.shape : t.ofArea(cause.name ?? cause.area, t.shape);
    case 'pool_reach':
      return cause.right ? t.joinedReach(cause.pool) : t.leftReach(cause.pool);
    case 'facility_stand': {
      const name = cause.name ?? cause.facility;
      const facility = cause.floorAreaM2 === null ? name : t.m2(name, formatNumber(cause.floorAreaM2));
      if (cause.left === 'absent') return t.appeared(facility, stand[cause.right]);
      return cause.right === 'absent' ? t.vanished(facility) : t.stand(facility, stand[cause.left], stand[cause.right]);
    }
    case 'facility_size':
      return t.size(cause.name ?? cause.facility, known(cause.left, texts), known(cause.right, texts));
    case 'facility_land':
      return t.land(cause.name ?? cause.facility, known(cause.left, texts), known(cause.right, texts));
    case 'facility_moved': {
      const facility = cause.name ?? cause.facility;
      return cause.metres === null ? t.placed(facility) : t.moved(facility, formatNumber(cause.metres, 0));
    }
    case 'facility_rebooked':
      return t.rebooked(cause.name ?? cause.facility);
    case 'sharing':
      return t.sharing;
    case 'rule':
      return t.rule(
        texts.compare.rule[cause.rule],
        citedText(cause.rule, cause.left, words),
        citedText(cause.rule, cause.right, words),
      );
    case 'setting':
      return t.setting(
        texts.settings.name[cause.setting],
        settingText(cause.setting, cause.left, texts),
        settingText(cause.setting, cause.right, texts),
      );
    case 'street_edits':
      return t.streetEdits(formatNumber(cause.count));
    case 'streets':
      return t.streets;
    case 'population':
      return t.population;
    case 'overdue':
      return overdueText(cause, texts);
    default:
      return t.several(cause.differing.map((one) => part[one]).join(texts.workspace.listSeparator));
  }
}

/** A figure of a document and where it is written: `20 m²/百户（南通 2023 二（二）5）`. */
export function citedText(rule: RuleKey, cited: CitedValue | null, { texts, documents }: CompareWords): string {
  const { compare: t } = texts;
  if (cited === null) return t.noRule;
  const value = t.ruleUnit[rule](formatNumber(cited.value));
  const source = t.clause(documents.get(cited.document) ?? cited.document, cited.clause);
  return `${value}${t.action.facts(source)}`;
}

function overdueText(
  { deadline, right }: Extract<DifferenceCause, { readonly code: 'overdue' }>,
  { compare: { cause: t, noRule } }: Texts,
): string {
  if (deadline.left !== deadline.right) return t.deadline(deadline.left ?? noRule, deadline.right ?? noRule);
  return right === null ? t.notOverdue(deadline.right!) : t.overdue(deadline.right!, formatNumber(right));
}

function figureText(figure: AreaFigure, texts: Texts): string {
  const [left, right] = [figure.left, figure.right].map((value) =>
    value === null
      ? figure.figure === 'pool'
        ? texts.inspector.none
        : texts.workspace.unknown
      : fieldText(texts, figure.figure, value),
  );
  return texts.compare.cause.figure(fieldLabel(texts, figure.figure), left!, right!);
}

function known(value: number | null, { workspace }: Texts): string {
  return value === null ? workspace.unknown : formatNumber(value);
}
