/** The canonical column that fills a record's field: `floorAreaM2` → `floor_area`, `elders80` → `elders_80`. */
export function columnOfField(field: string): string {
  return field
    .replace(/M2$|WanYuan$/, '')
    .replace(/(\d+)$/, '_$1')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
