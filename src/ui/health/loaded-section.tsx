import type { OpenedInput } from '../../state/workspace-state.ts';
import { figureDates } from '../../state/figure-dates.ts';
import { formatDateTime, formatNumber } from '../../text/numbers.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { HealthSection } from './health-section.tsx';

/** What is loaded, from which file, as of when. */
export function LoadedSection() {
  const { health, workspace } = useTexts();
  const t = health.loaded;
  const inputs = useWorkspaceState((state) => state.inputs);
  const madeUp = useWorkspaceState(({ project }) => project.madeUp);
  return (
    <HealthSection
      title={t.title}
      help={t.help}
      none={t.none}
      head={[
        { text: t.role },
        { text: t.file },
        { text: t.rows, number: true },
        { text: t.saved },
        { text: t.figures },
      ]}
      rows={inputs.map((opened) => ({
        key: `${opened.input.role} ${opened.input.file}`,
        cells: [
          workspace.role[opened.input.role],
          opened.input.file,
          formatNumber(opened.input.rows),
          savedAt(opened, madeUp),
          <FigureSpan key="figures" opened={opened} />,
        ],
      }))}
    />
  );
}

/** When the file was saved. The sample city's were made when they were fetched; those of a project file are not here. */
function savedAt({ source: { files }, input }: OpenedInput, madeUp: boolean): string {
  const [file] = files;
  return madeUp || file === undefined || input.role === 'streets' ? '—' : formatDateTime(file.lastModified);
}

/** Only facilities say from when their figures are. */
function FigureSpan({ opened: { input, ids } }: { readonly opened: OpenedInput }) {
  const { loaded: t } = useTexts().health;
  const facilities = useWorkspaceState(({ plan }) => plan.facilities);
  if (input.role !== 'facilities') return '—';
  const { span, blank } = figureDates(facilities, ids);
  if (span === null) return t.noDate;
  const range = t.range(span.first, span.last);
  return blank === 0 ? range : t.someBlank(range, formatNumber(blank));
}
