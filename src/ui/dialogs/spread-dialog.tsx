import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { openDialog } from '../../actions/arrange.ts';
import { applySpread } from '../../actions/spread-population.ts';
import type { SpreadRequest } from '../../core/population/spread.ts';
import { SPREAD_WEIGHTS } from '../../core/plan/plan.ts';
import { firstSpread, spreadChoices, type SpreadChoices } from '../../state/spread-choices.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Choice } from '../parts/choice.tsx';
import { SwitchRow } from '../parts/switch-row.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { AppDialog } from './app-dialog.tsx';
import { SpreadPreview } from './spread-preview.tsx';
import { useSpreadReport } from './use-spread-report.ts';

/** Spreads persons of units or of a grid to the areas: what from, by what, what that would do, and then does it. */
export function SpreadDialog() {
  const { population: t } = useTexts();
  const workspace = useWorkspace();
  const open = useWorkspaceState(({ dialog }) => dialog === 'spread-population');
  const close = (): void => openDialog(workspace, null);
  return (
    <AppDialog open={open} title={t.title} size="middle" withClose onClose={close}>
      <p className="muted">{t.lead}</p>
      <SpreadForm close={close} />
    </AppDialog>
  );
}

function SpreadForm({ close }: { readonly close: () => void }) {
  const { population: t } = useTexts();
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const choices = useMemo(() => spreadChoices(plan), [plan]);
  const [request, setRequest] = useState(() => firstSpread(choices));
  const report = useSpreadReport(request);
  if (choices.sources.length === 0) {
    return (
      <>
        <p className="spread-none">{t.sourceNone}</p>
        <div className="dialog-buttons">
          <Button className="button" onPress={close}>
            {t.cancel}
          </Button>
        </div>
      </>
    );
  }
  const ready = report.state === 'ready' && !('refused' in report.report.outcome) ? report.report : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready === null) return;
        close();
        void applySpread(workspace, ready);
      }}
    >
      <SpreadOptions choices={choices} areas={plan.areas.size} request={request} onChange={setRequest} />
      <section className="spread-preview" aria-live="polite" aria-busy={report.state === 'working'}>
        <h3>{t.preview}</h3>
        <SpreadPreview report={report} />
      </section>
      <div className="dialog-buttons">
        <Button className="button" onPress={close}>
          {t.cancel}
        </Button>
        <Button className="button primary" type="submit" isDisabled={ready === null}>
          {t.apply}
        </Button>
      </div>
    </form>
  );
}

function SpreadOptions({
  choices,
  areas,
  request,
  onChange,
}: {
  readonly choices: SpreadChoices;
  readonly areas: number;
  readonly request: SpreadRequest;
  readonly onChange: (request: SpreadRequest) => void;
}) {
  const { population: t } = useTexts();
  return (
    <div className="spread-options">
      <Choice
        label={t.source}
        value={request.source}
        options={choices.sources.map((id) => ({ id, text: t.sources[id] }))}
        onChange={(source) => onChange(firstSpread({ ...choices, sources: [source] }))}
      />
      {request.source === 'units' ? (
        <Choice
          label={t.weight}
          value={request.weight}
          options={SPREAD_WEIGHTS.map((id) => ({
            id,
            text: t.weights[id],
            note: t.weightKnown(formatNumber(choices.weightKnown[id]), formatNumber(areas)),
          }))}
          onChange={(weight) => onChange({ ...request, weight })}
        />
      ) : null}
      <SwitchRow selected={request.overwrite} onChange={(overwrite) => onChange({ ...request, overwrite })}>
        <span>
          {t.overwrite}
          <span className="muted switch-help">{t.overwriteHelp}</span>
        </span>
      </SwitchRow>
      {request.source === 'units' && choices.hasShares && !request.overwrite ? (
        <SwitchRow
          selected={request.eldersByShare}
          onChange={(eldersByShare) => onChange({ ...request, eldersByShare })}
        >
          <span>{t.eldersByShare}</span>
        </SwitchRow>
      ) : null}
    </div>
  );
}
