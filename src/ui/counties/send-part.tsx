import { useEffect, useState } from 'react';
import { Button, Checkbox, CheckboxGroup } from 'react-aria-components';
import { sendCounties } from '../../actions/send-counties.ts';
import type { CountySize } from '../../analysis/api.ts';
import { formatDateTime, formatNumber } from '../../text/numbers.ts';
import { useTexts, useWorkspace } from '../workspace-context.tsx';

/** A key for rows of no county, which no path can be. */
const ELSEWHERE = '';

/** Which counties to send their rows to. */
export function SendPart() {
  const { counties: t } = useTexts();
  const workspace = useWorkspace();
  const [sizes, setSizes] = useState<readonly CountySize[] | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    let wanted = true;
    const ask = async (): Promise<void> => {
      await workspace.patches.flushed();
      const found = await workspace.analysis.counties();
      if (wanted) setSizes(found);
    };
    // A worker that broke down is told elsewhere.
    ask().catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [workspace]);
  const all = (sizes ?? []).map(({ path }) => path ?? ELSEWHERE);
  const chosen = all.filter((key) => !left.has(key));
  const known = all.some((key) => key !== ELSEWHERE);
  return (
    <section className="county-part">
      <h3>{t.sendTitle}</h3>
      <p className="muted">{sizes === null || known ? t.sendHelp : t.sendNone}</p>
      {known ? (
        <>
          <CheckboxGroup
            className="county-list"
            aria-label={t.sendList}
            value={chosen}
            onChange={(keys) => setLeft(new Set(all.filter((key) => !keys.includes(key))))}
          >
            {sizes?.map(({ path, areas, facilities, candidates }) => (
              <Checkbox key={path ?? ELSEWHERE} value={path ?? ELSEWHERE} className="county-choice">
                <span className="county-box" aria-hidden="true" />
                <span>{path ?? t.elsewhere}</span>
                <span className="muted">
                  {t.rows(formatNumber(areas), formatNumber(facilities), formatNumber(candidates))}
                </span>
              </Checkbox>
            ))}
          </CheckboxGroup>
          <Button
            className="button primary"
            isDisabled={chosen.length === 0}
            onPress={() =>
              void sendCounties(
                workspace,
                chosen.map((key) => (key === ELSEWHERE ? null : key)),
                formatDateTime(Date.now()).slice(0, 10),
              )
            }
          >
            {t.send(formatNumber(chosen.length))}
          </Button>
        </>
      ) : null}
    </section>
  );
}
