import { runSteps, type Steps } from '../progress.ts';

/** Text gathered before it is turned into bytes: a city's buildings in one string would be too long for some engines. */
const PART_LENGTH = 1 << 20;

export type Properties = Readonly<Record<string, string | number | boolean | undefined>>;

/** A GeoJSON FeatureCollection as UTF-8, a feature at a time. */
export class FeatureWriter {
  private readonly parts: Uint8Array[] = [];
  private pending = '{"type":"FeatureCollection","features":[';
  private features = 0;

  /** `properties` and `geometry` as JSON text. */
  add(properties: string, geometry: string): void {
    const comma = this.features++ > 0 ? ',\n' : '';
    this.pending += `${comma}{"type":"Feature","properties":${properties},"geometry":${geometry}}`;
    if (this.pending.length > PART_LENGTH) this.encodePending();
  }

  finish(): Uint8Array<ArrayBuffer> {
    return runSteps(this.finishSteps());
  }

  *finishSteps(): Steps<Uint8Array<ArrayBuffer>> {
    this.pending += ']}';
    this.encodePending();
    const bytes = new Uint8Array(this.parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of this.parts) {
      yield { stage: 'writing', done: at, total: bytes.length };
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  private encodePending(): void {
    this.parts.push(new TextEncoder().encode(this.pending));
    this.pending = '';
  }
}

/** JSON text of what is given: absent, empty and false things are left out. */
export function propertiesText(properties: Properties): string {
  return JSON.stringify(properties, (_, value: unknown) => (value === '' || value === false ? undefined : value));
}

/** JSON text of a line along positions written as `[lon,lat]`. */
export function lineText(positions: readonly (readonly [lon: number, lat: number])[]): string {
  let text = '{"type":"LineString","coordinates":[';
  for (const [i, [lon, lat]] of positions.entries()) text += `${i > 0 ? ',' : ''}[${lon},${lat}]`;
  return `${text}]}`;
}
