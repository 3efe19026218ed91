import { Button } from 'react-aria-components';
import { openSample } from '../../actions/open-sample.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { SampleSketch } from './sample-sketch.tsx';

/** The made-up city, one click away; nothing where none was built in. */
export function SampleCard() {
  const t = useTexts().projects;
  const workspace = useWorkspace();
  const busy = useWorkspaceState(({ jobs }) => jobs.length > 0);
  if (workspace.sample.length === 0) return null;
  return (
    <section className="door sample-card" aria-labelledby="sample-title">
      <SampleSketch />
      <h3 className="door-title" id="sample-title">
        {t.sampleTitle}
        <span className="badge" data-status="draft">
          {t.madeUp}
        </span>
      </h3>
      <p className="muted">{t.sampleLead}</p>
      <Button className="button primary" isDisabled={busy} onPress={() => void openSample(workspace)}>
        {t.openSample}
      </Button>
    </section>
  );
}
