// The part of the basemap around a view: what the map draws first. The whole world follows once it stands.
type Point = number[];
export type Box = { west: number; south: number; east: number; north: number };
export type Basemap = { land: GeoJSON.FeatureCollection; borders: GeoJSON.MultiLineString };

/** Return land and borders cut to a box; the cuts lie outside the view. */
export function around(basemap: Basemap, box: Box): Basemap {
  const polygons: Point[][][] = [];
  for (const feature of basemap.land.features) {
    const shape = feature.geometry as GeoJSON.Polygon | GeoJSON.MultiPolygon;
    for (const polygon of shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates) {
      const rings = polygon.map((ring) => cut(ring, box)).filter((ring) => ring.length > 2);
      if (rings.length) polygons.push(rings.map((ring) => [...ring, ring[0]]));
    }
  }
  const lines = basemap.borders.coordinates.filter((line) => line.some((point) => inside(point, box)));
  return {
    land: { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates: polygons } }] },
    borders: { type: "MultiLineString", coordinates: lines },
  };
}

const inside = ([lon, lat]: Point, box: Box) => lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;

/** Cut a ring at each side of a box in turn (Sutherland and Hodgman, 1974). */
function cut(ring: Point[], box: Box): Point[] {
  let points = ring;
  for (const [axis, limit, sign] of [[0, box.west, 1], [0, box.east, -1], [1, box.south, 1], [1, box.north, -1]] as const) {
    const kept: Point[] = [];
    points.forEach((point, at) => {
      const before = points[(at + points.length - 1) % points.length];
      const [was, is] = [(before[axis] - limit) * sign >= 0, (point[axis] - limit) * sign >= 0];
      if (was !== is) {
        const share = (limit - before[axis]) / (point[axis] - before[axis]);
        const other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis]);
        kept.push(axis === 0 ? [limit, other] : [other, limit]);
      }
      if (is) kept.push(point);
    });
    points = kept;
  }
  return points;
}
