import { Button } from 'react-aria-components';
import { changeStreetEdit } from '../../actions/change-street-edit.ts';
import { removeStreetEdit } from '../../actions/remove-street-edit.ts';
import { STREET_EDIT_CAUSES, STREET_EDIT_KINDS, type StreetEditId } from '../../core/plan/plan.ts';
import { lineMetres } from '../../core/geo/distance.ts';
import { describeIssue } from '../../text/describe-issue.ts';
import { nameOfStreetEdit } from '../../text/name-of-street-edit.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Choice } from '../parts/choice.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { FactList } from './fact-list.tsx';
import { InspectorHead } from './inspector.tsx';
import { StreetEditName } from './street-edit-name.tsx';

/** A barrier or a link on the streets: what it is, how long, and whether it has an effect. */
export function StreetEditDetails({ id }: { readonly id: StreetEditId }) {
  const texts = useTexts();
  const t = texts.streetEdits;
  const workspace = useWorkspace();
  const edit = useWorkspaceState(({ plan }) => plan.streetEdits.get(id));
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const issues = useWorkspaceState(({ digest }) => digest?.issues);
  if (edit === undefined) return <EmptyNote title={texts.inspector.gone} />;
  const concerning = (issues ?? []).filter(
    ({ code, where }) =>
      code === 'street_edits_without_streets' || (code === 'street_edit_unjoined' && where.id === id),
  );
  return (
    <>
      <InspectorHead kind={t.title} name={edit.name ?? nameOfStreetEdit(texts, edit)} units="" />
      <FactList facts={[[t.length, t.metres(formatNumber(lineMetres(edit.line), 0))]]} />
      {concerning.map((issue) => (
        <p key={issue.code} className="street-edit-note">
          {describeIssue(language, { ...issue, where: {} })}
        </p>
      ))}
      <div className="street-edit-fields">
        <Choice
          label={t.kindLabel}
          value={edit.kind}
          options={STREET_EDIT_KINDS.map((kind) => ({ id: kind, text: t.kind[kind], note: t.kindNote[kind] }))}
          onChange={(kind) => void changeStreetEdit(workspace, id, { kind })}
        />
        <Choice
          label={t.causeLabel}
          value={edit.cause}
          options={STREET_EDIT_CAUSES.map((cause) => ({ id: cause, text: t.cause[cause] }))}
          onChange={(cause) => void changeStreetEdit(workspace, id, { cause })}
        />
        <StreetEditName key={edit.name} edit={edit} />
      </div>
      <section className="record-actions">
        <div>
          <Button className="button small danger" onPress={() => void removeStreetEdit(workspace, id)}>
            {texts.edits.remove}
          </Button>
          <span className="muted">{texts.edits.removeHelp('')}</span>
        </div>
      </section>
    </>
  );
}
