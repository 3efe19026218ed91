import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { extentOf } from '../../actions/show-extent.ts';
import type { ComparisonReport, SideName } from '../../analysis/api.ts';
import type { Both } from '../../core/compare/comparison.ts';
import { boundsOf, type Bounds } from '../../core/geo/polygon.ts';
import type { AreaId, Plan } from '../../core/plan/plan.ts';
import type { MapView } from '../../map/map-view.ts';
import type { MapTarget, VerdictOf } from '../../state/workspace-state.ts';
import { Icon } from '../parts/icon.tsx';
import { PHONE, useMedia } from '../parts/use-media.ts';
import { useTexts } from '../workspace-context.tsx';
import { SideMap } from './side-map.tsx';
import { SwipeDivider } from './swipe-divider.tsx';

const SIDES: readonly SideName[] = ['left', 'right'];
const OTHER: Both<SideName> = { left: 'right', right: 'left' };

interface SwipeMapProps {
  readonly report: ComparisonReport;
  readonly plans: Both<Plan>;
  readonly names: Both<string>;
  /** Which check areas are coloured by. */
  readonly colour: VerdictOf;
  readonly selected: AreaId | null;
  readonly onSelect: (area: AreaId | null) => void;
}

/** Both sides as one map: a divider shows more of one or of the other; on a narrow screen one of them at a time. */
export function SwipeMap({ report, plans, names, colour, selected, onSelect }: SwipeMapProps) {
  const { compare: t, map } = useTexts();
  const narrow = useMedia(PHONE);
  const stage = useRef<HTMLElement>(null);
  const views = useRef<Partial<Record<SideName, MapView>>>({});
  const [split, setSplit] = useState(0.5);
  const [only, setOnly] = useState<SideName>('right');
  const [unavailable, setUnavailable] = useState(false);
  const share = narrow ? Number(only === 'left') : split;

  const onView = useCallback((side: SideName, view: MapView | null) => {
    if (view === null) delete views.current[side];
    else views.current[side] = view;
  }, []);
  /** One of the two is led, and the other follows it. */
  const goTo = useCallback((bounds: Bounds | null, kind: MapTarget['kind']) => {
    if (bounds !== null) views.current.right?.goTo({ bounds, kind });
  }, []);
  const showAll = (): void => goTo(extentOf(plans.right) ?? extentOf(plans.left), 'extent');
  const first = useRef(showAll);
  useEffect(() => first.current(), []);
  useEffect(() => {
    if (selected === null) return;
    const { geometry } = plans.right.areas.get(selected) ?? plans.left.areas.get(selected) ?? {};
    goTo(geometry ? boundsOf(geometry) : null, 'place');
  }, [selected, plans, goTo]);
  const looks = useMemo(
    () => ({
      left: { facilityCount: plans.left.facilities.size, run: report.runs.left },
      right: { facilityCount: plans.right.facilities.size, run: report.runs.right },
    }),
    [plans, report],
  );
  return (
    <section ref={stage} className="swipe-map" aria-label={t.map}>
      {unavailable ? (
        <p className="map-failure" role="status">
          <Icon name="map" size={28} />
          {map.noWebgl}
        </p>
      ) : (
        <>
          {SIDES.map((side) => (
            <SideMap
              key={side}
              side={side}
              report={report}
              {...looks[side]}
              colour={colour}
              selected={selected}
              clip={side === 'right' ? share : null}
              onSelect={onSelect}
              onView={onView}
              onMove={(camera) => views.current[OTHER[side]]?.lookFrom(camera)}
              onUnavailable={() => setUnavailable(true)}
            />
          ))}
          <Button className="button icon fit-button" aria-label={map.fit} onPress={showAll}>
            <Icon name="fit" />
          </Button>
          {narrow ? (
            <ToggleButtonGroup
              className="swipe-sides"
              aria-label={t.shown}
              disallowEmptySelection
              selectedKeys={[only]}
              onSelectionChange={(keys) => setOnly(keys.has('left') ? 'left' : 'right')}
            >
              {SIDES.map((side) => (
                <ToggleButton key={side} id={side} className="chip">
                  {names[side]}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          ) : (
            <>
              <span className="swipe-label" data-side="left">
                {names.left}
              </span>
              <span className="swipe-label" data-side="right">
                {names.right}
              </span>
              <SwipeDivider stage={stage} share={split} onChange={setSplit} />
            </>
          )}
        </>
      )}
    </section>
  );
}
