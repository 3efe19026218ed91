import {
  AttributionControl,
  MapLibreMap,
  NavigationControl,
  Point,
  ScaleControl,
  setWorkerUrl,
  type MapMouseEvent,
  type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Bounds } from '../core/geo/polygon.ts';
import type { Chosen, MapTarget, Selection } from '../state/workspace-state.ts';
import { drawImage, IMAGE_PIXEL_RATIO } from './draw-image.ts';
import { withDrawing } from './drawing-layers.ts';
import type { DrawAnew, Drawing, DrawingTask } from './drawing-task.ts';
import { createMoveHandle, type HandleEvents, type MoveHandle } from './move-handle.ts';
import type { Palette } from './palette.ts';
import { PLAN_LAYERS } from './tile-address.ts';
import { serveTiles, type LoadTile } from './tile-protocol.ts';

export interface Camera {
  readonly center: readonly [lon: number, lat: number];
  readonly zoom: number;
}

export interface Credits {
  readonly text: string;
  /** The words with which OpenStreetMap is credited; null where it has no part in the map. */
  readonly openStreetMap: string | null;
}

/** A thin hand on MapLibre: the screen gives it values, and hears of clicks. */
export interface MapView {
  /** Brings the map to a style; images are drawn anew when the palette is another. */
  show(style: StyleSpecification, palette: Palette): void;
  /** Asks again for the tiles of what is judged where that is another; what is shown stays until they come. */
  follow(judged: object | null): void;
  highlight(selection: Selection | null): void;
  /** Takes the sign of what is selected off the map while a handle shows it. */
  hold(selection: Selection | null): void;
  /** A handle over the map that is dragged, with a pointer or by keys; what is in it is the caller's. */
  handle(events: HandleEvents): MoveHandle;
  /** Draws, or changes a shape, until it is stopped; nothing can be selected meanwhile. */
  draw(task: DrawingTask): Drawing;
  /** Marks what is chosen. */
  choose(chosen: Chosen): void;
  /** Fills the map with an extent, or brings a place into view without losing its surroundings. */
  goTo(target: MapTarget): void;
  /** What the map is made of, at its edge; with a link to its terms where OpenStreetMap is part of it. */
  credit(credits: Credits): void;
  camera(): Camera;
  /** Looks from where another map looks, at once, without saying so to `onMove`. */
  lookFrom(camera: Camera): void;
  resize(): void;
  remove(): void;
}

export interface MapViewOptions {
  /** Null: wherever the first target leads. */
  readonly camera: Camera | null;
  readonly reducedMotion: boolean;
  readonly words: {
    readonly label: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly toggleAttribution: string;
  };
  /** What was pressed, the uppermost first; `more`: with Shift, Ctrl or ⌘ held down. */
  onSelect(there: readonly [Selection, ...Selection[]], more: boolean): void;
  /** A box was drawn with Shift held down: the areas that show in it. */
  onBox(areas: readonly string[]): void;
  readonly loadTile: LoadTile;
  /** The person, or a target, moved it. */
  readonly onMove?: (camera: Camera) => void;
  onError(message: string): void;
}

/** Layers that can be pointed at, the uppermost first. */
const TARGETS = [
  { layer: 'facilities', source: 'facilities', sourceLayer: 'points', kind: 'facility' },
  { layer: 'candidates', source: 'candidates', sourceLayer: 'points', kind: 'candidate' },
  { layer: 'street-edits-target', source: 'streetEdits', sourceLayer: 'lines', kind: 'streetEdit' },
  { layer: 'parcels-point', source: 'parcels', sourceLayer: 'points', kind: 'parcel' },
  { layer: 'parcels-fill', source: 'parcels', sourceLayer: 'areas', kind: 'parcel' },
  { layer: 'areas-point', source: 'areas', sourceLayer: 'points', kind: 'area' },
  { layer: 'areas-fill', source: 'areas', sourceLayer: 'areas', kind: 'area' },
  { layer: 'areas-pattern', source: 'areas', sourceLayer: 'areas', kind: 'area' },
] as const satisfies readonly Target[];

interface Target {
  readonly layer: string;
  readonly source: 'areas' | 'facilities' | 'candidates' | 'units' | 'parcels' | 'streetEdits';
  readonly sourceLayer: 'areas' | 'lines' | 'points';
  readonly kind: Exclude<Selection['kind'], 'place'>;
}

const AREA_TARGETS = TARGETS.filter(({ kind }) => kind === 'area').map(({ layer }) => layer);

interface Feature extends Pick<Target, 'source' | 'sourceLayer'> {
  readonly id: string;
}

/** Where OpenStreetMap asks to be credited from (osmfoundation.org, Attribution Guidelines). */
const OSM_TERMS = 'https://www.openstreetmap.org/copyright';

const FIT_PADDING_PX = 36;
const CLOSEST_FIT_ZOOM = 15;
/** A place is looked at from where it is neither a speck nor all there is: the larger side of its box, CSS pixels. */
const LEAST_PLACE_PX = 36;
const MOST_PLACE_SHARE = 0.5;
/** For a place that is a point. */
const POINT_ZOOM = 13;
const MOVE_MS = 500;
/** Less is a hand that was not quite still, CSS pixels. */
const LEAST_BOX_PX = 4;

setWorkerUrl(workerUrl);

/** What is being drawn is not part of the style: it stays through every change of it. */
const CARRY_OVER = { diff: true, transformStyle: withDrawing };

/** Draws a map in an element. Throws where the device cannot (no WebGL2). */
export function createMapView(container: HTMLElement, options: MapViewOptions): MapView {
  const { words } = options;
  let palette: Palette | null = null;
  const endTiles = serveTiles(options.loadTile);
  const map = new MapLibreMap({
    container,
    style: { version: 8, sources: {}, layers: [] },
    attributionControl: false,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    boxZoom: {
      boxZoomEnd: (_, from, to) => (from.dist(to) < LEAST_BOX_PX ? pickOne(to) : options.onBox(areasIn([from, to]))),
    },
    maxPitch: 0,
    maxZoom: 19,
    renderWorldCopies: false,
    fadeDuration: options.reducedMotion ? 0 : 150,
    locale: {
      'Map.Title': words.label,
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
      'AttributionControl.ToggleAttribution': words.toggleAttribution,
    },
    ...(options.camera === null
      ? {}
      : { center: [options.camera.center[0], options.camera.center[1]], zoom: options.camera.zoom }),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 110, unit: 'metric' }), 'bottom-left');
  map.setMissingStyleImageResolver((name) => {
    const image = palette && drawImage(name, palette);
    if (image !== null && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: IMAGE_PIXEL_RATIO });
  });
  map.on('error', ({ error }) => options.onError(error.message));

  const areasIn = (box: [Point, Point]): string[] => {
    const layers = AREA_TARGETS.filter((layer) => map.getLayer(layer) !== undefined);
    const found = layers.length === 0 ? [] : map.queryRenderedFeatures(box, { layers });
    return [...new Set(found.map(({ id }) => String(id)))];
  };

  const pickOne = (point: Point): void => {
    const [first, ...below] = targetsAt(point).map(({ selection }) => selection);
    if (first !== undefined) options.onSelect([first, ...below], true);
  };

  // A style that comes while the one before is still being read would make the map start all over.
  let ready = false;
  const styled = new Promise<void>((resolve) => {
    map.once('style.load', () => resolve());
  });
  let waiting: StyleSpecification | null = null;
  map.once('style.load', () => {
    ready = true;
    if (waiting !== null) map.setStyle(waiting, CARRY_OVER);
    mark(selected, { selected: true });
    mark(chosen, { chosen: true });
    hide(true);
  });

  // A screen that changes its language drops this map while it still has values for it: they come too late.
  let removed = false;
  let followed: object | null = null;
  let attribution: AttributionControl | null = null;
  let selected: readonly Feature[] = [];
  let chosen: readonly Feature[] = [];
  let held: readonly Feature[] = [];
  /** Whether a press looks at something: not while a tool draws. */
  let picking = true;
  let hovered: Feature | null = null;
  // The way from nowhere to the data is not worth watching.
  let travelled = options.camera !== null;

  const mark = (features: readonly Feature[], state: { selected: boolean } | { chosen: boolean }): void => {
    if (!ready) return;
    for (const feature of features) map.setFeatureState(feature, state);
  };
  const hide = (on: boolean): void => {
    if (!ready) return;
    for (const feature of held) map.setFeatureState(feature, { held: on });
  };
  const targetsAt = (point: Point): { feature: Feature; selection: Selection }[] => {
    const layers = TARGETS.map(({ layer }) => layer).filter((layer) => map.getLayer(layer) !== undefined);
    if (layers.length === 0) return [];
    const found = map.queryRenderedFeatures(point, { layers });
    return TARGETS.flatMap(({ layer, kind, ...of }) => {
      const id = found.find((feature) => feature.layer.id === layer)?.id;
      if (id === undefined) return [];
      return [{ feature: { ...of, id: String(id) }, selection: { kind, id: String(id) } }];
    });
  };
  const hover = (next: Feature | null): void => {
    if (hovered?.id === next?.id && hovered?.source === next?.source) return;
    if (hovered !== null) map.setFeatureState(hovered, { hover: false });
    if (next !== null) map.setFeatureState(next, { hover: true });
    hovered = next;
    map.getCanvas().style.cursor = next === null ? '' : 'pointer';
  };
  const cameraOf = (): Camera => {
    const { lng, lat } = map.getCenter();
    return { center: [lng, lat], zoom: map.getZoom() };
  };
  let following = false;
  map.on('move', () => {
    if (!following) options.onMove?.(cameraOf());
  });
  // A press belongs to the tool that it began with, also where that tool is put away before the click comes.
  let pressPicks = true;
  map.getCanvasContainer().addEventListener('pointerdown', () => {
    pressPicks = picking;
  });
  map.on('click', (event) => {
    if (!pressPicks) return;
    const { shiftKey, ctrlKey, metaKey } = event.originalEvent;
    const [first = placeOf(event), ...below] = targetsAt(event.point).map(({ selection }) => selection);
    options.onSelect([first, ...below], shiftKey || ctrlKey || metaKey);
  });
  // With Shift held down a press is the end of a box without size: the library makes no click of it.
  map.on('boxzoomcancel', ({ originalEvent: event }) => {
    if (!pressPicks || !(event instanceof MouseEvent)) return;
    const { left, top } = map.getCanvas().getBoundingClientRect();
    pickOne(new Point(event.clientX - left, event.clientY - top));
  });
  map.on('mousemove', (event) => {
    if (picking) hover(targetsAt(event.point)[0]?.feature ?? null);
  });
  map.on('mouseout', () => hover(null));

  return {
    show(style, nextPalette) {
      if (removed) return;
      const repaint = palette !== null && nextPalette !== palette;
      palette = nextPalette;
      if (ready) map.setStyle(style, CARRY_OVER);
      else waiting = style;
      if (!repaint) return;
      for (const name of map.listImages()) {
        const image = drawImage(name, palette);
        if (image !== null) map.updateImage(name, image);
      }
    },
    follow(judged) {
      // The tiles of the first are yet to be asked for.
      const another = followed !== null && judged !== null && judged !== followed;
      followed = judged;
      if (removed || !another) return;
      // Sources whose layers have just changed take no word before the next frame.
      map.once('render', () => {
        const sources = PLAN_LAYERS.filter((id) => map.getSource(id) !== undefined);
        // A tile that is on its way is not asked for again: it may be of the audit before.
        const onTheWay = sources.filter((id) => !map.isSourceLoaded(id));
        for (const id of sources) map.refreshTiles(id);
        if (onTheWay.length > 0) map.once('idle', () => onTheWay.forEach((id) => map.refreshTiles(id)));
      });
      map.triggerRepaint();
    },
    highlight(selection) {
      if (removed) return;
      mark(selected, { selected: false });
      selected = selection === null ? [] : featuresOf(selection.kind, selection.id);
      mark(selected, { selected: true });
    },
    choose({ kind, ids }) {
      if (removed) return;
      mark(chosen, { chosen: false });
      chosen = [...ids].flatMap((id) => featuresOf(kind, id));
      mark(chosen, { chosen: true });
    },
    hold(selection) {
      if (removed) return;
      hide(false);
      held = selection === null ? [] : featuresOf(selection.kind, selection.id);
      hide(true);
    },
    handle: (events) => createMoveHandle(map, events),
    draw(task) {
      picking = false;
      hover(null);
      let drawing: Drawing | null = null;
      let stopped = false;
      let latest: DrawAnew['shape'] | null = null;
      // Drawing is a library of its own, which most visits never need.
      void Promise.all([import('./drawing.ts'), styled]).then(([{ startDrawing }]) => {
        if (!stopped && !removed && palette !== null) drawing = startDrawing(map, task, palette);
        if (latest !== null) drawing?.show(latest);
      });
      return {
        finish: () => drawing?.finish(),
        show(shape) {
          latest = shape;
          drawing?.show(shape);
        },
        pressCentre: () => drawing?.pressCentre(),
        stop() {
          stopped = true;
          picking = true;
          if (!removed) drawing?.stop();
        },
      };
    },
    goTo({ bounds, kind }) {
      if (removed) return;
      const duration = options.reducedMotion || !travelled ? 0 : MOVE_MS;
      travelled = true;
      if (kind === 'extent') {
        map.fitBounds(boxOf(bounds), { padding: FIT_PADDING_PX, maxZoom: CLOSEST_FIT_ZOOM, duration });
        return;
      }
      const zoom = placeZoom(map, bounds);
      // A move under way leads elsewhere, whatever is in view just now.
      if (!map.isMoving() && zoom === map.getZoom() && inView(map, bounds)) return;
      map.easeTo({ center: [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2], zoom, duration });
    },
    credit({ text, openStreetMap }) {
      if (removed) return;
      if (attribution !== null) map.removeControl(attribution);
      const parts = openStreetMap === null ? [text] : [linkTo(OSM_TERMS, openStreetMap), text];
      attribution = new AttributionControl({ compact: false, customAttribution: parts });
      map.addControl(attribution, 'bottom-right');
    },
    camera: cameraOf,
    lookFrom({ center: [lon, lat], zoom }) {
      if (removed) return;
      travelled = true;
      following = true;
      map.jumpTo({ center: [lon, lat], zoom });
      following = false;
    },
    resize: () => void map.resize(),
    remove() {
      removed = true;
      map.remove();
      endTiles();
    },
  };
}

/** The attribution control takes HTML. The words are the program's own, never a file's. */
function linkTo(address: string, words: string): string {
  return `<a href="${address}" target="_blank" rel="noopener noreferrer">${words}</a>`;
}

function placeOf({ lngLat: { lng, lat } }: MapMouseEvent): Selection {
  return { kind: 'place', id: `${lng},${lat}`, at: [lng, lat] };
}

function featuresOf(kind: Selection['kind'], id: string): readonly Feature[] {
  const source = SOURCE_OF[kind];
  // Whether it is drawn as an area, a line or a point is the tiles' to know.
  return source ? (['areas', 'lines', 'points'] as const).map((sourceLayer) => ({ source, sourceLayer, id })) : [];
}

const SOURCE_OF: Readonly<Partial<Record<Selection['kind'], Feature['source']>>> = {
  parcel: 'parcels',
  area: 'areas',
  facility: 'facilities',
  candidate: 'candidates',
  unit: 'units',
  streetEdit: 'streetEdits',
};

function boxOf([west, south, east, north]: Bounds): [number, number, number, number] {
  return [west, south, east, north];
}

/** The zoom to look at a place from: the present one unless the place would be too small or too large to see. */
function placeZoom(map: MapLibreMap, [west, south, east, north]: Bounds): number {
  const zoom = map.getZoom();
  const lower = map.project([west, south]);
  const upper = map.project([east, north]);
  const size = Math.max(Math.abs(upper.x - lower.x), Math.abs(upper.y - lower.y));
  if (size === 0) return Math.max(zoom, POINT_ZOOM);
  const { clientWidth, clientHeight } = map.getContainer();
  const most = Math.min(clientWidth, clientHeight) * MOST_PLACE_SHARE;
  if (size < LEAST_PLACE_PX) return zoom + Math.log2(LEAST_PLACE_PX / size);
  return size > most ? zoom - Math.log2(size / most) : zoom;
}

function inView(map: MapLibreMap, [west, south, east, north]: Bounds): boolean {
  const { clientWidth, clientHeight } = map.getContainer();
  return [map.project([west, north]), map.project([east, south])].every(
    ({ x, y }) =>
      x >= FIT_PADDING_PX &&
      x <= clientWidth - FIT_PADDING_PX &&
      y >= FIT_PADDING_PX &&
      y <= clientHeight - FIT_PADDING_PX,
  );
}
