import { selectAndShow } from '../../actions/select.ts';
import { formatNumber } from '../../text/numbers.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { useUnbooked } from '../queries.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** Eligible space that counts nowhere, with the reason for each. */
export function UnbookedTable() {
  const { workspace: texts, reasons } = useTexts();
  const t = texts.unbooked;
  const workspace = useWorkspace();
  const facilities = useWorkspaceState(({ plan }) => plan.facilities);
  const rows = useUnbooked();
  if (rows === null || rows.length === 0) return <EmptyNote title={t.empty} />;
  return (
    <div className="table-scroller">
      <table className="table">
        <caption className="visually-hidden">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.facility}</th>
            <th scope="col" className="number">
              {t.area}
            </th>
            <th scope="col">{t.reason}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ facility, m2, reason }) => (
            <tr key={`${facility} ${reason}`}>
              <td>
                <button
                  type="button"
                  className="link"
                  onClick={() => selectAndShow(workspace, { kind: 'facility', id: facility })}
                >
                  {facilities.get(facility)?.name ?? facility}
                </button>
              </td>
              <td className="number">{m2 === null ? texts.unknown : formatNumber(m2)}</td>
              <td>{reasons.unbooked[reason]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
