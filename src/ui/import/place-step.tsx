import { useEffect, useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import { changeImport } from '../../actions/change-import.ts';
import type { CrsSuggestion } from '../../core/import/suggest-crs.ts';
import { mappingInUse, type ImportDraft } from '../../state/import-draft.ts';
import { formatNumber, formatShare } from '../../text/numbers.ts';
import { Choice } from '../parts/choice.tsx';
import { useTexts, useWorkspace } from '../workspace-context.tsx';
import { crsOptions } from './crs-options.ts';
import { StepIssues } from './step-issues.tsx';

/** What stands for "as the file states", in a choice whose options are texts. */
const AS_STATED = '';
/** A definition may be pages long: its name comes first. */
const STATED_SHOWN = 60;

/** In which coordinate system the file is, with what speaks for each. */
export function PlaceStep({ draft }: { readonly draft: ImportDraft }) {
  const texts = useTexts();
  const { imports: t } = texts;
  const workspace = useWorkspace();
  const { source, declared, key } = draft;
  const suggestions = useSuggestions(draft);
  if (!source) return <StepIssues draft={draft} step="place" />;
  const stated = source.statedCrs;
  const options = crsOptions(texts);
  const other = declared.crs !== null && !options.some(({ id }) => id === declared.crs) ? declared.crs : '';
  const set = (crs: string): void => changeImport(workspace, key, { crs: crs === AS_STATED ? null : crs });
  return (
    <>
      <StepIssues draft={draft} step="place" />
      <p className="muted">
        {stated === null
          ? t.crsImplied
          : t.crsStated(stated.length > STATED_SHOWN ? `${stated.slice(0, STATED_SHOWN)}…` : stated)}
      </p>
      <div className="import-field">
        <Choice
          label={t.crs}
          placeholder={t.crsPlaceholder}
          value={declared.crs ?? AS_STATED}
          options={[{ id: AS_STATED, text: stated === null ? t.crsAsImplied : t.crsAsStated }, ...options]}
          onChange={set}
        />
      </div>
      <TextField className="import-prefix" defaultValue={other} key={other} onBlur={() => undefined}>
        <span>{t.crsOther}</span>
        <Input
          aria-label={t.crsOther}
          onBlur={({ target }) => {
            if (target.value.trim() !== other) set(target.value.trim());
          }}
        />
        <span className="muted">{t.crsOtherHelp}</span>
      </TextField>
      <ControlPoints crs={declared.crs} onChange={set} />
      {suggestions.length === 0 ? null : (
        <section className="import-suggestions">
          <h4>{t.crsSuggestions}</h4>
          <ul>
            {suggestions.map((one) => (
              <li key={`${one.crs.name} ${one.swapped}`}>
                <strong>{options.find(({ id }) => id === one.crs.name)?.text ?? one.crs.name}</strong>
                <span className="muted">
                  {one.share === null ? null : t.crsShare(formatShare(one.share))}{' '}
                  {one.offset === null
                    ? null
                    : t.crsOffset(formatNumber(Math.round(one.offset.metres)), t.bearing[one.offset.compass])}
                </span>
                <Button
                  className="button small"
                  aria-label={`${t.crsUse} ${one.crs.name}`}
                  isDisabled={declared.crs === one.crs.name}
                  onPress={() => set(one.crs.name)}
                >
                  {t.crsUse}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** How a grid of one's own is declared, and the system that its control points are given in. */
const LOCAL = 'local EPSG:4326: ';

/** A grid that only the city knows, tied to the earth by points known in both: `x, y = lon, lat`, one a line. */
function ControlPoints({ crs, onChange }: { readonly crs: string | null; readonly onChange: (crs: string) => void }) {
  const t = useTexts().imports;
  const given = crs?.startsWith(LOCAL) ? crs.slice(LOCAL.length).split(/;\s*/).join('\n') : '';
  return (
    <details className="import-points" open={given !== ''}>
      <summary>{t.localGrid}</summary>
      <p className="muted">{t.localGridHelp}</p>
      <textarea
        key={given}
        aria-label={t.localGrid}
        rows={4}
        defaultValue={given}
        placeholder={t.localGridExample}
        onBlur={({ target }) => {
          const pairs = target.value.split(/\n+/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
          if (pairs.join('\n') !== given) onChange(pairs.length === 0 ? AS_STATED : LOCAL + pairs.join('; '));
        }}
      />
    </details>
  );
}

/** The likeliest systems, of which no more than these are worth a look. */
const MOST_SUGGESTED = 4;
/** Another country is no other reading of the same numbers, metres. */
const FARTHEST_M = 50_000;

function useSuggestions(draft: ImportDraft): readonly CrsSuggestion[] {
  const workspace = useWorkspace();
  const [found, setFound] = useState<readonly CrsSuggestion[]>([]);
  const { source, declared } = draft;
  const mapping = mappingInUse(draft);
  const { role, crs } = declared;
  const handle = source?.handle;
  useEffect(() => {
    if (handle === undefined || role === null || role === 'streets') return undefined;
    let wanted = true;
    void workspace.analysis.suggestCrs({ handle, role, mapping, ...(crs === null ? {} : { crs }) }).then(
      (suggestions) =>
        wanted &&
        setFound(
          suggestions.filter(({ offset }) => offset === null || offset.metres <= FARTHEST_M).slice(0, MOST_SUGGESTED),
        ),
      // The source was closed meanwhile: so is this step.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [workspace, handle, role, crs, mapping]);
  return found;
}
