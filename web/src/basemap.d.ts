declare module "maplibre-worker" {
  const text: string;
  export default text;
}
interface Window {
  contestedBasemap?: { land: GeoJSON.FeatureCollection; borders: GeoJSON.MultiLineString };
}
