import type { CandidateKind, FacilityType } from '../core/plan/plan.ts';
import type { Verdict } from '../core/checks/result.ts';
import { CANDIDATE_SHAPES, CLOSED_CROSS, FACILITY_SHAPES, SHAPE_BOX, type FacilityState } from './facility-shapes.ts';
import type { Palette } from './palette.ts';

/** Images are drawn at twice the size, so that they stay sharp on fine screens. */
export const IMAGE_PIXEL_RATIO = 2;

export function patternImage(verdict: Verdict): string {
  return `pattern ${verdict}`;
}

export function candidateImage(kind: CandidateKind): string {
  return `candidate ${kind}`;
}

/** What reserved parcels are filled with. */
export const PARCEL_PATTERN = 'parcel';

/** Draws the image that a layer names, or null for a name that is none of ours. */
export function drawImage(name: string, palette: Palette): ImageData | null {
  const [kind, what = '', state = ''] = name.split(' ');
  if (kind === 'facility' && Object.hasOwn(FACILITY_SHAPES, what)) {
    return drawFacility(what as FacilityType, state as FacilityState, palette);
  }
  if (kind === 'candidate' && Object.hasOwn(CANDIDATE_SHAPES, what)) {
    return drawCandidate(what as CandidateKind, palette);
  }
  if (name === PARCEL_PATTERN) return drawParcelPattern(palette);
  if (kind === 'pattern') return drawPattern(what as Verdict, palette);
  return null;
}

function canvasOf(side: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = side * IMAGE_PIXEL_RATIO;
  canvas.height = side * IMAGE_PIXEL_RATIO;
  // Pixels are read back at once: drawing on the processor is far quicker than fetching them from the graphics card.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.scale(IMAGE_PIXEL_RATIO, IMAGE_PIXEL_RATIO);
  return context;
}

function imageOf(context: CanvasRenderingContext2D): ImageData {
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

function drawFacility(type: FacilityType, state: FacilityState, palette: Palette): ImageData | null {
  const context = canvasOf(SHAPE_BOX);
  if (context === null) return null;
  const outline = new Path2D(FACILITY_SHAPES[type]);
  const colour = palette.facility[type];
  context.lineJoin = 'round';
  context.strokeStyle = palette.halo;
  context.lineWidth = 3.5;
  context.stroke(outline);
  context.fillStyle = state === 'open' ? colour : palette.halo;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
  context.fill(outline);
  context.strokeStyle = colour;
  context.lineWidth = state === 'open' ? 0.8 : 2;
  context.stroke(outline);
  if (state === 'closed') {
    const cross = new Path2D(CLOSED_CROSS);
    context.lineCap = 'round';
    context.strokeStyle = palette.halo;
    context.lineWidth = 4;
    context.stroke(cross);
    context.strokeStyle = colour;
    context.lineWidth = 1.8;
    context.stroke(cross);
  }
  return imageOf(context);
}

/** Dashed and hollow: nothing is there yet. */
function drawCandidate(kind: CandidateKind, palette: Palette): ImageData | null {
  const context = canvasOf(SHAPE_BOX);
  if (context === null) return null;
  const outline = new Path2D(CANDIDATE_SHAPES[kind]);
  context.lineJoin = 'round';
  context.strokeStyle = palette.halo;
  context.lineWidth = 4.5;
  context.stroke(outline);
  context.fillStyle = palette.halo;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
  context.fill(outline);
  context.strokeStyle = palette.candidate;
  context.lineWidth = 1.8;
  context.setLineDash([3, 1.6]);
  context.stroke(outline);
  return imageOf(context);
}

/** Rising lines, wide apart: what lies below stays to be seen. */
function drawParcelPattern(palette: Palette): ImageData | null {
  const context = canvasOf(PATTERN_SIDE);
  if (context === null) return null;
  context.strokeStyle = palette.parcel;
  context.lineWidth = 1.2;
  for (const shift of [-PATTERN_SIDE, 0, PATTERN_SIDE]) {
    context.beginPath();
    context.moveTo(shift, PATTERN_SIDE);
    context.lineTo(shift + PATTERN_SIDE, 0);
    context.stroke();
  }
  return imageOf(context);
}

/** Hatches and dots, so that verdicts are told apart without colour. Seamless at `PATTERN_SIDE`. */
const PATTERN_SIDE = 8;

function drawPattern(verdict: Verdict, palette: Palette): ImageData | null {
  const context = canvasOf(PATTERN_SIDE);
  if (context === null) return null;
  const colour = palette.verdict[verdict];
  context.globalAlpha = verdict === 'no_data' ? 0.1 : 0.12;
  context.fillStyle = colour;
  context.fillRect(0, 0, PATTERN_SIDE, PATTERN_SIDE);
  context.strokeStyle = colour;
  if (verdict === 'depends_on_class') {
    context.globalAlpha = 0.75;
    for (const [x, y] of [
      [2, 2],
      [6, 6],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 1, 0, 2 * Math.PI);
      context.fill();
    }
  } else {
    // Rising for what is on the way, falling for what is not known.
    const rises = verdict === 'met_if_built';
    context.globalAlpha = rises ? 0.7 : 0.4;
    context.lineWidth = rises ? 1.6 : 1;
    for (const shift of [-PATTERN_SIDE, 0, PATTERN_SIDE]) {
      context.beginPath();
      context.moveTo(shift, rises ? PATTERN_SIDE : 0);
      context.lineTo(shift + PATTERN_SIDE, rises ? 0 : PATTERN_SIDE);
      context.stroke();
    }
  }
  return imageOf(context);
}
