import { Marker, type MapLibreMap } from 'maplibre-gl';
import { metresPerDegree } from '../core/geo/distance.ts';
import type { LonLat } from '../core/geo/geometry.ts';

/** What a handle tells of. */
export interface HandleEvents {
  /** It is held at a place. */
  onHold(at: LonLat): void;
  onDrop(at: LonLat): void;
  /** It was let go of where it had been taken up. */
  onCancel(): void;
}

export interface MoveHandle {
  /** Lies over the map; what it shows is put into it. */
  readonly element: HTMLElement;
  /** Puts it where its thing is, onto the map where it is not there yet. */
  place(at: LonLat): void;
  /** Back to where it was taken up, even out of a hand that still holds it. */
  release(): void;
  remove(): void;
}

/** How far an arrow key moves what is held, metres; with Shift. */
const STEP_M = 10;
const LONG_STEP_M = 100;

/** Pixels that a pointer may tremble before it is dragging. */
const TREMBLE_PX = 4;

const ARROWS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * A handle over the map: a pointer drags it, arrow keys move it while it has the focus, Enter drops it, Escape takes it
 * back to where it was.
 */
export function createMoveHandle(map: MapLibreMap, events: HandleEvents): MoveHandle {
  const element = document.createElement('div');
  const marker = new Marker({ element, draggable: true, clickTolerance: TREMBLE_PX, subpixelPositioning: true });
  let home: LonLat = [0, 0];
  /** Where keys have moved it; null: no key has. */
  let keyed: LonLat | null = null;
  let placed = false;
  let dragging = false;
  let released = false;

  const at = (): LonLat => {
    const { lng, lat } = marker.getLngLat();
    return [lng, lat];
  };
  const put = ([lon, lat]: LonLat): void => {
    marker.setLngLat([lon, lat]);
    if (!placed) marker.addTo(map);
    placed = true;
  };
  const release = (): void => {
    released = dragging;
    keyed = null;
    put(home);
  };
  marker.on('dragstart', () => {
    dragging = true;
    released = false;
  });
  marker.on('drag', () => {
    // A hand that goes on dragging what was taken from it holds nothing.
    if (released) put(home);
    else events.onHold(at());
  });
  marker.on('dragend', () => {
    dragging = false;
    if (!released) events.onDrop(at());
    released = false;
  });
  element.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    if (arrow === undefined && (keyed === null || (event.key !== 'Enter' && event.key !== 'Escape'))) return;
    // The map would pan, and the page take Escape for something else.
    event.stopPropagation();
    event.preventDefault();
    if (arrow !== undefined) {
      const from = keyed ?? at();
      const { perLon, perLat } = metresPerDegree(from[1]);
      const step = event.shiftKey ? LONG_STEP_M : STEP_M;
      keyed = [from[0] + (arrow[0] * step) / perLon, from[1] + (arrow[1] * step) / perLat];
      put(keyed);
      events.onHold(keyed);
    } else if (event.key === 'Enter' && keyed !== null) {
      const to = keyed;
      keyed = null;
      events.onDrop(to);
    } else {
      release();
      events.onCancel();
    }
  });
  element.addEventListener('focusout', () => {
    if (keyed === null) return;
    release();
    events.onCancel();
  });

  return {
    element,
    place(next) {
      home = next;
      if (!dragging && keyed === null) put(next);
    },
    release,
    remove() {
      marker.remove();
      placed = false;
    },
  };
}
