import { reviewInput } from '../../actions/review-input.ts';
import { Button } from 'react-aria-components';
import { openDialog } from '../../actions/arrange.ts';
import { removeInput } from '../../actions/remove-input.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** The files that the plan was read from, each with a way to take it out again. */
export function FileList() {
  const t = useTexts();
  const workspace = useWorkspace();
  const inputs = useWorkspaceState((state) => state.inputs);
  const hasAreas = useWorkspaceState(({ plan }) => plan.areas.size > 0);
  if (inputs.length === 0) return null;
  return (
    <section className="file-list">
      <h2>{t.start.files.title}</h2>
      <ul>
        {inputs.map((opened) => {
          const { role, file, rows } = opened.input;
          const { streets } = opened;
          return (
            <li key={`${role} ${file}`}>
              <Icon name="file" size={14} />
              <span className="file-name" title={file}>
                {file}
              </span>
              <span className="muted file-facts">
                {t.workspace.role[role]}{' '}
                {streets
                  ? t.start.files.streets(formatNumber(streets.totalM / 1000, 0), formatNumber(streets.components))
                  : t.start.files.rows(formatNumber(rows))}
              </span>
              <span className="file-buttons">
                {role === 'streets' || opened.source.files.length === 0 ? null : (
                  <IconButton
                    icon="columns"
                    label={t.imports.reviewLabel(file)}
                    onPress={() => reviewInput(workspace, opened)}
                  />
                )}
                <IconButton
                  icon="close"
                  label={t.start.files.remove(file)}
                  onPress={() => void removeInput(workspace, opened)}
                />
              </span>
            </li>
          );
        })}
      </ul>
      {hasAreas ? (
        <Button className="link" onPress={() => openDialog(workspace, 'spread-population')}>
          {t.population.command}
        </Button>
      ) : null}
    </section>
  );
}
