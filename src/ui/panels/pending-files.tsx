import { useState } from 'react';
import { Button } from 'react-aria-components';
import { declareFile, discardFile } from '../../actions/open-files.ts';
import { parseCrs } from '../../core/geo/crs.ts';
import type { InputRole } from '../../core/issue.ts';
import type { PendingFile } from '../../state/workspace-state.ts';
import { describeIssue } from '../../text/describe-issue.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { Choice, type Option } from '../parts/choice.tsx';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const ROLES: readonly InputRole[] = ['areas', 'facilities', 'units', 'population', 'streets', 'candidates'];
/** Sentences shown of a file; the rest are in the table of data problems. */
const FIRST_ISSUES = 3;

/** Files that could not be read as they are: each says why, and takes the word that is missing. */
export function PendingFiles() {
  const t = useTexts().start.files;
  const pending = useWorkspaceState((state) => state.pending);
  if (pending.length === 0) return null;
  return (
    <section className="pending-files" aria-label={t.pendingTitle}>
      <h3>
        <Icon name="warning" /> {t.pendingTitle}
      </h3>
      <p className="muted">{t.pendingHelp}</p>
      <ul>
        {pending.map((file) => (
          <Pending key={file.key} pending={file} />
        ))}
      </ul>
    </section>
  );
}

function Pending({ pending }: { readonly pending: PendingFile }) {
  const texts = useTexts();
  const t = texts.start.files;
  const workspace = useWorkspace();
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const [role, setRole] = useState<InputRole | null>(pending.role);
  const [crs, setCrs] = useState<string | null>(pending.crs);
  const errors = pending.issues.filter(({ severity }) => severity === 'error');
  const ready = pending.needs === 'role' ? role !== null : crs !== null;
  return (
    <li className="pending-file">
      <div className="pending-head">
        <Icon name="file" size={14} />
        <strong>{pending.file.name}</strong>
        <IconButton icon="close" label={t.discard(pending.file.name)} onPress={() => discardFile(workspace, pending)} />
      </div>
      <ul className="pending-issues">
        {errors.slice(0, FIRST_ISSUES).map((issue, i) => (
          <li key={`${issue.code} ${i}`}>{describeIssue(language, issue)}</li>
        ))}
        {errors.length > FIRST_ISSUES ? <li>{t.more(formatNumber(errors.length - FIRST_ISSUES))}</li> : null}
      </ul>
      {pending.needs === 'repair' ? null : (
        <div className="pending-answer">
          {pending.needs === 'role' ? (
            <Choice<InputRole>
              label={t.role}
              placeholder={t.rolePlaceholder}
              value={role}
              options={ROLES.map((id) => ({ id, text: texts.workspace.role[id] }))}
              onChange={setRole}
            />
          ) : (
            <Choice
              label={t.crs}
              placeholder={t.crsPlaceholder}
              value={crs}
              options={crsOptions(texts)}
              onChange={setCrs}
            />
          )}
          <Button
            className="button primary"
            isDisabled={!ready}
            onPress={() => void declareFile(workspace, pending, { role, crs })}
          >
            {t.retry}
          </Button>
          {pending.needs === 'crs' ? <span className="muted">{t.crsHelp}</span> : null}
        </div>
      )}
    </li>
  );
}

/** EPSG:4513–4533 carry the zone in the easting, 4534–4554 do not. */
const FIRST_PROJECTED = 4513;
const LAST_PROJECTED = 4554;

function crsOptions({ start: { crs: t } }: Texts): Option<string>[] {
  const plain = (['GCJ-02', 'BD-09', 'EPSG:4326', 'EPSG:4490'] as const).map((id) => ({
    id: id as string,
    text: t[id],
  }));
  const projected: Option<string>[] = [];
  for (let code = FIRST_PROJECTED; code <= LAST_PROJECTED; code++) {
    const id = `EPSG:${code}`;
    const crs = parseCrs(id);
    if (crs?.kind !== 'projected') continue;
    const zoned = crs.falseEasting > 1_000_000;
    projected.push({
      id,
      text: zoned ? t.withZone(id, String(crs.centralMeridian / 3)) : t.withMeridian(id, String(crs.centralMeridian)),
    });
  }
  return [...plain, ...projected];
}
