// The basemap of the moving map: first only what lies around the places, so that the map is there at
// once; the rest of the world follows when it is first moved.
import type { GeoJSONSource, Map as Drawn, StyleSpecification } from "maplibre-gl";

type Point = number[];
/** West, south, east, north in degrees. */
export type Box = [number, number, number, number];

const AROUND = 25; // degrees beyond the places that are drawn at once: more than any first view shows
const WIDE = 120; // degrees; places further apart than this need the whole world at once

export const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Return the look of the basemap in the colours of the page, cut to the surroundings of a box. */
export function style(around: Box | null): StyleSpecification {
  const { land, borders } = around ? cut(around) : whole();
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: land, maxzoom: 7, tolerance: 0.6, buffer: 8 },
      borders: { type: "geojson", data: borders, maxzoom: 7, tolerance: 0.6, buffer: 8 },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": colour("--water") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("--land"), "fill-antialias": true } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": colour("--ctl"), "line-width": 0.8, "line-dasharray": [4, 2] } },
    ],
  };
}

/** Return the box of some points with their surroundings; null where that is most of the world. */
export function surroundings(points: { lon: number; lat: number }[]): Box | null {
  if (!points.length) return null;
  const lons = points.map((each) => each.lon);
  const lats = points.map((each) => each.lat);
  const [west, east] = [Math.min(...lons) - AROUND, Math.max(...lons) + AROUND];
  if (east - west > WIDE || west < -180 || east > 180) return null;
  return [west, Math.max(Math.min(...lats) - AROUND, -85), east, Math.min(Math.max(...lats) + AROUND, 85)];
}

/** Give the map the whole world. */
export function complete(map: Drawn) {
  const { land, borders } = whole();
  (map.getSource("land") as GeoJSONSource | undefined)?.setData(land);
  (map.getSource("borders") as GeoJSONSource | undefined)?.setData(borders);
}

const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({ type: "Feature", properties: {}, geometry });

function whole(): { land: GeoJSON.GeoJSON; borders: GeoJSON.GeoJSON } {
  const { land, borders } = window.contestedBasemap!;
  return { land, borders: feature(borders) };
}

function cut(box: Box): { land: GeoJSON.GeoJSON; borders: GeoJSON.GeoJSON } {
  const { land, borders } = window.contestedBasemap!;
  const polygons = land.features.flatMap(({ geometry }) => (geometry.type === "MultiPolygon" ? geometry.coordinates : geometry.type === "Polygon" ? [geometry.coordinates] : []));
  const near = polygons.map((rings) => rings.map((ring) => inside(ring, box)).filter((ring) => ring.length > 3)).filter((rings) => rings.length);
  const lines = (borders as GeoJSON.MultiLineString).coordinates.filter((line) => meets(line, box));
  return { land: feature({ type: "MultiPolygon", coordinates: near }), borders: feature({ type: "MultiLineString", coordinates: lines }) };
}

function meets(points: Point[], [west, south, east, north]: Box): boolean {
  let [left, low, right, high] = [180, 90, -180, -90];
  for (const [x, y] of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < low) low = y;
    if (y > high) high = y;
  }
  return left <= east && right >= west && low <= north && high >= south;
}

/** Return a closed ring cut to a box, side by side (Sutherland and Hodgman, 1974). */
function inside(ring: Point[], box: Box): Point[] {
  if (!meets(ring, box)) return [];
  let points = ring.slice(0, -1);
  for (const side of [0, 1, 2, 3]) {
    const axis = side % 2;
    const within = (point: Point) => (side < 2 ? point[axis] >= box[side] : point[axis] <= box[side]);
    points = points.flatMap((point, i) => {
      const before = points[(i || points.length) - 1];
      const crossing = within(before) === within(point) ? [] : [meeting(before, point, axis, box[side])];
      return within(point) ? [...crossing, point] : crossing;
    });
  }
  return points.length ? [...points, points[0]] : [];
}

function meeting(a: Point, b: Point, axis: number, limit: number): Point {
  const share = (limit - a[axis]) / (b[axis] - a[axis]);
  const other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis]);
  return axis ? [other, limit] : [limit, other];
}
