import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  Label,
  Popover,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { moveLayer, setLayer, showLayer } from '../../actions/arrange-layers.ts';
import { FIXED_LAYERS, type LayerId } from '../../state/map-layers.ts';
import { formatShare } from '../../text/numbers.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { SwitchRow } from '../parts/switch-row.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { LayerOptions } from './layer-options.tsx';

/** A layer: whether it is shown, how, and what its signs mean. */
export function LayerRow({ id, Legend }: { readonly id: LayerId; readonly Legend: (() => ReactNode) | null }) {
  const t = useTexts().map.layers;
  const workspace = useWorkspace();
  const { visible } = useWorkspaceState(({ layers }) => layers[id]);
  return (
    <section className="layer" aria-label={t.name[id]}>
      <div className="layer-head">
        <SwitchRow selected={visible} onChange={(on) => showLayer(workspace, id, on)}>
          <span className="layer-title">{t.name[id]}</span>
        </SwitchRow>
        {visible ? <OptionsButton id={id} /> : null}
      </div>
      {visible && Legend !== null ? (
        <div className="layer-body">
          <Legend />
        </div>
      ) : null}
    </section>
  );
}

function OptionsButton({ id }: { readonly id: LayerId }) {
  const t = useTexts().map.layers;
  const workspace = useWorkspace();
  return (
    <DialogTrigger>
      <Button className="button quiet icon small" aria-label={t.options(t.name[id])}>
        <Icon name="settings" size={14} />
      </Button>
      <Popover className="popover layer-options" placement="right top">
        <Dialog aria-label={t.options(t.name[id])}>
          <LayerOptions id={id} />
          <Opacity id={id} />
          {FIXED_LAYERS.includes(id) ? null : (
            <div className="button-pair">
              <IconButton icon="up" label={t.up} onPress={() => moveLayer(workspace, id, 1)} />
              <IconButton icon="down" label={t.down} onPress={() => moveLayer(workspace, id, -1)} />
            </div>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const LEAST_OPACITY = 0.1;

function Opacity({ id }: { readonly id: LayerId }) {
  const t = useTexts().map.layers;
  const workspace = useWorkspace();
  const { opacity } = useWorkspaceState(({ layers }) => layers[id]);
  // Names are read or they are not.
  if (id === 'labels' || id === 'base') return null;
  return (
    <Slider
      className="slider"
      value={opacity}
      minValue={LEAST_OPACITY}
      maxValue={1}
      step={0.1}
      onChange={(value) => setLayer(workspace, id, { opacity: value })}
    >
      <Label className="label">{t.opacity}</Label>
      <SliderOutput className="number">{formatShare(opacity)}</SliderOutput>
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" />
      </SliderTrack>
    </Slider>
  );
}
