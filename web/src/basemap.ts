// The basemap of the moving map: first only what lies around the places, so that the map is there at
// once; the rest of the world follows when it is first moved.
import type { GeoJSONSource, Map as Drawn, StyleSpecification } from "maplibre-gl";
import { around, type Basemap, type Box } from "./clip";

const AROUND = 15; // degrees beyond the places, and twice their own extent: more than any first view shows
const WIDE = 200; // degrees; from there on the whole world is no more work

export const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const asFeature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({ type: "Feature", properties: {}, geometry });

/** Return the look of the basemap in the colours of the page, cut to a box if one is given. */
export function style(box: Box | null): StyleSpecification {
  const { land, borders }: Basemap = box ? around(window.contestedBasemap!, box) : window.contestedBasemap!;
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: land, maxzoom: 7, tolerance: 0.6, buffer: 8 },
      borders: { type: "geojson", data: asFeature(borders), maxzoom: 7, tolerance: 0.6, buffer: 8 },
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
  const extent = Math.max(Math.max(...lons) - Math.min(...lons), Math.max(...lats) - Math.min(...lats));
  const reach = AROUND + 2 * extent;
  const [west, east] = [Math.max(Math.min(...lons) - reach, -180), Math.min(Math.max(...lons) + reach, 180)];
  if (east - west > WIDE) return null;
  return { west, east, south: Math.max(Math.min(...lats) - reach, -89), north: Math.min(Math.max(...lats) + reach, 89) };
}

/** Put the whole world under the map. */
export function complete(map: Drawn) {
  const { land, borders } = window.contestedBasemap!;
  map.getSource<GeoJSONSource>("land")?.setData(land);
  map.getSource<GeoJSONSource>("borders")?.setData(asFeature(borders));
}
