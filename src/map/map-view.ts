import {
  addProtocol,
  AttributionControl,
  MapLibreMap,
  NavigationControl,
  removeProtocol,
  ScaleControl,
  setWorkerUrl,
  type MapMouseEvent,
  type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { AuditDigest, TileRequest } from '../analysis/api.ts';
import type { Bounds } from '../core/geo/polygon.ts';
import type { MapTarget, Selection } from '../state/workspace-state.ts';
import { drawImage, IMAGE_PIXEL_RATIO } from './draw-image.ts';
import type { Palette } from './palette.ts';
import { PLAN_LAYERS, TILE_PROTOCOL, tileAt } from './tile-address.ts';

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
  /** Asks again for the tiles of what is judged where the audit is another; what is shown stays until they come. */
  follow(audit: AuditDigest | null): void;
  highlight(selection: Selection | null): void;
  /** Fills the map with an extent, or brings a place into view without losing its surroundings. */
  goTo(target: MapTarget): void;
  /** What the map is made of, at its edge; with a link to its terms where OpenStreetMap is part of it. */
  credit(credits: Credits): void;
  camera(): Camera;
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
  onSelect(selection: Selection): void;
  /** A vector tile; no bytes where nothing is to be drawn. */
  loadTile(request: TileRequest, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
  onError(message: string): void;
}

/** Layers that can be pointed at, the uppermost first. */
const TARGETS = [
  { layer: 'facilities', source: 'facilities', sourceLayer: 'points', kind: 'facility' },
  { layer: 'candidates', source: 'candidates', sourceLayer: 'points', kind: 'candidate' },
  { layer: 'street-edits-target', source: 'streetEdits', sourceLayer: 'lines', kind: 'streetEdit' },
  { layer: 'areas-point', source: 'areas', sourceLayer: 'points', kind: 'area' },
  { layer: 'areas-fill', source: 'areas', sourceLayer: 'areas', kind: 'area' },
  { layer: 'areas-pattern', source: 'areas', sourceLayer: 'areas', kind: 'area' },
] as const;

interface Feature {
  readonly source: 'areas' | 'facilities' | 'candidates' | 'units' | 'streetEdits';
  readonly sourceLayer: 'areas' | 'lines' | 'points';
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

setWorkerUrl(workerUrl);

/** Draws a map in an element. Throws where the device cannot (no WebGL2). */
export function createMapView(container: HTMLElement, options: MapViewOptions): MapView {
  const { words } = options;
  let palette: Palette | null = null;
  // One map at a time: the protocol is the library's, not the map's.
  addProtocol(TILE_PROTOCOL, async ({ url }, { signal }) => {
    const { buffer } = await options.loadTile(tileAt(url), signal);
    return { data: buffer };
  });
  const map = new MapLibreMap({
    container,
    style: { version: 8, sources: {}, layers: [] },
    attributionControl: false,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
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

  // A style that comes while the one before is still being read would make the map start all over.
  let ready = false;
  let waiting: StyleSpecification | null = null;
  map.once('style.load', () => {
    ready = true;
    if (waiting !== null) map.setStyle(waiting, { diff: true });
    mark(true);
  });

  // A screen that changes its language drops this map while it still has values for it: they come too late.
  let removed = false;
  let followed: AuditDigest | null = null;
  let attribution: AttributionControl | null = null;
  let selected: readonly Feature[] = [];
  let hovered: Feature | null = null;
  // The way from nowhere to the data is not worth watching.
  let travelled = options.camera !== null;

  const mark = (on: boolean): void => {
    if (!ready) return;
    for (const feature of selected) map.setFeatureState(feature, { selected: on });
  };
  const targetAt = (event: MapMouseEvent): { feature: Feature; selection: Selection } | null => {
    const layers = TARGETS.map(({ layer }) => layer).filter((layer) => map.getLayer(layer) !== undefined);
    if (layers.length === 0) return null;
    const found = map.queryRenderedFeatures(event.point, { layers });
    for (const { layer, source, sourceLayer, kind } of TARGETS) {
      const id = found.find((feature) => feature.layer.id === layer)?.id;
      if (id === undefined) continue;
      return { feature: { source, sourceLayer, id: String(id) }, selection: { kind, id: String(id) } };
    }
    return null;
  };
  const hover = (next: Feature | null): void => {
    if (hovered?.id === next?.id && hovered?.source === next?.source) return;
    if (hovered !== null) map.setFeatureState(hovered, { hover: false });
    if (next !== null) map.setFeatureState(next, { hover: true });
    hovered = next;
    map.getCanvas().style.cursor = next === null ? '' : 'pointer';
  };
  map.on('click', (event) => options.onSelect(targetAt(event)?.selection ?? placeOf(event)));
  map.on('mousemove', (event) => hover(targetAt(event)?.feature ?? null));
  map.on('mouseout', () => hover(null));

  return {
    show(style, nextPalette) {
      if (removed) return;
      const repaint = palette !== null && nextPalette !== palette;
      palette = nextPalette;
      if (ready) map.setStyle(style, { diff: true });
      else waiting = style;
      if (!repaint) return;
      for (const name of map.listImages()) {
        const image = drawImage(name, palette);
        if (image !== null) map.updateImage(name, image);
      }
    },
    follow(audit) {
      // The tiles of the first are yet to be asked for.
      const another = followed !== null && audit !== null && audit !== followed;
      followed = audit;
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
      mark(false);
      selected = featuresOf(selection);
      mark(true);
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
    camera() {
      const { lng, lat } = map.getCenter();
      return { center: [lng, lat], zoom: map.getZoom() };
    },
    resize: () => void map.resize(),
    remove() {
      removed = true;
      map.remove();
      removeProtocol(TILE_PROTOCOL);
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

function featuresOf(selection: Selection | null): readonly Feature[] {
  const source = selection && SOURCE_OF[selection.kind];
  // Whether it is drawn as an area, a line or a point is the tiles' to know.
  return source
    ? (['areas', 'lines', 'points'] as const).map((sourceLayer) => ({ source, sourceLayer, id: selection.id }))
    : [];
}

const SOURCE_OF: Readonly<Partial<Record<Selection['kind'], Feature['source']>>> = {
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
