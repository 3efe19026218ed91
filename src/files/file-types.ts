/** What files the picker offers first. */
export const FILE_TYPES = ['.csv', '.txt', '.geojson', '.json', '.pbf', '.osm', '.gz'];
